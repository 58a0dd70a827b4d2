import Quill from 'quill/core';
import { showTiptapComments } from './comments.mjs';
import { installComposer } from './composer.mjs';
import { hashtagFormat, keepHabits } from './habits.mjs';
import { showMessaging } from './messaging.mjs';
import { labels, startPage } from './page.mjs';
import { selectInside } from './shadow-selection.mjs';
import { own, watch } from './witness.mjs';

Quill.register(hashtagFormat(Quill));

const outlet = document.querySelector('#interop-outlet');
const root = outlet.attachShadow({ mode: 'open' });
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = '/assets/feed.css';
root.append(style);
watch(root);

const makeEditor = (container) => {
  const quill = new Quill(container, { modules: { history: { userOnly: true } } });
  selectInside(root, quill);
  return quill;
};
const composer = installComposer({
  entry: document.querySelector('.share-box-feed-entry__closed-share-box'),
  place: root,
  labels,
  dialogClass: 'artdeco-modal share-box-v2__modal',
  makeEditor(container) {
    const quill = makeEditor(container);
    keepHabits(quill);
    return quill;
  },
});
const comment = own(() => showTiptapComments(document.querySelector('.comments-comment-box'), labels));
// `?messaging=shadow`: messages beside the composer in the shadow root, written in the same kind of editor.
const isBeside = new URLSearchParams(location.search).get('messaging') === 'shadow';
const messaging = isBeside
  ? showMessaging(root, labels, makeEditor)
  : showMessaging(document.querySelector('#msg-overlay'), labels);
startPage({ composer, comment, messaging });
