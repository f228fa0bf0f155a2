/** One rule of the engine, taken out of a copy of the source. */
export interface Mutation {
  readonly rule: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Specs of which one must fail then; they pass without the mutation. */
  readonly heldBy: readonly string[];
}

export const mutations: readonly Mutation[] = [
  {
    rule: 'the stamp check: an entry whose tag was stamped since is not served',
    file: 'src/cache/stamps.ts',
    find: 'if (stamp !== undefined && stamp.position > asOf) return false;',
    replace: '',
    heldBy: ['test/unit/cache/stamps', 'test/integration/engine/answers-are-current-everywhere'],
  },
  {
    rule: 'the floor: an entry older than what is remembered of writes is not served',
    file: 'src/cache/stamps.ts',
    find: 'if (asOf < floor) return false;',
    replace: '',
    heldBy: ['test/unit/cache/stamps'],
  },
  {
    rule: 'the flush rule: a proof whose bytes went out is not shared with who comes later',
    file: 'src/cache/log/remote-prover.ts',
    find: '    gathering = [];\n    inFlight = sent;',
    replace: '    inFlight = sent;',
    heldBy: ['test/unit/cache/prover'],
  },
  {
    rule: 'the join rule: a computation is joined only if the own proof says that it is current',
    file: 'src/cache/judgement.ts',
    find: 'answer.asOf >= proof.position || proof.isCurrent(answer.tags, answer.asOf)',
    replace: 'true',
    heldBy: ['test/unit/cache/response-computed-once', 'test/unit/cache/response-never-older-than-a-write'],
  },
  {
    rule: 'the audience rule: an answer goes only to whom it belongs',
    file: 'src/cache/audience.ts',
    find: "if (audience === 'everyone') return true;",
    replace: 'return true;',
    heldBy: ['test/unit/cache/response-goes-to-its-audience'],
  },
  {
    rule: 'the audience follows from looking at the viewer',
    file: 'src/graphql/response-cache/computation-context.ts',
    find: '      looked = true;\n',
    replace: '',
    heldBy: ['test/integration/engine/answers-go-to-whom-they-belong'],
  },
  {
    rule: 'the wait before acknowledgement: a mutation is answered when its record is in the log',
    file: 'src/caching.ts',
    find: 'if (tracked.writes.tags.length > 0) await acknowledge(tracked.writes);',
    replace: 'if (tracked.writes.tags.length > 0) void acknowledge(tracked.writes);',
    heldBy: ['test/integration/engine/mutations-wait-for-the-log'],
  },
  {
    rule: 'the atomic before-image: it comes from the command that writes, not from a read before',
    file: 'src/tracking/writes/update-one.ts',
    find: `  const { image: before } = modifiedOf(
    await call.call('findOneAndUpdate', filter, update, { ...options, ...picked }),
  );`,
    replace: `  const before = asImage(await call.call('findOne', filter));
  await call.call('findOneAndUpdate', filter, update, { ...options, ...picked });`,
    heldBy: ['test/integration/tracking-races'],
  },
  {
    rule: 'stamping by what a command names, not by what it changed',
    file: 'src/tracking/writes/update-one.ts',
    find: "updateStamps(call.declared, before['_id'], named.tops, after === undefined ? [before] : [before, after])",
    replace: `updateStamps(
    call.declared,
    before['_id'],
    new Set([...named.tops].filter((top) => after === undefined || String(before[top]) !== String(after[top]))),
    after === undefined ? [before] : [before, after],
  )`,
    heldBy: ['test/integration/tracking-writes'],
  },
  {
    rule: 'stamping the partition that a document left',
    file: 'src/tracking/writes/update-one.ts',
    find: "updateStamps(call.declared, before['_id'], named.tops, after === undefined ? [before] : [before, after])",
    replace:
      "updateStamps(call.declared, before['_id'], named.tops, after === undefined ? [before] : [after])",
    heldBy: ['test/integration/tracking-races', 'test/integration/tracking-writes'],
  },
  {
    rule: 'errors are not stored',
    file: 'src/graphql/response-cache/marquee.ts',
    find: '&& !result.errors?.length',
    replace: '',
    heldBy: ['test/integration/engine/answers-go-to-whom-they-belong'],
  },
  {
    rule: 'nothing is stored when the epoch ended meanwhile',
    file: 'src/cache/log/remote-prover.ts',
    find: 'return authority.live()?.nonce === epoch.nonce ? proof : undefined;',
    replace: 'return proof;',
    heldBy: ['test/unit/cache/prover'],
  },
];
