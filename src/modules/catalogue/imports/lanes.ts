/**
 * Runs tasks, at most `width` at once; those of one key one after the other, in their order.
 * @throws what the first task that fails throws, once all that were begun have ended.
 */
export const inLanes = async <Task>(
  tasks: readonly Task[],
  keyOf: (task: Task) => string,
  width: number,
  run: (task: Task) => Promise<void>,
): Promise<void> => {
  const lanes = [...Map.groupBy(tasks, keyOf).values()];
  let next = 0;
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (next < lanes.length && failures.length === 0) {
      const lane = lanes[next] ?? [];
      next += 1;
      for (const task of lane) await run(task);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await worker();
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, guarded));
  if (failures.length > 0) throw failures[0];
};
