/** All workloads, in the order in which they run: what writes comes after what only reads. */
export const workloadNames = [
  'page',
  'film',
  'page-get',
  'film-get',
  'conditional',
  'home',
  'latency',
  'miss',
  'cold',
  'mix',
  'redis-left',
  'signed-in',
  'site',
  'invalidation',
] as const;

export type WorkloadName = (typeof workloadNames)[number];
