import { LABELS } from '../labels.mjs';
import { prefilledText } from './composer.mjs';
import { rerender } from './habits.mjs';
import { probeExtensions } from './probe.mjs';
import { watch } from './witness.mjs';

export const labels = LABELS[window.__language];

/** What both pages do: watch, open a prefilled composer, probe; `window.__standin` is the tests' way in. */
export function startPage({ composer, comment, messaging }) {
  watch(document);
  window.__standin = {
    composer: {
      editor: () => composer.quill?.root ?? null,
      text: () => composer.quill?.getText() ?? null,
      selection: () => composer.quill?.getSelection() ?? null,
      rerender: () => rerender(composer.quill.root),
      open: composer.open,
      close: composer.close,
    },
    comment,
    messaging,
  };
  const text = prefilledText();
  if (text !== null) composer.open(text);
  void probeExtensions();
}
