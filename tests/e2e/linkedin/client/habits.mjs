import { own } from './witness.mjs';

const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;
const PAUSE_MS = 300;

/**
 * What the composer does to its own text while someone writes, which breaks those who hold on to its
 * nodes: hashtags are set off a moment after a pause, and the caret is put back one frame after a key.
 */
export function keepHabits(quill) {
  let pause;
  quill.on('text-change', (_delta, _before, source) => {
    if (source !== 'user') return;
    requestAnimationFrame(() => snapCaret(quill));
    clearTimeout(pause);
    pause = setTimeout(() => own(() => setOffHashtags(quill)), PAUSE_MS);
  });
}

function snapCaret(quill) {
  const range = quill.getSelection();
  if (range) quill.setSelection(range.index, range.length, 'silent');
}

function setOffHashtags(quill) {
  for (const {
    index,
    0: { length },
  } of quill.getText().matchAll(HASHTAG)) {
    if (!quill.getFormat(index, length).hashtag) quill.formatText(index, length, 'hashtag', true, 'api');
  }
}

/** Replaces every text node under `root` by an equal one, as a re-rendering framework does. */
export function rerender(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  own(() => {
    for (const text of texts) text.replaceWith(text.cloneNode());
  });
}

/** The inline format that `keepHabits` uses, for either version of Quill. */
export function hashtagFormat(Quill) {
  const Inline = Quill.import('blots/inline');
  return class Hashtag extends Inline {
    static blotName = 'hashtag';
    static tagName = 'STRONG';
    static className = 'ql-hashtag';
  };
}
