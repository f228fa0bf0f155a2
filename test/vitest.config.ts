import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take graphql's ES modules where Node, and so every library, takes its CommonJS ones: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.spec.ts'],
    globalSetup: ['test/testkit/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    // A file that loads the product anew spends a second on that; no module keeps what another file could stumble over.
    isolate: false,
    // The processes that tests start spend as much, for the most part on compiling.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)) },
    // Most of a test's time goes into waiting for servers, not into computing.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
