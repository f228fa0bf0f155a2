/** Writes a value under a key. @returns what was written: this value, or one that was given later. */
export type WriteLatest<Value> = (key: string, value: Value) => Promise<Value>;

/**
 * Of each key, one write is under way at a time. What is given meanwhile waits for it, and of that only the last value is
 * written; all who gave one are answered when that is written, or fail with it. So what was answered is written, or was
 * replaced by something later that is; and nothing waits anywhere but in a call that was not answered yet.
 */
export const createLatestFirst = <Value>(write: (value: Value) => Promise<void>): WriteLatest<Value> => {
  interface Next extends PromiseWithResolvers<Value> {
    value: Value;
  }
  /** What follows the write that is under way. */
  const lanes = new Map<string, { next: Next | undefined }>();

  const run = async (key: string, value: Value): Promise<Value> => {
    const lane: { next: Next | undefined } = { next: undefined };
    lanes.set(key, lane);
    try {
      await write(value);
      return value;
    } finally {
      const { next } = lane;
      if (next) run(key, next.value).then(next.resolve, next.reject);
      else lanes.delete(key);
    }
  };

  return (key, value) => {
    const lane = lanes.get(key);
    if (!lane) return run(key, value);
    lane.next ??= { ...Promise.withResolvers<Value>(), value };
    lane.next.value = value;
    return lane.next.promise;
  };
};
