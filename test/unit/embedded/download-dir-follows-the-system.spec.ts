import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultDownloadDir } from '../../../src/infra/embedded/index.ts';

test('XDG_CACHE_HOME wins when it is an absolute path', () => {
  expect(defaultDownloadDir({ XDG_CACHE_HOME: '/caches', HOME: '/home/ada' })).toBe(
    path.join('/caches', 'marquee'),
  );
});

test('a relative XDG_CACHE_HOME is ignored, as its specification asks', () => {
  expect(defaultDownloadDir({ XDG_CACHE_HOME: 'caches', HOME: '/home/ada' })).toBe(
    defaultDownloadDir({ HOME: '/home/ada' }),
  );
});

test('without HOME it is still an absolute path', () => {
  expect(path.isAbsolute(defaultDownloadDir({}))).toBe(true);
});
