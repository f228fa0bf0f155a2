import { createClientAddress } from '../src/http/client-address.ts';
import { limitHeaders } from '../src/http/graphql/limit-headers.ts';
import { createGeneralLimit } from '../src/limits/general-limit.ts';
import { createPolicy } from '../src/limits/policy.ts';
import { subjectOf } from '../src/limits/refusal.ts';

/**
 * What the general limit costs each request: finding out who asks, counting, and saying so. `node bench/limit-cost.ts`.
 * With `shared` it also notes what other instances are to be told; telling them is no part of any request.
 */
const rounds = 2_000_000;
const addresses = 10_000;
const window = { limit: 1_000_000_000, windowMs: 900_000 };

const senders = Array.from({ length: addresses }, (_, at) => ({
  socket: { remoteAddress: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}` },
  headers: {},
}));
const one = [{ socket: { remoteAddress: '192.0.2.1' }, headers: {} }];
const silent = { add: async () => undefined, close: () => undefined };

const nanosecondsOf = (from: typeof one, isShared: boolean): number => {
  const policy = createPolicy('general', [window]);
  const limit = createGeneralLimit({ policy, ...(isShared && { shared: silent }) });
  const addressOf = createClientAddress(undefined);
  let length = 0;
  let before = process.cpuUsage();
  for (let round = -rounds / 4; round < rounds; round += 1) {
    if (round === 0) before = process.cpuUsage();
    const sender = from[(round + rounds) % from.length];
    if (!sender) continue;
    const { quota } = limit.take(subjectOf(undefined, addressOf(sender).counted));
    length += limitHeaders([quota]).length;
  }
  // Of this process, since others may share its cores.
  const { user, system } = process.cpuUsage(before);
  limit.close();
  if (length === 0) throw new Error('Nothing was measured.');
  return ((user + system) * 1_000) / rounds;
};

for (const [name, from] of [
  ['one address', one],
  [`${addresses} addresses in turn`, senders],
] as const) {
  for (const isShared of [false, true]) {
    const best = Math.min(...Array.from({ length: 3 }, () => nanosecondsOf(from, isShared)));
    process.stdout.write(`${name}, ${isShared ? 'shared' : 'in memory'}: ${Math.round(best)} ns a request\n`);
  }
}
