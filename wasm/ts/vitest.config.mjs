import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../../tests/wasm', import.meta.url).pathname,
    include: ['**/*.test.mjs'],
    testTimeout: 30_000,
  },
});
