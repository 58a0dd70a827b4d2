// Inputs of 1 MB made to be slow, natively: the time of the slowest of all packs. The subject is the input's name.
import { fileURLToPath } from 'node:url';
import { runNative } from './native-core.mjs';

const packs = ['de', 'de-CH', 'en', 'fr', 'it'].map((language) =>
  fileURLToPath(new URL(`../../core/packs/${language}.json`, import.meta.url)),
);
runNative('hostile', packs);
