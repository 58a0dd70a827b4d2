import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: decodeURIComponent(new URL('../../tests/wasm', import.meta.url).pathname),
    include: ['**/*.test.mjs'],
    testTimeout: 30_000,
  },
});
