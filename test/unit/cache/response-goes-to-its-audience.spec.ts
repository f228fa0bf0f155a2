import assert from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/cache/entry.ts';
import { answer, counting, settle, startRig, textOf } from './response-rig.ts';

const ask = (viewerId: string | undefined) => ({ key: 'page', viewerId });
const forAudience = (audience: Audience) => counting((call) => answer(`#${call}`, { audience }));

test("everyone's answer is everyone's", async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const page = forAudience('everyone');
  for (const viewerId of ['a', undefined, 'b']) await cache.respond(ask(viewerId), page.compute);
  expect(page.calls()).toBe(1);
});

test("the anonymous one's answer goes to the anonymous alone", async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const page = forAudience('anonymous');
  await cache.respond(ask(undefined), page.compute);
  expect((await cache.respond(ask(undefined), page.compute)).how).toBe('hit');
  expect((await cache.respond(ask('a'), forAudience({ viewerId: 'a' }).compute)).how).toBe('computed');
});

test("a viewer's answer goes to that viewer alone", async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(ask('a'), counting(() => answer('of a', { audience: { viewerId: 'a' } })).compute);
  expect(textOf(await cache.respond(ask('a'), forAudience('everyone').compute))).toBe('of a');
  expect((await cache.respond(ask(undefined), forAudience('anonymous').compute)).how).toBe('computed');
  expect((await cache.respond(ask('b'), forAudience({ viewerId: 'b' }).compute)).how).toBe('computed');
});

test('a viewer whose id looks like a part of a key gets nothing of others', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const own = (viewerId: string) =>
    counting(() => answer(`of ${viewerId}`, { audience: { viewerId } })).compute;
  await cache.respond({ key: 'c', viewerId: 'a:b' }, own('a:b'));
  rig.clock.advance(1);
  expect((await cache.respond({ key: 'b:c', viewerId: 'a' }, own('a'))).how).toBe('computed');
  expect((await cache.respond({ key: 'c', viewerId: 'a%3ab' }, own('a%3ab'))).how).toBe('computed');
  // Nor do they push each other's answers out.
  expect((await cache.respond({ key: 'c', viewerId: 'a:b' }, own('a:b'))).how).toBe('hit');
});

test('what lies under the wrong key is still kept from those it is not for', async () => {
  const rig = await startRig();
  const { cache, memory, events } = rig.instance();
  await cache.respond(ask('a'), counting(() => answer('of a', { audience: { viewerId: 'a' } })).compute);
  const own = memory.peek(`answer:${rig.nonce()}:viewer:a:page`);
  assert(own);
  memory.put(`answer:${rig.nonce()}:everyone:page`, own);
  const served = await cache.respond(ask('b'), forAudience({ viewerId: 'b' }).compute);
  expect([served.how, served.missed]).toEqual(['computed', 'other-audience']);
  expect(events.counts()).toMatchObject({ 'miss:answer:other-audience': 1 });
});

test('whoever waited for an answer that turns out to be private computes their own, all at once', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  let running = 0;
  let atOnce = 0;
  const viewers = Array.from({ length: 20 }, (_, index) => `viewer-${index}`);
  const served = await Promise.all(
    viewers.map((viewerId) =>
      cache.respond(ask(viewerId), async () => {
        running += 1;
        atOnce = Math.max(atOnce, running);
        await settle();
        running -= 1;
        return answer(`of ${viewerId}`, { audience: { viewerId } });
      }),
    ),
  );
  expect(served.map(textOf)).toEqual(viewers.map((viewerId) => `of ${viewerId}`));
  expect(atOnce).toBe(viewers.length - 1);
});

test('once an answer is known to be private, other viewers do not wait for it', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(ask('a'), forAudience({ viewerId: 'a' }).compute);
  let running = 0;
  let atOnce = 0;
  const slow = async (viewerId: string) =>
    cache.respond(ask(viewerId), async () => {
      running += 1;
      atOnce = Math.max(atOnce, running);
      await settle();
      running -= 1;
      return answer('x', { audience: { viewerId } });
    });
  await Promise.all([slow('b'), slow('c'), slow('c')]);
  expect(atOnce).toBe(2);
});
