import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createApp } from '../../src/app.ts';
import { defaultDownloadDir, startEmbeddedMongod } from '../../src/infra/embedded/index.ts';
import { createLogger } from '../../src/infra/logger.ts';

/**
 * Takes the README's picture of GraphiQL: starts the server on the bundled films, opens GraphiQL in a real browser that
 * may reach this machine only, runs the first example, and photographs the answer.
 *
 *     node docs/images/graphiql.ts [path of a Chromium or Chrome]
 */
const browserPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.argv[2] ?? browserPaths.find((candidate) => existsSync(candidate));
if (executablePath === undefined) throw new Error('No Chromium was found. Give its path as the argument.');

const log = createLogger({ level: 'warn', pretty: false });
const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-picture-'));
await using opened = new AsyncDisposableStack();
opened.defer(() => rm(dataDir, { recursive: true, force: true }));
const mongod = await startEmbeddedMongod({ dataDir, downloadDir: defaultDownloadDir({}), log });
opened.defer(() => mongod.stop());
const app = await createApp({
  mongodbUri: mongod.uri,
  redisUrl: undefined,
  redisPrefix: 'marquee',
  cacheMemoryMb: 64,
  cacheRedisBudgetMs: 50,
  cacheEngine: 'marquee',
  corsOrigins: undefined,
  dataDir,
  rateLimits: true,
  // Of a rate that does not bind: its cost is there.
  rateLimitGeneral: { limit: 1_000_000_000, windowMs: 900_000 },
  trustProxy: undefined,
  httpMaxAge: 'none',
  development: true,
  mailFrom: 'Marquee <no-reply@localhost>',
  smtpUrl: undefined,
  webUrl: 'http://localhost',
  tokenKeys: [{ id: 'picture', secret: randomBytes(32) }],
  log,
  seedProgress: () => undefined,
});
opened.defer(() => app.close());
const { port } = await app.listen(0, '127.0.0.1');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
opened.defer(() => browser.close());
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
const elsewhere: string[] = [];
await page.route('**/*', async (route) => {
  const url = new URL(route.request().url());
  if (url.hostname === '127.0.0.1' || url.protocol === 'data:' || url.protocol === 'blob:')
    return route.continue();
  elsewhere.push(url.href);
  return route.abort();
});
await page.goto(`http://127.0.0.1:${port}/graphql`);
await page.getByRole('button', { name: /execute/i }).click();
await page.locator('.result-window', { hasText: 'The Shawshank Redemption' }).waitFor();
await page.screenshot({ path: fileURLToPath(new URL('graphiql.png', import.meta.url)) });
if (elsewhere.length > 0)
  throw new Error(`GraphiQL asked for ${elsewhere.join(', ')}: it would not work offline.`);
process.stdout.write(
  'docs/images/graphiql.png shows a real answer, and nothing was asked of another host.\n',
);
