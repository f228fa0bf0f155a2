import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentTag, MAX_TAGS_PER_RECORD } from '../../../src/cache/tags.ts';
import { ALL_HOSTS, type LogHost, type LogPlace } from './implementations.ts';

const film = (id: number | string) => documentTag('shop.films', String(id));
const record = (...tags: string[]) => ({ tags, declarations: 'd1' });
const later = (order: string) => ({ ...record(), operationTime: { order, signed: `signed ${order}` } });

describe.each(ALL_HOSTS)('the invalidation log in %s', (_name, start) => {
  let host: LogHost<LogPlace>;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('an epoch begins with one record, which names nothing', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const opening = { position: 1, tags: [], declarations: '' };
    expect(await log.prove(epoch, 0)).toEqual({ position: 1, records: [opening], operationTime: undefined });
  });

  test('appends of several instances at once stand in one order, which every instance sees', async () => {
    const place = await host.place();
    const instances = await Promise.all([place.instance(), place.instance(), place.instance()]);
    const [first] = instances;
    const epoch = await first.open();
    const writes = Array.from({ length: 60 }, (_, index) => film(index));
    const positions = await Promise.all(
      writes.map((tag, index) => (instances[index % 3] ?? first).append(epoch, record(tag))),
    );
    expect(positions.toSorted((a, b) => a - b)).toEqual(writes.map((_, index) => index + 2));
    const expected = writes
      .map((tag, index) => ({ position: positions[index], tags: [tag], declarations: 'd1' }))
      .toSorted((a, b) => Number(a.position) - Number(b.position));
    for (const instance of instances) {
      expect(await instance.prove(epoch, 1)).toMatchObject({ position: 61, records: expected });
    }
  });

  test('an instance sees its own appends in the order in which it made them', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const positions = await Promise.all([1, 2, 3, 4].map((id) => log.append(epoch, record(film(id)))));
    expect(positions).toEqual([2, 3, 4, 5]);
  });

  test('a proof sent after the reply to an append shows it, on any instance', async () => {
    const place = await host.place();
    const [writer, reader] = [await place.instance(), await place.instance()];
    const epoch = await writer.open();
    for (let write = 0; write < 50; write += 1) {
      const position = await writer.append(epoch, record(film(write)));
      const reply = await reader.prove(epoch, position - 1);
      expect(reply.records).toContainEqual({ position, tags: [film(write)], declarations: 'd1' });
    }
  });

  test('a proof from the last position brings nothing', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const position = await log.append(epoch, record(film(1)));
    expect(await log.prove(epoch, position)).toMatchObject({ position, records: [] });
  });

  test('tags come back as they were, whatever they hold', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const tags = [film('a\0b'), film('"quoted", [and] {so}'), film('ein Löwe 🦁'), film(' ')];
    await log.append(epoch, { tags, declarations: 'd "1"' });
    expect((await log.prove(epoch, 1)).records).toEqual([{ position: 2, tags, declarations: 'd "1"' }]);
  });

  test('a record names each tag once', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    await log.append(epoch, record(film(1), film(1)));
    expect((await log.prove(epoch, 1)).records).toMatchObject([{ tags: [film(1)] }]);
  });

  test('a record of too many tags names their collections instead', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const films = Array.from({ length: MAX_TAGS_PER_RECORD + 1 }, (_, id) => film(id));
    await log.append(epoch, record(...films));
    expect((await log.prove(epoch, 1)).records).toMatchObject([{ tags: ['shop.films!', 'shop.films'] }]);
  });

  test('an instance that is further behind than the log reaches back is told so', async () => {
    const log = await (await host.place()).instance({ maxRecords: 10, maxTail: 100_000 });
    const epoch = await log.open();
    // Redis trims by whole blocks of a hundred records.
    for (let write = 0; write < 400; write += 1) await log.append(epoch, record(film(write)));
    expect(await log.prove(epoch, 1)).toMatchObject({ position: 401, records: 'truncated' });
    expect(await log.prove(epoch, 391)).toMatchObject({ position: 401, records: { length: 10 } });
  });

  test('the latest of the operation times is kept, whoever brings it when', async () => {
    const place = await host.place();
    const [one, other] = [await place.instance(), await place.instance()];
    const epoch = await one.open();
    await one.append(epoch, later('00000005000000ff'));
    await other.append(epoch, later('0000000500000100'));
    await one.append(epoch, later('00000004ffffffff'));
    await one.append(epoch, record());
    const operationTime = { order: '0000000500000100', signed: 'signed 0000000500000100' };
    expect(await one.prove(epoch, 1)).toMatchObject({ operationTime });
    await other.append(epoch, later('0000000a00000000'));
    expect(await one.prove(epoch, 1)).toMatchObject({ operationTime: { order: '0000000a00000000' } });
  });

  test('a new epoch knows nothing of the one before, whose holders are refused', async () => {
    const log = await (await host.place()).instance();
    const before = await log.open();
    await log.append(before, later('0000000500000000'));
    const after = await log.open();
    expect(after.nonce).not.toBe(before.nonce);
    expect(after.logId).toBe(before.logId);
    expect(await log.prove(after, 1)).toEqual({ position: 1, records: [], operationTime: undefined });
    const refusal = { name: 'LogRefusedError', reason: 'other-epoch' };
    await expect(log.append(before, record(film(1)))).rejects.toMatchObject(refusal);
    await expect(log.prove(before, 2)).rejects.toMatchObject(refusal);
    expect(await log.prove(after, 1)).toMatchObject({ position: 1 });
  });

  test('an epoch of another log is refused', async () => {
    const log = await (await host.place()).instance();
    const epoch = { ...(await log.open()), logId: 'elsewhere' };
    const refusal = { name: 'LogRefusedError', reason: 'other-log' };
    await expect(log.append(epoch, record(film(1)))).rejects.toMatchObject(refusal);
    await expect(log.prove(epoch, 1)).rejects.toMatchObject(refusal);
  });

  test('a log in which no epoch was begun is refused', async () => {
    const place = await host.place();
    const { logId } = await (await host.place()).instance().then((log) => log.open());
    const log = await place.instance();
    const refusal = { name: 'LogRefusedError' };
    await expect(log.append({ nonce: 'none', logId }, record(film(1)))).rejects.toMatchObject(refusal);
    await expect(log.prove({ nonce: 'none', logId }, 0)).rejects.toMatchObject(refusal);
  });

  test('who has applied more than the log holds is refused', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    const refusal = { name: 'LogRefusedError', reason: 'behind-applied' };
    await expect(log.prove(epoch, 2)).rejects.toMatchObject(refusal);
  });

  test('a closed log cannot be reached', async () => {
    const log = await (await host.place()).instance();
    const epoch = await log.open();
    await log.close();
    const unavailable = { name: 'LogUnavailableError' };
    await expect(log.append(epoch, record(film(1)))).rejects.toMatchObject(unavailable);
    await expect(log.prove(epoch, 1)).rejects.toMatchObject(unavailable);
    await expect(log.open()).rejects.toMatchObject(unavailable);
  });
});
