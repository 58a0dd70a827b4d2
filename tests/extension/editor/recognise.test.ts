// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { PAGES, type PageRules, pageOf, readPages } from '../../../extension/src/editor/pages.ts';
import { Recogniser } from '../../../extension/src/editor/recognise.ts';

const recogniser = new Recogniser(PAGES.linkedin as PageRules);
const QUILL = '<div class="ql-editor" contenteditable="true"></div>';

function first(html: string, selector = '[contenteditable]'): Element {
  document.body.innerHTML = html;
  return document.body.querySelector(selector) as Element;
}

/** `html` in an open shadow root of a host that is put into `around`. */
function inShadow(around: string, html: string): Element {
  document.body.innerHTML = around;
  const host = document.body.querySelector('.host') as Element;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root.querySelector('[contenteditable]') as Element;
}

beforeEach(() => history.replaceState(null, '', '/feed/'));

test.each([
  ['post', `<div class="share-box">${QUILL}</div>`],
  ['comment', `<div class="comments-comment-box">${QUILL}</div>`],
  ['comment', '<div class="tiptap ProseMirror" role="textbox" contenteditable="true"></div>'],
  [undefined, '<div contenteditable="true" role="textbox"></div>'],
  [undefined, '<div class="ql-editor" contenteditable="false"></div>'],
])('%s: %s', (place, html) => {
  expect(recogniser.placeOf(first(html))).toBe(place);
});

test('a composer in an open shadow root', () => {
  expect(recogniser.placeOf(inShadow('<div class="host" id="interop-outlet"></div>', QUILL))).toBe('post');
});

describe('private messages are never read', () => {
  const editors = [QUILL, '<div class="ProseMirror" contenteditable="true"></div>'];
  const around = [
    'msg-form__contenteditable',
    'msg-overlay-conversation-bubble',
    'msg-convo-wrapper',
    'messaging-x',
  ];
  test.each(editors.flatMap((editor) => around.map((name) => [name, editor] as const)))(
    'inside .%s',
    (name, editor) => {
      expect(recogniser.placeOf(first(`<div class="a ${name}"><div>${editor}</div></div>`))).toBeUndefined();
    },
  );

  test('by their own class', () => {
    const html = '<div class="msg-form__contenteditable ql-editor" contenteditable="true"></div>';
    expect(recogniser.placeOf(first(html))).toBeUndefined();
  });

  test('inside a shadow root whose host stands in a message overlay', () => {
    expect(
      recogniser.placeOf(
        inShadow('<div class="msg-overlay-list-bubble"><div class="host"></div></div>', QUILL),
      ),
    ).toBeUndefined();
  });

  test('anywhere on the messaging page', () => {
    const element = first(`<div>${QUILL}</div>`);
    history.replaceState(null, '', '/messaging/thread/1/');
    expect(recogniser.placeOf(element)).toBeUndefined();
  });

  test('whatever a bundle says', () => {
    const greedy = {
      hosts: [''],
      skip: [],
      never: [],
      composers: [{ place: 'post' as const, selector: 'div' }],
    };
    const element = first(`<div class="msg-form">${QUILL}</div>`);
    expect(new Recogniser(greedy).placeOf(element)).toBeUndefined();
  });

  test('an editor that comes to stand among messages is let go', () => {
    const element = first(`<div class="box">${QUILL}</div>`);
    expect(recogniser.mayRead(element)).toBe(true);
    element.parentElement?.classList.add('msg-form');
    expect(recogniser.mayRead(element)).toBe(false);
  });
});

describe('pages of a bundle', () => {
  const rules = {
    hosts: ['www.linkedin.com'],
    skip: [],
    never: ['.draft'],
    composers: [{ place: 'post', selector: '.new' }],
  };
  test('replace the built-in ones of their network, and add networks', () => {
    const pages = readPages({ linkedin: rules, xing: { ...rules, hosts: ['www.xing.com'] } });
    expect(pages.linkedin).toEqual(rules);
    expect(pageOf(pages, 'www.xing.com')).toMatchObject({ network: 'xing' });
    expect(pageOf(pages, 'www.example.com')).toBeUndefined();
  });
  test.each([
    [undefined],
    [null],
    [[]],
    [{}],
    [{ linkedin: null }],
    [{ linkedin: { ...rules, composers: [{ place: 'message', selector: '.x' }] } }],
    [{ linkedin: { ...rules, composers: [{ place: 'post', selector: '::::' }] } }],
    [{ linkedin: { ...rules, never: [7] } }],
  ])('that are broken leave the built-in ones in force: %j', (data) => {
    expect(readPages(data)).toEqual(PAGES);
  });
});
