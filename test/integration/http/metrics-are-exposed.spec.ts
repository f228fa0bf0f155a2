import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isNear } from '../../../src/http/metrics/metrics-endpoint.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { parseExposition, type ExposedMetric } from '../../testkit/exposition.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { sendRaw } from '../../testkit/untyped.ts';

const addressOf = (running: RunningApp): string => new URL('/metrics', running.url).href;

const scrape = async (running: RunningApp): Promise<readonly ExposedMetric[]> => {
  const { status, headers, text } = await sendRaw(addressOf(running));
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parseExposition(text);
};

/** Gauges of prom-client itself that are named like counters. */
const totals: ReadonlySet<string> = new Set([
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
]);

/** The sum of the samples that have these labels. */
const valueOf = (
  metrics: readonly ExposedMetric[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number =>
  metrics
    .flatMap(({ samples }) => samples)
    .filter(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    )
    .reduce((sum, { value }) => sum + value, 0);

const comedies = 'query Comedies { movies(filter: { genre: "comedy" }, first: 3) { nodes { title } } }';

const startOnRedis = async (options = {}): Promise<RunningApp> => {
  const running = await startEngineApp({
    mongodbUri: await freshMongoWithFilms(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
    ...options,
  });
  await live(running);
  return running;
};

describe('the exposition', () => {
  test('keeps to the conventions of Prometheus in names, units and buckets', async () => {
    await using running = await startOnRedis();
    for (const _time of [1, 2]) await ask(running, comedies);
    const metrics = await scrape(running);
    for (const { name, help, type, samples } of metrics) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(help).toMatch(/\S/);
      // Of base units only: https://prometheus.io/docs/practices/naming/#base-units
      expect(name).not.toMatch(
        /_(ms|milliseconds|microseconds|minutes|kb|mb|kilobytes|megabytes|percent)(_|$)/,
      );
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter' || totals.has(name)]);
      expect([name, type !== 'histogram' || name.endsWith('_seconds')]).toEqual([name, true]);
      const keys = samples.map((sample) => JSON.stringify([sample.name, sample.labels]));
      expect(new Set(keys).size).toBe(keys.length);
    }

    const histograms = metrics.filter(
      ({ type, name }) => type === 'histogram' && !name.startsWith('nodejs_'),
    );
    expect(histograms.map(({ name }) => name).toSorted()).toEqual([
      'cache_log_append_duration_seconds',
      'cache_proof_duration_seconds',
      'graphql_phase_duration_seconds',
      'http_request_duration_seconds',
      'mongodb_command_duration_seconds',
    ]);
    for (const { name, samples } of histograms) {
      const series = Map.groupBy(samples, ({ labels: { le: _le, ...labels } }) => JSON.stringify(labels));
      expect([name, series.size]).not.toEqual([name, 0]);
      for (const [, own] of series) {
        const buckets = own.filter((sample) => sample.name === `${name}_bucket`);
        const bounds = buckets.map(({ labels }) => Number(labels['le']?.replace('+Inf', 'Infinity')));
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
        expect(bounds.at(-1)).toBe(Infinity);
        const values = buckets.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(own.find((sample) => sample.name === `${name}_count`)?.value).toBe(values.at(-1));
        expect(own.find((sample) => sample.name === `${name}_sum`)?.value).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('has every metric that the documentation has, and no other of ours', async () => {
    await using running = await startOnRedis();
    const page = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const table = /^## Metrics$(.*?)^## /ms.exec(page)?.[1] ?? '';
    const documented = [...table.matchAll(/^\| `([a-z][a-z0-9_]*)(?:\{([a-z_, ]*)\})?`/gm)].map(
      ([, name = '']) => name,
    );
    const exposed = (await scrape(running))
      .map(({ name }) => name)
      .filter((name) => !/^(process|nodejs)_/.test(name));
    expect(exposed.toSorted()).toEqual(documented.toSorted());
  });

  test('tells of each request once, hits included', async () => {
    await using running = await startOnRedis({ cacheBypassShare: 0 });
    for (let count = 0; count < 5; count += 1) await ask(running, comedies);
    const set = 'mutation { setMyNote(text: "a") }';
    await ask(running, set, { as: 'ada' });
    await ask(running, comedies, { as: 'admin', headers: { 'cache-bypass': '1' } });
    await ask(running, '{ nothing }');
    const metrics = await scrape(running);
    const requests = (labels: Record<string, string>) =>
      valueOf(metrics, 'http_request_duration_seconds_count', labels);
    expect(requests({ cache: 'miss', method: 'POST', status: '200' })).toBe(1);
    expect(requests({ cache: 'hit', method: 'POST', status: '200' })).toBe(4);
    expect(requests({ cache: 'bypass' })).toBe(1);
    expect(requests({ cache: 'none', method: 'POST' })).toBe(2);
    expect(valueOf(metrics, 'cache_hits_total', { subject: 'answer', type: 'Movie', tier: 'memory' })).toBe(
      4,
    );
    expect(
      valueOf(metrics, 'cache_misses_total', { subject: 'answer', type: 'Movie', reason: 'absent' }),
    ).toBe(1);
    expect(valueOf(metrics, 'cache_bypasses_total', { subject: 'answer', reason: 'asked' })).toBe(1);
    // The miss, the mutation and what went past it; a hit has no phases.
    expect(valueOf(metrics, 'graphql_phase_duration_seconds_count', { phase: 'execute' })).toBe(3);
    expect(
      valueOf(metrics, 'mongodb_command_duration_seconds_count', { command: 'find', outcome: 'ok' }),
    ).toBeGreaterThan(0);
    expect(valueOf(metrics, 'cache_log_appends_total', { outcome: 'ok' })).toBeGreaterThan(0);
    expect(valueOf(metrics, 'cache_proof_duration_seconds_count')).toBeGreaterThan(4);
    expect(valueOf(metrics, 'cache_entries')).toBeGreaterThan(0);
    expect(valueOf(metrics, 'cache_size_bytes')).toBeLessThan(valueOf(metrics, 'cache_max_size_bytes'));
    expect(valueOf(metrics, 'cache_live')).toBe(1);
    expect(valueOf(metrics, 'cache_gate_state', { state: 'live' })).toBe(1);
    expect([valueOf(metrics, 'mongodb_up'), valueOf(metrics, 'redis_up')]).toEqual([1, 1]);
    expect(valueOf(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  });

  test('tells how far the log is ahead, and is the same for two who ask at once', async () => {
    const shared = {
      mongodbUri: await freshMongoWithFilms(),
      redisUrl: freshRedis().url,
      redisPrefix: `test-${randomUUID()}`,
    };
    await using here = await startOnRedis(shared);
    await using there = await startOnRedis(shared);
    await scrape(there);
    for (const _time of [1, 2, 3]) await ask(here, 'mutation { setMyNote(text: "a") }', { as: 'ada' });
    const [one, two] = await Promise.all([scrape(there), scrape(there)]);
    expect(valueOf(one, 'cache_log_lag_records')).toBe(3);
    for (const metrics of [one, two]) {
      expect(valueOf(metrics, 'cache_invalidations_total')).toBeGreaterThanOrEqual(3);
      expect(valueOf(metrics, 'cache_proofs_total', { outcome: 'failed' })).toBe(0);
    }
    expect(valueOf(await scrape(there), 'cache_log_lag_records')).toBe(0);
  });

  test('is there without the engine and without Redis, with what there is', async () => {
    await using running = await startEngineApp({ cacheEngine: 'off', seedProgress: undefined });
    await ask(running, comedies);
    const names = (await scrape(running)).map(({ name }) => name);
    expect(names).toContain('http_request_duration_seconds');
    expect(names.filter((name) => /^(cache|redis)_/.test(name))).toEqual([]);
  });
});

describe('metrics are read', () => {
  test('from the private network without a token, and never through a proxy', async () => {
    await using running = await startEngineApp({ cacheEngine: 'off', seedProgress: undefined });
    const url = addressOf(running);
    expect((await sendRaw(url)).status).toBe(200);
    expect(await sendRaw(url, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect((await sendRaw(url, { method: 'POST' })).status).toBe(404);
    for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip']) {
      expect((await sendRaw(url, { headers: { [header]: '10.0.0.1' } })).status).toBe(403);
    }
  });

  test('with the token, and by nobody without it, once there is one', async () => {
    const metricsToken = 'a-token-of-the-tests';
    await using running = await startEngineApp({ cacheEngine: 'off', seedProgress: undefined, metricsToken });
    const url = addressOf(running);
    const statusFor = async (authorization?: string) =>
      (await sendRaw(url, authorization === undefined ? {} : { headers: { authorization } })).status;
    expect(await statusFor(`Bearer ${metricsToken}`)).toBe(200);
    expect((await sendRaw(url)).headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
    for (const wrong of [
      undefined,
      'Bearer ',
      `Basic ${metricsToken}`,
      `Bearer ${metricsToken}x`,
      metricsToken,
    ])
      expect(await statusFor(wrong)).toBe(401);
  });

  test.for([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:10.1.2.3', true],
    ['172.31.255.255', true],
    ['192.168.0.7', true],
    ['169.254.1.1', true],
    ['fd12::1', true],
    ['fe80::1%eth0', true],
    ['172.32.0.1', false],
    ['11.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['2001:db8::1', false],
    ['', false],
    [undefined, false],
  ] as const)('%s is near: %s', ([address, near]) => {
    expect(isNear(address)).toBe(near);
  });
});
