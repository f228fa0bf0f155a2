/** Makes of something that writes the same, with what loaders know dropped. */
export type Forgetting = <Given extends unknown[], Value>(
  run: (...given: Given) => Promise<Value>,
) => (...given: Given) => Promise<Value>;

/** Afterwards, whatever came of it. */
export const forgettingAfter =
  (clear: () => void): Forgetting =>
  (run) =>
  async (...given) => {
    try {
      return await run(...given);
    } finally {
      clear();
    }
  };

/** Before as well: what an earlier mutation of the operation, or another process since then, has written. */
export const forgettingAround = (clear: () => void): Forgetting => {
  const after = forgettingAfter(clear);
  return (run) =>
    after((...given) => {
      clear();
      return run(...given);
    });
};
