import { defineConfig } from 'vitest/config';

/** Browsers are real and share two cores: one file after the other, with time to spare. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.mjs'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
