import { witness } from './witness.mjs';

/** Files that extensions often let pages read; LinkedIn asks for one such file of each id it knows. */
const FILES = [
  'manifest.json',
  'icon/128.png',
  'sidepanel.html',
  'content-scripts/content.js',
  'herold.wasm',
];

/* global PROBED_EXTENSIONS */
export async function probeExtensions() {
  for (const origin of PROBED_EXTENSIONS) {
    for (const file of FILES) {
      const found = await fetch(`${origin}/${file}`).then(
        () => true,
        () => false,
      );
      witness.probes.push({ url: `${origin}/${file}`, found });
    }
  }
}
