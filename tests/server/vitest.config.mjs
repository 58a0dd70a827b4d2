import { defineConfig } from 'vitest/config';

/** Every file starts servers of its own; two at a time is what small machines take. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['http/**/*.test.mjs'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
