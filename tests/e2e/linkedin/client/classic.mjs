import Quill from 'quill1/core';
import { showQuillComments } from './comments.mjs';
import { installComposer } from './composer.mjs';
import { hashtagFormat, keepHabits } from './habits.mjs';
import { showMessaging } from './messaging.mjs';
import { labels, startPage } from './page.mjs';
import { own } from './witness.mjs';

Quill.register(hashtagFormat(Quill));

const makeEditor = (container) => new Quill(container, { modules: { history: { userOnly: true } } });
const composer = installComposer({
  entry: document.querySelector('.share-box-feed-entry__closed-share-box'),
  place: document.querySelector('.share-box-outlet'),
  labels,
  dialogClass: 'share-box',
  makeEditor(container) {
    const quill = makeEditor(container);
    keepHabits(quill);
    return quill;
  },
});
const comment = own(() =>
  showQuillComments(document.querySelector('.comments-comment-box'), labels, makeEditor),
);
const messaging = showMessaging(document.querySelector('#msg-overlay'), labels);
startPage({ composer, comment, messaging });
