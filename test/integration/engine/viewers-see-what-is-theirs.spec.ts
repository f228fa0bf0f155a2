import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { addMovie } from '../../testkit/catalogue.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import {
  openDomains,
  type OpenDomain,
  type OpenWrite,
  type OwnRequest,
  type Person,
} from '../../testkit/owned/index.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

let instances: readonly RunningApp[];
let mongodbUri: string;
const films: string[] = [];
const users: string[] = [];

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
  for (const name of ['yves', 'zoe']) {
    users.push(toGlobalId('User', (await addSignedIn(mongodbUri, name)).userId));
  }
  const [first] = instances;
  if (first) for (const title of ['One', 'Two']) films.push(await addMovie(first.admin, { title }));
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

/** @throws Error when it is refused. */
const make = async (write: OpenWrite | undefined, instance: number, person: Person): Promise<void> => {
  if (!write) return;
  const { codes } = await ask(instance, write.request, person);
  if (codes.length > 0) throw new Error(`${write.request.query} was refused: ${codes.join()}.`);
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
    write: fc.option(fc.oneof(...domains.map(({ writes }) => writes)), { nil: undefined }),
    reads: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  });
  const script = fc.array(step, { minLength: 1, maxLength: 6 });
  return fc.array(script, { minLength: people, maxLength: people });
};

test('each viewer is answered what is theirs, whoever else asks the same, cold and cached, on any instance', async () => {
  const names = ['ann', 'ben', 'cy', 'dee'];
  const domains = openDomains({ films, users });
  const questions = domains.flatMap(({ reads }) => reads);
  let round = 0;
  let hits = 0;
  let answers = 0;

  /** Both instances, twice each: computed by one, then kept. */
  const everywhere = [0, 1, 0, 1];

  const asTheyLive = async (person: Person, steps: readonly Step[]): Promise<void> => {
    for (const { instance, write, reads } of steps) {
      await make(write, instance, person);
      for (const read of reads) {
        const question = questions[read % questions.length];
        if (!question) throw new Error('There are no questions.');
        for (const where of everywhere) {
          const { data, codes, isHit } = await ask(where, question.request, person);
          expect({ question: question.request, of: person.name, data, codes }).toEqual({
            question: question.request,
            of: person.name,
            data: question.expectedFor(person),
            codes: [],
          });
          answers += 1;
          if (isHit) hits += 1;
        }
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
    fc.asyncProperty(scripts(domains, names.length), async (all) => {
      round += 1;
      const people = await Promise.all(
        names.map(async (name): Promise<Person> => {
          const { userId, authorization } = await addSignedIn(mongodbUri, `${name}-${round}`);
          return { name: `${name}-${round}`, userId, authorization };
        }),
      );
      const lives = people.map((person, index) => asTheyLive(person, all[index] ?? []));
      // All are waited for, so that none reaches into the next round.
      const outcomes = await Promise.allSettled([...lives, nobody(2)]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      // Once more, when nothing is being written: everybody asks the same at the same time.
      for (const question of questions) {
        await Promise.all(
          [...people, ...people].map(async (person, index) => {
            const { data } = await ask(index % 2, question.request, person);
            expect(data).toEqual(question.expectedFor(person));
          }),
        );
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // The truth is easily told without a cache.
  expect(hits / answers).toBeGreaterThan(0.3);
}, 180_000);
