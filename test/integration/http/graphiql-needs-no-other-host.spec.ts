import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleOperations } from '../../../src/graphql/example-operations.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { sendRaw } from '../../testkit/untyped.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

const page = () => sendRaw(running.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });

/** The page without what its scripts and styles hold: what is left is what a browser fetches by itself. */
const markupOf = (html: string): string =>
  html
    .replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, '$1')
    .replace(/(<style\b[^>]*>)[\s\S]*?<\/style>/gi, '$1');

test('a browser gets GraphiQL at the address of the API', async () => {
  const { status, headers, text } = await page();
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/html/);
  expect(text).toContain('<title>Marquee</title>');
});

test('the page loads nothing from anywhere', async () => {
  const { text } = await page();
  const markup = markupOf(text);
  expect(markup).toMatch(/<script\b/);
  const references = [
    ...markup.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\s(?:src|href)=["']?([^"'>\s]*)/gi),
  ];
  expect(references.map(([, reference = '']) => reference).filter((to) => !to.startsWith('data:'))).toEqual(
    [],
  );
  expect(text).not.toMatch(/@import\s+(?:url\()?["']?(?:https?:)?\/\//i);
  expect(text).not.toMatch(/unpkg\.com|jsdelivr|cdnjs/);
});

test('the page has the example operations in it', async () => {
  const { text } = await page();
  for (const { query } of exampleOperations) {
    const name = /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '';
    expect(text).toContain(name);
  }
});

test('a client that wants JSON gets no page', async () => {
  const { text } = await sendRaw(`${running.url}?query={genres{slug}}`, {
    headers: { accept: 'application/json' },
  });
  expect(JSON.parse(text)).toMatchObject({ data: { genres: expect.any(Array) as unknown[] } });
});
