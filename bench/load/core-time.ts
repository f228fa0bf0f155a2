import { readFileSync } from 'node:fs';

/** Milliseconds that a tick of Linux's accounting lasts, wherever it runs today. */
const tickMs = 10;

/**
 * Milliseconds that a core has worked so far, for whomever, and that a hypervisor took from it.
 * @returns `undefined` where the system does not tell.
 */
export const coreBusyMs = (core: number): number | undefined => {
  let text: string;
  try {
    text = readFileSync('/proc/stat', 'utf8');
  } catch {
    return undefined;
  }
  const line = new RegExp(`^cpu${core} (.*)$`, 'm').exec(text)?.[1];
  if (line === undefined) return undefined;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line.split(' ').map(Number);
  return (user + nice + system + irq + softirq + steal) * tickMs;
};
