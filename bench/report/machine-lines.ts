import type { Report } from '../run.ts';

/** Where and when figures were found. */
export const machineLines = ({ machine, date, seconds, seed, quick }: Report): readonly string[] => [
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.system}`,
  `Node ${machine.node}, MongoDB ${machine.mongod}, Redis ${machine.redis}`,
  `Pinned: ${machine.pinning}`,
  `${date} UTC, ${quick ? 'a quick run' : 'a full run'} of ${seconds} s, seed ${seed}`,
];
