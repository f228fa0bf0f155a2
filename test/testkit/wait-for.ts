/**
 * Resolves when the condition holds, looking every few milliseconds.
 * @throws Error naming the condition when it does not hold within `limitMs`, by default 20 seconds.
 */
export const waitFor = async (
  condition: () => boolean | Promise<boolean>,
  name: string,
  limitMs = 20_000,
): Promise<void> => {
  const endMs = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > endMs) throw new Error(`Waited ${limitMs} ms in vain until ${name}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
