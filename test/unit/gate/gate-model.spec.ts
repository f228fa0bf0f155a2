import { describe, expect, it } from 'vitest';
import { type Exploration, explore } from './explorer.ts';
import { gateModel } from './gate-model.ts';
import { type Rules, THE_RULES } from './gate-model-rules.ts';

const exploreWith = (rules: Partial<Rules>, title: string): Exploration => {
  const found = explore(gateModel({ ...THE_RULES, ...rules }));
  const history = found.history?.map((label) => `  ${label}`) ?? ['  no stale read'];
  // Epochs are numbered anew in each state, the gate's first.
  process.stdout.write(
    `${[`${title}: ${found.states} states, ${found.moves} moves`, ...history].join('\n')}\n`,
  );
  return found;
};

const SMALL = { validity: 1, closingWait: 1, openingWait: 1 };

describe('with all its rules, the gate lets no read be stale', { timeout: 60_000 }, () => {
  it.each<[string, Partial<Rules>]>([
    ['with two instances', {}],
    ['with three instances', { ...SMALL, instances: 3 }],
    ['when views are long-lived', { validity: 3, closingWait: 3, openingWait: 3 }],
    ['when the replies to reads of the gate are late', { ...SMALL, lateReplies: true }],
    ['when a mutation chooses its epoch before it writes', { chooseEpoch: 'before the write' }],
  ])('%s', (title, rules) => {
    const { history, states } = exploreWith(rules, title);
    expect(history).toBeUndefined();
    expect(states).toBeGreaterThan(5_000);
  });
});

describe('without one of its rules, the gate lets a read be stale', { timeout: 60_000 }, () => {
  it.each<[string, Partial<Rules>]>([
    ['without the wait in closing', { closingWait: 0 }],
    ['without the wait in opening', { openingWait: 0 }],
    ['with a wait in closing that is shorter than a view is valid', { closingWait: 1 }],
    ['with a wait in opening that is shorter than a view is valid', { openingWait: 1 }],
    ['when opening lets mutations pass without an append', { appendInOpening: false }],
    ['when a view ages from the reply of its read', { lateReplies: true, ageFrom: 'reply' }],
    ['when a log of another server is trusted', { checkLogId: false }],
    [
      'when reads of Mongo are not bounded by the time at which the epoch was seen live',
      { boundReads: false },
    ],
    [
      'when a mutation neither chooses its epoch after it wrote nor looks again after its append',
      { chooseEpoch: 'before the write', checkAfterAppend: false },
    ],
  ])('%s', (title, rules) => {
    const { history } = exploreWith(rules, title);
    expect(history?.at(-1)).toBeDefined();
  });
});
