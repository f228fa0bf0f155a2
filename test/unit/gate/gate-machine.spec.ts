import { describe, expect, it } from 'vitest';
import {
  elapsedMs,
  epochToServe,
  firstDocument,
  type GateDocument,
  mutationMove,
  nextStep,
  type Self,
  sight,
  take,
  type View,
} from '../../../src/tracking/gate/gate-machine.ts';
import { checkTimings, GATE_TIMINGS } from '../../../src/tracking/gate/gate-timings.ts';

const epoch = { nonce: 'n', logId: 'l' };
const self: Self = {
  instanceId: 'me',
  format: 1,
  logKind: 'redis',
  mayOpen: true,
  begun: undefined,
  opened: undefined,
  provenNonce: 'n',
  cannotAppend: false,
  writes: false,
};
const at = (ms: number) => ({ monotonicMs: ms, wallMs: ms });
const viewOf = (change: Partial<GateDocument>, serverNowMs = 0): View => ({
  document: { ...firstDocument(self, 0), version: 7, epoch, ...change },
  readFrom: at(0),
  serverNowMs,
});
const step = (view: View, me: Partial<Self> = {}, now = 0) =>
  nextStep(view, { version: 7, monotonicMs: 0 }, at(now), { ...self, ...me }, GATE_TIMINGS)?.kind;

describe('a view of the gate', () => {
  it('ages by the clock that has gone further', () => {
    expect(elapsedMs(at(0), { monotonicMs: 5, wallMs: 9 })).toBe(9);
    expect(elapsedMs(at(0), { monotonicMs: 5, wallMs: -9 })).toBe(5);
  });

  it('is acted on for three seconds, and no longer', () => {
    const view = viewOf({ state: 'live' });
    expect(epochToServe(view, at(2_999), self, GATE_TIMINGS)).toEqual(epoch);
    expect(epochToServe(view, at(3_000), self, GATE_TIMINGS)).toBeUndefined();
    expect(mutationMove(view, at(2_999), 'n', self, GATE_TIMINGS)).toBe('answer');
    expect(mutationMove(view, at(3_000), 'n', self, GATE_TIMINGS)).toBe('wait');
  });

  it('lets nothing be served that is not live, or of a log that this process has no part in', () => {
    for (const state of ['closing', 'none', 'opening'] as const) {
      expect(epochToServe(viewOf({ state }), at(0), self, GATE_TIMINGS)).toBeUndefined();
    }
    const foreign = [{ format: 2 }, { logKind: 'memory' as const }, { epoch: undefined }];
    for (const change of foreign) {
      expect(epochToServe(viewOf({ state: 'live', ...change }), at(0), self, GATE_TIMINGS)).toBeUndefined();
    }
  });
});

describe('a wait of the gate', () => {
  it('begins when the state is first known, and is not cut short by a wall clock set forward', () => {
    const seen = sight(undefined, 7, at(100));
    expect(sight(seen, 7, at(900))).toBe(seen);
    const view = viewOf({ state: 'closing' });
    const now = { monotonicMs: 3_599, wallMs: 99_999 };
    expect(nextStep(view, seen, now, self, GATE_TIMINGS)).toBeUndefined();
    expect(nextStep(view, seen, { ...now, monotonicMs: 3_600 }, self, GATE_TIMINGS)).toEqual({
      kind: 'leave',
    });
  });

  it('begins again with another version', () => {
    expect(
      nextStep(viewOf({ state: 'closing' }), sight(undefined, 6, at(0)), at(9_999), self, GATE_TIMINGS),
    ).toBe(undefined);
  });
});

describe('a process that cannot append', () => {
  it.each([
    ['closes a live gate', 'live', 'close'],
    ['takes an opening back without a wait', 'opening', 'withdraw'],
    ['does not open', 'none', undefined],
  ] as const)('%s', (_, state, kind) => {
    expect(step(viewOf({ state }), { cannotAppend: true })).toBe(kind);
  });

  it('is one that knows another format', () => {
    expect(step(viewOf({ state: 'live', format: 2 }))).toBe('close');
    expect(step(viewOf({ state: 'opening', format: 2 }))).toBe('close');
    expect(mutationMove(viewOf({ state: 'live', format: 2 }), at(0), undefined, self, GATE_TIMINGS)).toBe(
      'withdraw',
    );
  });

  it('leaves the memory of another process alone until it writes, or nobody uses that any more', () => {
    const memory = { logKind: 'memory' } as const;
    const view = viewOf({ state: 'live', usedAtMs: 0, ...memory }, GATE_TIMINGS.leaseMs);
    expect(step(view, memory)).toBeUndefined();
    expect(step(view, { ...memory, writes: true })).toBe('close');
    expect(step({ ...view, serverNowMs: GATE_TIMINGS.leaseMs + 1 }, memory)).toBe('close');
  });
});

