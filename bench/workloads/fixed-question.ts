import { contestantOf, type Bench } from '../bench.ts';
import type { FixedAnswer } from '../contestants/contestant.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { headerOf, rawHeadersOf, type Answer } from '../load/answer-reader.ts';
import { askOnce } from '../load/client.ts';
import { createSameAnswerCheck, dataOf } from '../load/verify.ts';

/** What node:http writes by itself. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

const copiedHeaders = (answer: Answer): string[] => {
  const all = rawHeadersOf(answer);
  return all.filter((_text, at) => !ownHeaders.has((all[at & ~1] ?? '').toLowerCase()));
};

/** Bytes are copied, since those of an answer are overwritten by the next. */
const kept = (answer: Answer): Answer => ({ ...answer, body: Buffer.from(answer.body) });

/** Times that an answer is asked for before it counts as kept: it may be stored after it was sent. */
const asksUntilKept = 3;

const askUntilKept = async (contestant: RunningContestant, request: Buffer): Promise<Answer> => {
  let answer = kept(await askOnce(contestant.port, request));
  for (let ask = 1; ask < asksUntilKept; ask += 1) answer = kept(await askOnce(contestant.port, request));
  return answer;
};

/** Ours, whose answers the bare server copies. */
const model = (bench: Bench): RunningContestant => {
  const ours = contestantOf(bench, 'marquee-memory');
  if (!ours) throw new Error('The bare server has nobody to copy from: expected marquee-memory to run.');
  return ours;
};

/** The tag of an answer of ours, with which it is asked for conditionally. */
export const etagOf = async (contestant: RunningContestant, request: Buffer): Promise<string> => {
  const etag = headerOf(await askUntilKept(contestant, request), 'etag');
  if (etag === undefined) throw new Error(`${contestant.name} gives its answers no ETag.`);
  return etag;
};

/** Lets the bare server answer as ours does. */
const copyAnswer = async (
  bench: Bench,
  raw: RunningContestant,
  request: Buffer,
  conditional?: Conditional,
) => {
  const ours = model(bench);
  const whole = await askUntilKept(ours, request);
  dataOf(whole);
  const answer: FixedAnswer = { headers: copiedHeaders(whole), body: whole.body.toString('base64') };
  const etag = headerOf(whole, 'etag');
  if (!conditional || etag === undefined) return raw.setAnswer(answer);
  const notModified = await askUntilKept(ours, conditional(etag));
  return raw.setAnswer({ ...answer, notModified: { etag, headers: copiedHeaders(notModified) } });
};

/** Makes a request conditional. */
export type Conditional = (etag: string) => Buffer;

/**
 * Gets a contestant ready for being asked the same all the time: the answer is there, it is right, and it is what each
 * answer is held against.
 * @param past of ours alone: the same request, past the cache. Without it the referee's answer is the right one.
 */
export const prepareHit = async (
  bench: Bench,
  contestant: RunningContestant,
  request: Buffer,
  past?: Buffer,
) => {
  if (contestant.entrant.role === 'limit') await copyAnswer(bench, contestant, request);
  const answer = await askUntilKept(contestant, request);
  const judge = past ? model(bench) : bench.referee;
  const right = dataOf(kept(await askOnce(judge.port, past ?? request)));
  if (dataOf(answer) !== right)
    throw new Error(`${contestant.name} does not answer what ${judge.name} does.`);
  return {
    request: () => () => request,
    check: createSameAnswerCheck(contestant.name, answer),
  };
};

/** The same for an answer that the client has already. */
export const prepareConditional = async (
  bench: Bench,
  contestant: RunningContestant,
  request: Buffer,
  conditional: Conditional,
) => {
  if (contestant.entrant.role === 'limit') await copyAnswer(bench, contestant, request, conditional);
  const asking = conditional(await etagOf(contestant, request));
  const answer = await askUntilKept(contestant, asking);
  if (answer.status !== 304) throw new Error(`${contestant.name} answered ${answer.status} to its own ETag.`);
  return { request: () => () => asking, check: createSameAnswerCheck(contestant.name, answer) };
};
