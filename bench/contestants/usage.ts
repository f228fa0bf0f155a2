import type { Usage } from './contestant.ts';

/** Of this process, until now. */
export const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, atMs: performance.now(), rssBytes: process.memoryUsage.rss() };
};
