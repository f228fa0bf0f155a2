import { expect, test } from 'vitest';
import type { Prover } from '../../../src/cache/log/prover.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { answer, counting, heldBack, settle, startRig, textOf } from './response-rig.ts';

const film = { key: 'film', viewerId: undefined };

test('a kept answer is served again', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const films = counting();
  await cache.respond(film, films.compute);
  rig.clock.advance(7);
  const second = await cache.respond(film, films.compute);
  expect(second).toMatchObject({ how: 'hit', tier: 'memory', ageMs: 7, ttlMs: 60_000, tags: ['db.films:1'] });
  expect(films.calls()).toBe(1);
});

test('a write of any of its tags ends an answer', async () => {
  const rig = await startRig();
  const { cache, events } = rig.instance();
  const films = counting((call) => answer(`#${call}`, { tags: ['db.films:1', 'db.films[]'] }));
  await cache.respond(film, films.compute);
  await rig.write('db.films[]');
  const second = await cache.respond(film, films.compute);
  expect(second).toMatchObject({ how: 'computed', missed: 'invalidated' });
  expect(textOf(second)).toBe('#2');
  expect(events.counts()).toMatchObject({ 'miss:answer:absent': 1, 'miss:answer:invalidated': 1 });
});

test('a write of other tags leaves it', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const films = counting();
  await cache.respond(film, films.compute);
  await rig.write('db.films:2');
  expect(await cache.respond(film, films.compute)).toMatchObject({ how: 'hit' });
});

test('a write during the computation ends its answer, though it is stored after the write', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const slow = heldBack();
  const first = cache.respond(film, slow.compute);
  await slow.started;
  await rig.write('db.films:1');
  slow.resolve(answer('old'));
  expect(textOf(await first)).toBe('old');
  expect(textOf(await cache.respond(film, counting(() => answer('new')).compute))).toBe('new');
});

test('the position of a computation is that of a proof taken before it is called', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await rig.write('db.films:1');
  await rig.write('db.films:1');
  const started: (number | undefined)[] = [];
  await cache.respond(film, async (start) => {
    started.push(start?.asOf);
    await rig.write('db.other:1');
    return answer('a');
  });
  expect(started).toEqual([3]);
});

test('a proof is taken anew for each request, never one from before its arrival', async () => {
  const rig = await startRig();
  const real = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  let arrived = 0;
  const provenAfter: number[] = [];
  const prover: Prover = {
    async prove() {
      provenAfter.push(arrived);
      return real.proveNow();
    },
  };
  const { cache } = rig.instance({ prover });
  for (arrived = 1; arrived <= 3; arrived += 1) await cache.respond(film, counting().compute);
  expect(provenAfter).toEqual([1, 2, 3]);
});

test('a proof that the host began for the request is used as it is', async () => {
  const rig = await startRig();
  const real = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  let taken = 0;
  const prover: Prover = {
    async prove() {
      taken += 1;
      return real.proveNow();
    },
  };
  const { cache } = rig.instance({ prover });
  await cache.respond(film, counting().compute);
  const second = await cache.respond({ ...film, proof: real.prove() }, counting().compute);
  expect([second.how, taken]).toEqual(['hit', 1]);
});

test('without a proof the cache stands aside: computed, told so, neither stored nor shared', async () => {
  const rig = await startRig();
  const { cache, events, memory } = rig.instance({ prover: { prove: async () => undefined } });
  const starts: unknown[] = [];
  const served = await cache.respond(film, async (start) => {
    starts.push(start);
    return answer('a');
  });
  expect(served).toMatchObject({ how: 'bypassed', bypassed: 'no-proof', notStored: { reason: 'bypassed' } });
  expect(starts).toEqual([undefined]);
  expect(memory.size).toBe(0);
  expect(events.counts()).toEqual({ 'bypassed:answer:no-proof': 1 });
});

test('without a living epoch nothing is served from the cache', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(film, counting().compute);
  rig.endEpoch();
  const served = await cache.respond(film, counting(() => answer('new')).compute);
  expect([served.how, served.bypassed, textOf(served)]).toEqual(['bypassed', 'no-epoch', 'new']);
});

test('an answer is not served when the epoch ends between the proof and the serving', async () => {
  const rig = await startRig();
  const real = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  let endsWithProof = false;
  const prover: Prover = {
    async prove() {
      const proof = real.proveNow();
      // A proof that can't know of the end: all the rest depends on asking the authority again.
      const blind = proof && { ...proof, isCurrent: () => true };
      if (endsWithProof) rig.endEpoch();
      return blind;
    },
  };
  const { cache } = rig.instance({ prover });
  await cache.respond(film, counting().compute);
  endsWithProof = true;
  const served = await cache.respond(film, counting(() => answer('new')).compute);
  expect([served.how, textOf(served)]).toEqual(['bypassed', 'new']);
});

test('nothing of an ended epoch is served in the next', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(film, counting().compute);
  await rig.beginEpoch();
  const served = await cache.respond(film, counting(() => answer('new')).compute);
  expect([served.how, served.missed, textOf(served)]).toEqual(['computed', 'absent', 'new']);
});

test('a slow computation that began earlier does not replace the answer of a later one', async () => {
  const rig = await startRig();
  const { cache } = rig.instance({ tuning: { joinWithinMs: 0 } });
  const slow = heldBack();
  const first = cache.respond(film, slow.compute);
  await slow.started;
  await rig.write('db.films:1');
  await cache.respond(film, counting(() => answer('new')).compute);
  slow.resolve(answer('old', { tags: ['db.unrelated:1'] }));
  await first;
  await settle();
  const third = await cache.respond(film, counting(() => answer('third')).compute);
  expect([third.how, textOf(third)]).toEqual(['hit', 'new']);
});
