import { createKnownQuestions } from '../src/http/graphql/known-questions.ts';
import { asked } from './profile-questions.ts';

/**
 * What it costs to find out which question a request asks that was asked before, beside a Map by text:
 * `node bench/question-cost.ts`. Each look has a text of its own, as every request has.
 */
const looks = 1_000_000;
const body = Buffer.from(asked()());
const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: unknown };
const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
const address = Buffer.from(`/graphql?${parameters.toString()}`);
const newAddress = (): string => address.toString('latin1');

/** At odd places of larger memory, as what a socket reads. */
const bodies = Array.from({ length: 64 }, (_, place) => {
  const read = Buffer.alloc(body.byteLength + 64);
  body.copy(read, place);
  return read.subarray(place, place + body.byteLength);
});
const bodyFor = (look: number): Buffer => bodies[look % bodies.length] ?? body;

const questions = createKnownQuestions(1_000_000);
questions.remember(body, 'question');
questions.remember(newAddress(), 'question');
const byText = new Map([
  [body.toString('latin1'), 'question'],
  [newAddress(), 'question'],
]);

const nanosecondsOf = (find: (look: number) => unknown): number => {
  let before = process.cpuUsage();
  let found = 0;
  for (let look = -looks / 4; look < looks; look += 1) {
    if (look === 0) before = process.cpuUsage();
    if (find(look + looks) !== undefined) found += 1;
  }
  // Of this process, since others may share its cores.
  const { user, system } = process.cpuUsage(before);
  if (found !== looks * 1.25) throw new Error('A question was not found.');
  return Math.round(((user + system) * 1_000) / looks);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(`POST, ${body.byteLength} bytes`);
say(`  by its bytes     ${nanosecondsOf((look) => questions.find(bodyFor(look)))} ns`);
say(`  by its text      ${nanosecondsOf((look) => byText.get(bodyFor(look).toString('latin1')))} ns`);
say(`GET, ${address.byteLength} characters, which take ${nanosecondsOf(newAddress)} ns to make`);
say(`  by some of them  ${nanosecondsOf(() => questions.find(newAddress()))} ns`);
say(`  by its text      ${nanosecondsOf(() => byText.get(newAddress()))} ns`);
