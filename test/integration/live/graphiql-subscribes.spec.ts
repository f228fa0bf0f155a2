import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { startEngineApp } from '../../testkit/engine-app.ts';
import { listening, nobodyListens } from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

test.runIf(executablePath !== undefined)(
  'a browser hears in GraphiQL what is counted, until it stops',
  async () => {
    const files = createMemoryObjectStore();
    await using running = await startEngineApp({
      extension: signedInByName,
      seedProgress: undefined,
      objectStore: files,
    });
    await addChannel(running, ada, 'ada');
    const id = await addPublicVideo(running, files, ada);
    const query = `subscription Watch { videoCounters(videoId: "${id}") { views likes } }`;

    await using opened = new AsyncDisposableStack();
    const browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    opened.defer(() => browser.close());
    const page = await browser.newPage();
    page.setDefaultTimeout(50_000);
    await page.goto(`${running.url}?query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /execute/i }).click();
    const results = page.locator('.result-window');
    await results.getByText('"views": 0').waitFor();
    await listening(running, 2);
    await askAs(running, nobody, 'mutation ($id: ID!) { recordVideoView(id: $id) { counted } }', { id });
    await results.getByText('"views": 1').waitFor();
    expect(await results.innerText()).toMatch(/"likes":\s0/);
    await page.getByRole('button', { name: /stop/i }).click();
    await nobodyListens(running);
  },
);
