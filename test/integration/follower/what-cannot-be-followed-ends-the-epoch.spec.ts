import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { anythingTag, documentTag } from '../../../src/cache/tags.ts';
import { startOwnMongod } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import { NAME } from '../tracking-property.ts';
import { followerRig, type FollowerRig, tagsOf } from './follower-kit.ts';

interface Lease {
  readonly _id: string;
  readonly token: { readonly _data: string };
}
const leases = ({ db }: FollowerRig) => db.unseen.collection<Lease>('marquee.follower');
const endsFor = (rig: FollowerRig): Promise<readonly string[]> =>
  waitFor(() => rig.ended.length > 0, 'an epoch was ended').then(() => rig.ended);
const bound = ({ db }: FollowerRig) => db.unseen.getClient().db(db.database);

describe('the epoch ends when a followed collection', () => {
  const acts: readonly (readonly [string, (rig: FollowerRig) => Promise<unknown>, string])[] = [
    ['is dropped', (rig) => bound(rig).dropCollection(NAME), `followed drop ${NAME}`],
    ['is renamed', (rig) => bound(rig).renameCollection(NAME, 'moved'), `followed rename ${NAME} moved`],
    [
      'is what another is renamed to',
      (rig) => bound(rig).renameCollection('others', NAME, { dropTarget: true }),
      '',
    ],
    [
      'is made anew by $out',
      (rig) =>
        bound(rig)
          .collection('others')
          .aggregate([{ $out: NAME }])
          .toArray(),
      '',
    ],
    ['goes with its database', (rig) => bound(rig).dropDatabase(), ''],
  ];
  test.each(acts)('%s', async (_name, act, reason) => {
    await using rig = await followerRig();
    await bound(rig).collection('others').insertOne({ kind: 'a' });
    const follower = rig.start();
    await rig.told();
    await act(rig);
    expect((await endsFor(rig))[0]).toContain(reason === '' ? 'followed ' : reason);
    expect(follower.report().endedEpochs).toBe(1);
    expect(follower.lines.some(({ level }) => level === 'warn')).toBe(true);
  });
});

test('another collection may come and go', async () => {
  await using rig = await followerRig();
  rig.start();
  const db = bound(rig);
  await db.collection('others').insertOne({ kind: 'a' });
  await db.renameCollection('others', 'again');
  await db.collection('again').createIndex({ kind: 1 });
  await db.dropCollection('again');
  await db.collection(NAME).createIndex({ extra: 1 });
  await rig.told();
  expect(rig.ended).toEqual([]);
});

describe('the epoch ends when the place where following stopped', () => {
  const stopAt = async (rig: FollowerRig, place: () => Promise<string>): Promise<void> => {
    const first = rig.start();
    await rig.told();
    await first.stop();
    const _data = await place();
    await leases(rig).updateOne({ _id: 'follower' }, { $set: { token: { _data } } });
    rig.start();
  };

  test('is not to be found any more', async () => {
    await using rig = await followerRig();
    await stopAt(rig, async () => {
      const stream = bound(rig).watch();
      await stream.tryNext();
      await bound(rig).collection(NAME).insertOne({ kind: 'a' });
      const { _id } = await stream.next();
      await stream.close();
      const { _data } = _id as { readonly _data: string };
      // The time is at its beginning: of the same change, a minute earlier, there is nothing.
      const seconds = Number.parseInt(_data.slice(2, 10), 16) - 60;
      return `${_data.slice(0, 2)}${seconds.toString(16).toUpperCase().padStart(8, '0')}${_data.slice(10)}`;
    });
    expect((await endsFor(rig))[0]).toBe('the stream of changes cannot be gone on with');
  });

  test('makes no sense to the server, whatever it says about it', async () => {
    await using rig = await followerRig();
    await stopAt(rig, async () => 'FFFF');
    expect(await endsFor(rig)).toHaveLength(1);
  });

  test('is not known, and nobody said where the epoch begins', async () => {
    await using rig = await followerRig({ isBeginningKnown: false });
    rig.start();
    expect(await endsFor(rig)).toEqual(['nobody says from when on it is to be followed']);
  });
});

test('the epoch ends at a change that is too large to be told', { timeout: 120_000 }, async () => {
  await using rig = await followerRig();
  const things = rig.db.unseen.collection<{ _id: string; labels: string[] }>(NAME);
  const large = (letter: string): string[] => [letter.repeat(6_000_000)];
  await things.insertOne({ _id: 'a', labels: large('a') });
  rig.start();
  await rig.told();
  expect(rig.ended).toEqual([]);
  // Before, after and what was set are facets, so that the event holds them all.
  await things.updateOne({ _id: 'a' }, { $set: { labels: large('b') } });
  expect((await endsFor(rig))[0]).toContain('too large');
});

describe('where Mongo does not keep what documents were', () => {
  test('it is told to, once; and whatever is not known drops all of the collection', async () => {
    await using rig = await followerRig();
    const { db } = rig;
    const namespace = `${db.database}.${NAME}`;
    const things = db.unseen.collection<{ _id: string; kind: string }>(NAME);
    const isKept = async () => {
      const [found] = await bound(rig).listCollections({ name: NAME }, { nameOnly: false }).toArray();
      return (found as { options?: { changeStreamPreAndPostImages?: object } } | undefined)?.options
        ?.changeStreamPreAndPostImages;
    };
    expect(await isKept()).toBeUndefined();
    await things.insertOne({ _id: 'a', kind: 'x' });
    // From before it was told to.
    await things.deleteOne({ _id: 'a' });
    await things.insertOne({ _id: 'b', kind: 'x' });
    rig.start();
    const first = tagsOf(await rig.told());
    expect(first).toContain(anythingTag(namespace));
    expect(await isKept()).toEqual({ enabled: true });

    await things.deleteOne({ _id: 'b' });
    const second = tagsOf(await rig.told());
    expect(second).toContain(documentTag(namespace, 'sb'));
    expect(second).toContain(`${namespace}[kind=sx]`);
    expect(second).not.toContain(anythingTag(namespace));
  });

  test(
    'and cannot be told to, what moves or removes a document drops all of its collection',
    { timeout: 120_000 },
    async () => {
      await using mongod = await startOwnMongod();
      const admin = await mongoose.createConnection(mongod.uri).asPromise();
      await admin.db?.admin().command({ setFeatureCompatibilityVersion: '5.0' });
      await admin.close();
      await using rig = await followerRig({ uri: mongod.uri });
      const { db } = rig;
      const namespace = `${db.database}.${NAME}`;
      const things = db.unseen.collection<{ _id: string; kind: string; n?: number }>(NAME);
      const follower = rig.start();
      await things.insertOne({ _id: 'a', kind: 'x' });
      const first = tagsOf(await rig.told());
      expect(first).toEqual(expect.arrayContaining([documentTag(namespace, 'sa'), `${namespace}[kind=sx]`]));
      await things.updateOne({ _id: 'a' }, { $set: { n: 1 } });
      const second = tagsOf(await rig.told());
      expect(second.some((tag) => tag.endsWith(`${namespace}[kind=sx]~n`))).toBe(true);
      expect([...first, ...second]).not.toContain(anythingTag(namespace));
      for (const act of [
        () => things.updateOne({ _id: 'a' }, { $set: { kind: 'y' } }),
        () => things.replaceOne({ _id: 'a' }, { kind: 'z' }),
        () => things.deleteOne({ _id: 'a' }),
      ]) {
        await act();
        expect(tagsOf(await rig.told())).toContain(anythingTag(namespace));
      }
      expect(follower.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
      expect(rig.ended).toEqual([]);
    },
  );
});
