import { defineConfig } from 'vitest/config';

/** Browsers are real and wait as much as they work: two files at a time on two cores, with time to spare. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.mjs'],
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
