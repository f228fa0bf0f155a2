import type { Fault } from './fault.ts';
import { failoverFaults } from './failover-faults.ts';
import { followerFaults } from './follower-faults.ts';
import { instanceFaults } from './instance-faults.ts';
import { mongoFaults } from './mongo-faults.ts';
import { redisFaults } from './redis-faults.ts';
import { wayFaults } from './way-faults.ts';

/** Every fault that the checker can make, by the names of `--faults`. */
export const allFaults: readonly Fault[] = [
  ...instanceFaults,
  ...followerFaults,
  ...redisFaults,
  ...wayFaults,
  ...failoverFaults,
  ...mongoFaults,
];
