import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import {
  addPerson,
  createWorld,
  openDomains,
  type OpenDomain,
  type OpenRead,
  type OpenWrite,
  type OwnRequest,
  type Person,
  type World,
} from '../../testkit/owned/index.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

let instances: readonly RunningApp[];
let mongodbUri: string;
let world: World;

beforeAll(async () => {
  mongodbUri = freshMongo();
  const shared = {
    mongodbUri,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    seedProgress: undefined,
  };
  instances = [await startEngineApp(shared), await startEngineApp(shared)];
  await Promise.all(instances.map(live));
  const [first] = instances;
  if (first) world = await createWorld(first, mongodbUri);
});
afterAll(async () => {
  for (const instance of instances) await instance[Symbol.asyncDispose]();
});

interface Told {
  readonly data: unknown;
  readonly codes: readonly unknown[];
  readonly isHit: boolean;
}

const ask = async (instance: number, request: OwnRequest, person?: Person): Promise<Told> => {
  const response = await fetch(instances[instance]?.url ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(person && { authorization: person.authorization }),
    },
    body: JSON.stringify(request),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions?: { code?: unknown } }[];
  };
  return {
    data,
    codes: (errors ?? []).map(({ extensions }) => extensions?.code),
    isHit: /; hit/.test(response.headers.get('cache-status') ?? ''),
  };
};

/** Makes a change, which is refused where it has to be. */
const make = async (write: OpenWrite | undefined, instance: number, person: Person): Promise<void> => {
  if (!write) return;
  const expected = write.expectedFor(person);
  const { data, codes } = await ask(instance, write.request, person);
  const compared = expected.data === undefined ? undefined : data;
  expect({ write: write.request, of: person.name, data: compared, codes }).toEqual({
    write: write.request,
    of: person.name,
    ...expected,
  });
  write.doneBy(person);
};

interface Step {
  readonly instance: number;
  readonly write: OpenWrite | undefined;
  /** Numbers of questions. */
  readonly reads: readonly number[];
}

const scripts = (
  domains: readonly OpenDomain[],
  people: number,
): fc.Arbitrary<readonly (readonly Step[])[]> => {
  const step = fc.record({
    instance: fc.nat(1),
    write: fc.option(fc.oneof(...domains.flatMap(({ writes }) => (writes ? [writes] : []))), {
      nil: undefined,
    }),
    reads: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  });
  const script = fc.array(step, { minLength: 1, maxLength: 6 });
  return fc.array(script, { minLength: people, maxLength: people });
};

test('each viewer is answered what is theirs, whoever else asks the same, cold and cached, on any instance', async () => {
  /** New ones each round, besides those of the world. */
  const newcomers = { ann: ['VIEWER'], ben: ['VIEWER'], cy: ['VIEWER', 'INSTRUCTOR'] } as const;
  const domains = openDomains(world);
  const questions = domains.flatMap(({ reads }) => reads);
  let round = 0;
  let hits = 0;
  let answers = 0;

  /** Both instances, twice each: computed by one, then kept. */
  const everywhere = [0, 1, 0, 1];

  const check = async (question: OpenRead, where: number, person: Person): Promise<void> => {
    if (!question.isAskedOf(person)) return;
    const { data, codes, isHit } = await ask(where, question.request, person);
    const found = { data: codes.length === 0 ? question.pick(data) : data, codes };
    const asked = { question: question.request, of: person.name };
    expect({ ...asked, ...found }).toEqual({ ...asked, ...question.expectedFor(person) });
    // What is refused is never kept.
    if (codes.length > 0) return;
    answers += 1;
    if (isHit) hits += 1;
  };

  const asTheyLive = async (person: Person, steps: readonly Step[]): Promise<void> => {
    for (const { instance, write, reads } of steps) {
      await make(write, instance, person);
      for (const read of reads) {
        const question = questions[read % questions.length];
        if (!question) throw new Error('There are no questions.');
        for (const where of everywhere) await check(question, where, person);
      }
    }
  };

  const nobody = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      for (const { request, forNobody } of questions) {
        const { data, codes } = await ask(time % 2, request);
        expect({ request, data, codes }).toEqual({ request, ...forNobody });
      }
    }
  };

  await fc.assert(
    fc.asyncProperty(scripts(domains, Object.keys(newcomers).length + 2), async (all) => {
      round += 1;
      const added = Object.entries(newcomers).map(([name, roles]) =>
        addPerson(mongodbUri, `${name}-${round}`, roles),
      );
      const people = [...(await Promise.all(added)), world.teacher, world.admin];
      const lives = people.map((person, index) => asTheyLive(person, all[index] ?? []));
      // All are waited for, so that none reaches into the next round.
      const outcomes = await Promise.allSettled([...lives, nobody(2)]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      // Once more, when nothing is being written: everybody asks the same at the same time.
      for (const question of questions) {
        await Promise.all([...people, ...people].map((person, index) => check(question, index % 2, person)));
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // The truth is easily told without a cache.
  expect(hits / answers).toBeGreaterThan(0.3);
}, 300_000);
