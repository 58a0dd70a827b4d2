import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * codemirror-json-schema renders the schema's descriptions with markdown-it and Shiki: 1.5 MB and a second
 * WebAssembly module for one line of text. Ours are plain sentences with `code`, which a few lines render.
 */
const plainDescriptions: Plugin = {
  name: 'plain-descriptions',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith('utils/markdown') || !importer?.includes('codemirror-json-schema')) return null;
    return decodeURIComponent(new URL('src/editor/descriptions.ts', import.meta.url).pathname);
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [plainDescriptions, svelte()],
  // Linked in packages would otherwise be bundled ahead of the plugin above.
  optimizeDeps: { exclude: ['codemirror-json-schema'] },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The content-security policy forbids inline scripts, styles and data: URLs for code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { index: 'index.html', join: 'join.html' } },
  },
  test: { include: ['tests/**/*.test.ts'] },
  // Tests run what the browser runs, not Svelte's server build.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
}));
