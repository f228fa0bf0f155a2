/**
 * Resolves when the condition holds, looking every few milliseconds.
 * @throws Error naming the condition when it does not hold within `limitMs`, by default 20 seconds;
 *   with what `seen` tells.
 */
export const waitFor = async (
  condition: () => boolean | Promise<boolean>,
  name: string,
  limitMs = 20_000,
  seen?: () => unknown,
): Promise<void> => {
  const endMs = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > endMs) {
      const found = seen ? ` Seen: ${JSON.stringify(seen())}` : '';
      throw new Error(`Waited ${limitMs} ms in vain until ${name}.${found}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
