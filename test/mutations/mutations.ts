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
    find: 'if (stamp !== undefined && stamp.position > asOf) return true;',
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
    find: "updateStamps(declared, before['_id'], tops, after === undefined ? [before] : [before, after], values)",
    replace: `updateStamps(
    declared,
    before['_id'],
    new Set([...tops].filter((top) => after === undefined || String(before[top]) !== String(after[top]))),
    after === undefined ? [before] : [before, after],
    values,
  )`,
    heldBy: ['test/integration/tracking-writes'],
  },
  {
    rule: 'stamping the partition that a document left',
    file: 'src/tracking/writes/update-one.ts',
    find: "updateStamps(declared, before['_id'], tops, after === undefined ? [before] : [before, after], values)",
    replace: "updateStamps(declared, before['_id'], tops, after === undefined ? [before] : [after], values)",
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
    find: 'settle(sent.waiters, authority.live()?.nonce === asked.epoch.nonce ? proofs : undefined);',
    replace: 'settle(sent.waiters, proofs);',
    heldBy: ['test/unit/cache/prover'],
  },
  {
    rule: 'the epoch check: a log of another epoch says nothing',
    file: 'src/cache/log/redis-scripts.ts',
    find: "if head[1] ~= ARGV[1] then return 'other-epoch' end",
    replace: '',
    heldBy: ['test/contract/invalidation-log/refuses-what-it-cannot-vouch-for'],
  },
  {
    rule: 'the replication-id check: a server that has begun another life says nothing',
    file: 'src/cache/log/redis-scripts.ts',
    find: "if not string.find(info, 'master_replid:' .. ARGV[2] .. '\\\\r', 1, true) then return 'other-log' end",
    replace: '',
    heldBy: ['test/contract/invalidation-log/refuses-what-it-cannot-vouch-for'],
  },
  {
    rule: 'the role check: a replica says nothing',
    file: 'src/cache/log/redis-scripts.ts',
    find: `const REFUSE_UNLESS_THE_LOG_OF_THAT_EPOCH = \`
local info = redis.call('INFO', 'replication')
if not string.find(info, 'role:master\\\\r', 1, true) then return 'not-a-master' end`,
    replace: `const REFUSE_UNLESS_THE_LOG_OF_THAT_EPOCH = \`
local info = redis.call('INFO', 'replication')`,
    heldBy: ['test/contract/invalidation-log/refuses-what-it-cannot-vouch-for'],
  },
  {
    rule: 'the head check: a log whose last record is not where its head says has lost some',
    file: 'src/cache/log/redis-scripts.ts',
    find: "if not (last[1] and last[1][1] == head[2] .. '-0') then return 'head-not-last' end",
    replace: '',
    heldBy: ['test/contract/invalidation-log/refuses-what-it-cannot-vouch-for'],
  },
  {
    rule: 'the gate: a mutation that could not be put into the log waits until nobody serves by that log',
    file: 'src/tracking/gate/gate-machine.ts',
    find: "return self.cannotAppend ? 'wait' : 'append';",
    replace: "return self.cannotAppend ? 'answer' : 'append';",
    heldBy: ['test/unit/gate/gate-machine', 'test/integration/gate-epochs'],
  },
  {
    rule: 'the gate: nothing is served by a view that is too old',
    file: 'src/tracking/gate/gate-machine.ts',
    find: "view?.document.state === 'live' && holds(view, now, timings) && isUsable(view.document, self)",
    replace: "view?.document.state === 'live' && isUsable(view.document, self)",
    heldBy: ['test/unit/gate/gate-machine'],
  },
  {
    rule: 'the gate: it is read so that a primary which was deposed cannot answer',
    file: 'src/tracking/gate/gate-document.ts',
    find: "readConcern: { level: 'linearizable' },",
    replace: "readConcern: { level: 'local' },",
    heldBy: ['test/faults/a-deposed-primary-proves-nothing'],
  },
  {
    rule: 'majority reads: what an answer is made of, a majority has',
    file: 'src/tracking/operation/read-sessions.ts',
    find: "      readConcern: { level: 'majority' },\n      readPreference",
    replace: "      readConcern: { level: 'local' as 'majority' },\n      readPreference",
    heldBy: ['test/integration/tracking-reads'],
  },
  {
    rule: 'the cluster-time bound: a read sees at least what was acknowledged before it',
    file: 'src/tracking/operation/read-sessions.ts',
    find: 'if (this.#bound !== undefined) advanceSession(session, this.#bound);',
    replace: '',
    heldBy: ['test/integration/tracking-reads'],
  },
  {
    rule: 'counters: an answer whose counts may lack something is not kept',
    file: 'src/tracking/followed-counts.ts',
    find: "if (!isWhole) operation?.taint('not all that was counted could be read');",
    replace: '',
    heldBy: ['test/faults/late-counts-reach-every-answer'],
  },
  {
    rule: 'counters: what reaches Redis late drops the answers that lack it',
    file: 'src/app.ts',
    find: 'if (caching) counters.onShared((things) => caching.stamp(tagsOfCounts(things, mongo.name)));',
    replace: '',
    heldBy: ['test/faults/late-counts-reach-every-answer'],
  },
  {
    rule: 'the follower: what the log has is told by its tags, not by its time alone',
    file: 'src/tracking/follower/coverage.ts',
    find: 'return tags.every((tag) => {',
    replace: 'return tags.some((tag) => {',
    heldBy: [
      'test/unit/tracking/what-the-log-has-is-not-told-again',
      'test/integration/follower/direct-writes',
    ],
  },
  {
    rule: 'the follower: a record from before the change does not cover it',
    file: 'src/tracking/follower/coverage.ts',
    find: 'at !== undefined && at >= order;',
    replace: 'at !== undefined;',
    heldBy: ['test/unit/tracking/what-the-log-has-is-not-told-again'],
  },
  {
    rule: 'the follower: the place is noted after the log was told, not before',
    file: 'src/tracking/follower/follower.ts',
    find: '          await append(epoch, source, changes, images, seen);',
    replace: `          if (changes.token !== undefined) await term.renew({ nonce: epoch.nonce, token: changes.token });
          await append(epoch, source, changes, images, seen);`,
    heldBy: ['test/integration/follower/somebody-follows-without-a-gap'],
  },
  {
    rule: 'the follower: the next one goes on where the last one stopped',
    file: 'src/tracking/follower/follower.ts',
    find: "const beginning: Beginning = before ?? { order: since ?? '' };",
    replace: `const beginning: Beginning = {
      order: ((await client.db(databaseName).command({ ping: 1 }))['operationTime'] as mongo.Timestamp)
        .toString(16)
        .padStart(16, '0'),
    };`,
    heldBy: ['test/integration/follower/somebody-follows-without-a-gap'],
  },
  {
    rule: 'the follower: a document that moved is stamped where it was and where it is',
    file: 'src/tracking/follower/change-stamps.ts',
    find: 'return [before, after];',
    replace: 'return [after];',
    heldBy: ['test/integration/follower/direct-writes'],
  },
  {
    rule: 'the follower: what is not known of a document drops all of its collection',
    file: 'src/tracking/follower/change-stamps.ts',
    find: 'if (facetsNamed(declared, tops).length > 0) return undefined;',
    replace: '',
    heldBy: ['test/integration/follower/what-cannot-be-followed'],
  },
  {
    rule: 'the follower: a lost place ends the epoch',
    file: 'src/tracking/follower/follower.ts',
    find: "if (kind === 'lost' || strange >= MAX_STRANGE) {",
    replace: 'if (strange >= MAX_STRANGE) {',
    heldBy: ['test/integration/follower/what-cannot-be-followed'],
  },
  {
    rule: 'the follower: a collection that goes or comes by another name ends the epoch',
    file: 'src/tracking/follower/changes.ts',
    find: "const BREAKS = new Set(['drop', 'rename', 'dropDatabase', 'invalidate']);",
    replace: "const BREAKS = new Set(['invalidate']);",
    heldBy: ['test/integration/follower/what-cannot-be-followed'],
  },
  {
    rule: 'the follower: a lease that another has taken is not renewed',
    file: 'src/tracking/follower/follower-lease.ts',
    find: 'documents.updateOne({ _id: ID, holder }, [{ $set: fields }], options)',
    replace: 'documents.updateOne({ _id: ID }, [{ $set: fields }], options)',
    heldBy: ['test/integration/follower/somebody-follows-without-a-gap'],
  },
  {
    rule: 'counters: a state of an account that the base knows, or a later one, is not taken in again',
    file: 'src/counters/fold-stages.ts',
    find: "[{ $gte: ['$_known.s', seq] }, 'nothing'],",
    replace: '',
    heldBy: ['test/contract/counters/counts-exactly-once', 'test/integration/counters/any-order-counts-once'],
  },
  {
    rule: 'counters: of an account that the base knows, only what came after is taken in',
    file: 'src/counters/fold-stages.ts',
    find: '{ $subtract: [sum, { $ifNull: [`$_known.c.${counter}`, 0] }] }',
    replace: 'sum',
    heldBy: ['test/integration/counters/any-order-counts-once'],
  },
  {
    rule: 'counters: an account that is no longer remembered is not taken in again',
    file: 'src/counters/fold-stages.ts',
    find: "{ $cond: [{ $lte: [born, forgottenUpTo] }, 'nothing', 'all'] }",
    replace: "'all'",
    heldBy: ['test/contract/counters/counts-exactly-once'],
  },
  {
    rule: 'counters: an account is closed only if it has not changed since the fold',
    file: 'src/counters/own-accounts.ts',
    find: ' && now.seq === state.seq',
    replace: '',
    heldBy: ['test/integration/counters/any-order-counts-once'],
  },
  {
    rule: 'counters: Redis keeps the later of two states',
    file: 'src/counters/redis-scripts.ts',
    find: 'if not b or b < born or (b == born and s < seq) then',
    replace: 'if true then',
    heldBy: ['test/contract/counters/counts-exactly-once'],
  },
  {
    rule: 'counters: what is later than the fold stays in Redis',
    file: 'src/counters/redis-scripts.ts',
    find: 'if not b or b < born or (b == born and s <= seq) then',
    replace: 'if true then',
    heldBy: ['test/integration/counters/any-order-counts-once'],
  },
  {
    rule: 'counters (reading): it asks for accounts first, and for the base afterwards',
    file: 'src/counters/counters.ts',
    find: `    const { states, isWhole } = await pendingOf(things);
    const pending = Map.groupBy(states, ({ thing }) => thing);
    const bases = await base.read(things);`,
    replace: `    const bases = await base.read(things);
    const { states, isWhole } = await pendingOf(things);
    const pending = Map.groupBy(states, ({ thing }) => thing);`,
    heldBy: ['test/integration/counters/any-order-counts-once'],
  },
  {
    rule: 'counters: what Redis did not acknowledge is written to the journal',
    file: 'src/counters/counters.ts',
    find: 'await journal?.append(missed);',
    replace: '',
    heldBy: ['test/contract/counters/counts-exactly-once'],
  },
  {
    rule: 'counters (journal): it is cut only when all that it holds is in the base',
    file: 'src/counters/counters.ts',
    find: 'if (upTo !== undefined && isAll) await',
    replace: 'if (upTo !== undefined) await',
    heldBy: ['test/contract/counters/counts-exactly-once'],
  },
  {
    rule: 'dashboard: who adds to a day of a channel tells those that show it',
    file: 'src/tracking/followed-counts.ts',
    find: 'intent?.settle([wideTag(namespace), ...ids.map(tagOf)]);',
    replace: 'intent?.settle([]);',
    heldBy: ['test/integration/analytics/dashboards-follow-what-viewers-do'],
  },
  {
    rule: 'dashboard: a day is taken into what is before a period once',
    file: 'src/modules/analytics/stores/baseline.store.ts',
    find: '{ $cond: [isIn, `$${period}`, { ...head, ...sums }] }',
    replace: '{ ...head, ...sums }',
    heldBy: ['test/integration/analytics/figures-are-sums-of-days'],
  },
  {
    rule: 'dashboard: what is not yet in what is before a period is read by day',
    file: 'src/modules/analytics/services/period-figures.service.ts',
    find: 'days: isWhole ? periodDays : daysFrom(shifted(since, 1), upTo)',
    replace: 'days: isWhole ? periodDays : []',
    heldBy: ['test/integration/analytics/figures-are-sums-of-days'],
  },
  {
    rule: 'live events: nothing is told before the operation is in the log',
    file: 'src/shared/afterwards.ts',
    find: 'if (rest?.isOpen === true) rest.tasks.push(task);',
    replace: 'if (rest?.isOpen === false) rest.tasks.push(task);',
    heldBy: ['test/unit/live/tellings-wait', 'test/integration/live/listeners-hear-what-was-written'],
  },
  {
    rule: 'live events: credentials are looked at with each event and between them',
    file: 'src/graphql/subscriptions/subscription-stream.ts',
    find: 'if (standing && !(await standing.now())) endUnauthenticated();',
    replace: 'await standing?.now();',
    heldBy: ['test/integration/live/streams-end-with-the-right-to-listen'],
  },
  {
    rule: "live events: what is the viewer's own is executed for each viewer",
    file: 'src/graphql/subscriptions/shared-executions.ts',
    find: 'if (found?.audience && admits(found.audience, listening.viewerId)) return found.value;',
    replace: 'if (found) return found.value;',
    heldBy: ['test/integration/live/listeners-hear-what-was-written'],
  },
];