describe('a process that lost the place up to which it followed an epoch', () => {
  const ended = { nonce: epoch.nonce, reason: 'lost' };

  it('closes it, or takes its opening back', () => {
    expect(step(viewOf({ state: 'live' }), { ended })).toBe('close');
    expect(step(viewOf({ state: 'opening' }), { ended })).toBe('withdraw');
  });

  it('leaves every other epoch alone', () => {
    const other = { epoch: { nonce: 'o', logId: 'l' } };
    expect(step(viewOf({ state: 'live', ...other }), { ended })).toBeUndefined();
    expect(step(viewOf({ state: 'none', ...other }), { ended })).toBe('claim');
  });
});

it('an opening says from when on the epoch is to be followed: a time from before it', () => {
  const view = { ...viewOf({ state: 'none' }), readOrder: '0000000100000002' };
  const opening = take(view, { kind: 'open', epoch }, self, GATE_TIMINGS);
  expect(opening.followFrom).toBe('0000000100000002');
  const later = { ...view, document: opening, readOrder: '0000000100000009' };
  expect(take(later, { kind: 'go-live' }, self, GATE_TIMINGS).followFrom).toBe('0000000100000002');
});

describe('the gate opens', () => {
  it.each([
    ['not under a veto', { vetoes: [{ by: 'other', untilMs: 101 }] }, undefined],
    ['when the last veto is over', { vetoes: [{ by: 'other', untilMs: 100 }] }, 'claim'],
    ['not before the back-off is over', { reopenAtMs: 101 }, undefined],
    ['not while another process is about to', { claim: { by: 'other', untilMs: 101 } }, undefined],
    ['when that one did not', { claim: { by: 'other', untilMs: 100 } }, 'claim'],
  ])('%s', (_, change, kind) => {
    expect(step(viewOf({ state: 'none', epoch: undefined, ...change }, 100))).toBe(kind);
  });

  it('goes live only by a process that has appended to the log', () => {
    expect(step(viewOf({ state: 'opening' }), {}, 3_500)).toBe('go-live');
    expect(step(viewOf({ state: 'opening' }), {}, 3_499)).toBeUndefined();
    expect(step(viewOf({ state: 'opening' }), { provenNonce: undefined }, 3_500)).toBeUndefined();
  });

  it('waits longer after each closing, up to a minute, and forgets them after a calm life', () => {
    const close = { kind: 'close', reason: 'test' } as const;
    let view = viewOf({ state: 'live' }, 0);
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const document = take(view, close, self, GATE_TIMINGS);
      waits.push(document.reopenAtMs);
      view = { ...view, document };
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    const failures = (serverNowMs: number) =>
      take(viewOf({ state: 'live', failures: 8, enteredAtMs: 0 }, serverNowMs), close, self, GATE_TIMINGS)
        .failures;
    expect(failures(60_000)).toBe(9);
    expect(failures(60_001)).toBe(1);
  });

  it('waits two seconds after an opening that was taken back, every time', () => {
    const withdraw = { kind: 'withdraw', reason: 'test' } as const;
    const document = take(viewOf({ state: 'opening', failures: 5 }, 100), withdraw, self, GATE_TIMINGS);
    expect(document).toMatchObject({ state: 'none', failures: 5, reopenAtMs: 2_100 });
  });

  it('counts that wait from the beginning of the closing, which is a wait itself', () => {
    const close = { kind: 'close', reason: 'test' } as const;
    const document = take(viewOf({ state: 'live', failures: 1 }, 100), close, self, GATE_TIMINGS);
    expect(document.reopenAtMs).toBe(2_100);
    const left = take({ ...viewOf({}, 3_600), document }, { kind: 'leave' }, self, GATE_TIMINGS);
    expect(left).toMatchObject({ state: 'none', failures: 2, reopenAtMs: 2_100 });
  });
});

describe('timings', () => {
  it('are refused when a wait would not outlast every view', () => {
    expect(() => checkTimings({ ...GATE_TIMINGS, closingMs: 3_000, readEveryMs: 0 })).toThrow(
      "The gate's timings do not fit. readEveryMs: expected a number of milliseconds above 0 but got 0; " +
        'closingMs: expected more than validityMs (3000) but got 3000: the wait must outlast every view.',
    );
    expect(checkTimings(GATE_TIMINGS)).toBe(GATE_TIMINGS);
  });
});
