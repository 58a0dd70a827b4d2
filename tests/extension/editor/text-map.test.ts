// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextMap } from '../../../extension/src/editor/text-map.ts';

function editor(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.replaceChildren(element);
  return element;
}

const SKIP = '.ql-ui, .ProseMirror-widget, .ProseMirror-separator';

test.each([
  ['', ''],
  ['plain text', 'plain text'],
  ['<p><br></p>', ''],
  ['<p>one</p><p>two</p>', 'one\ntwo'],
  ['<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
  ['<p>one</p><p><br></p>', 'one\n'],
  ['<p>one<br>two</p>', 'one\ntwo'],
  // ProseMirror: a hard break at the end of a paragraph gets a second <br> that shows nothing.
  ['<p>one<br><br class="ProseMirror-trailingBreak"></p>', 'one\n'],
  ['<p><br class="ProseMirror-trailingBreak"></p>', ''],
  ['<p>a <strong>bold</strong> <em>word</em></p>', 'a bold word'],
  // Quill 2: lists carry an empty piece of furniture.
  [
    '<ol><li data-list="bullet"><span class="ql-ui" contenteditable="false">•</span>x</li><li>y</li></ol>',
    'x\ny',
  ],
  ['<blockquote>q</blockquote><p>p</p>', 'q\np'],
  ['<ul><li><p>x</p></li><li><p>y</p></li></ul>', 'x\ny'],
  ['<p>see <img alt="" src="data:,"> here</p>', 'see \uFFFC here'],
  ['<p>Danke <span class="mention" contenteditable="false">@Mara</span>.</p>', 'Danke @Mara.'],
  ['\n  <p>one</p>\n  <p>two</p>\n', 'one\ntwo'],
  ['one<div>two</div><div>three</div>', 'one\ntwo\nthree'],
  // Slate: an empty line holds a character for the caret to stand in.
  ['<div>one</div><div><span>\uFEFF<br></span></div><div>two</div>', 'one\n\ntwo'],
])('reads %j as %j', (html, text) => {
  expect(new TextMap(editor(html), SKIP).text).toBe(text);
});

test('a range holds exactly the words, across inline nodes', () => {
  const map = new TextMap(editor('<p>Wir an <strong>Projekt</strong> <em>Falke</em>.</p>'));
  const start = map.text.indexOf('Projekt');
  expect(map.range(start, start + 'Projekt Falke'.length).toString()).toBe('Projekt Falke');
});

test('a range may begin on one line and end on the next', () => {
  const map = new TextMap(editor('<p>ein Projekt</p><p>Falke fliegt</p>'));
  const range = map.range(4, 'ein Projekt\nFalke'.length);
  expect([range.startContainer.textContent, range.endContainer.textContent]).toEqual([
    'ein Projekt',
    'Falke fliegt',
  ]);
  expect([range.startOffset, range.endOffset]).toEqual([4, 5]);
});

test('a caret goes where one would type: end of the line, start of an empty one, an empty editor', () => {
  const twoLines = editor('<p>one</p><p><br></p>');
  const map = new TextMap(twoLines);
  expect(map.range(3, 3).startContainer.textContent).toBe('one');
  expect(map.range(4, 4).startContainer).toBe(twoLines.children[1]);
  const empty = editor('');
  expect(new TextMap(empty).range(0, 0).startContainer).toBe(empty);
});

test('an embed is selected whole', () => {
  const paragraph = editor('<p>a<img alt="">b</p>').firstElementChild as Element;
  const range = new TextMap(paragraph.parentElement as Element).range(1, 2);
  expect(range.cloneContents().querySelector('img')).not.toBeNull();
  expect(range.toString()).toBe('');
});

const inline = fc.oneof(
  fc.stringMatching(/^[a-zäß🦅 ]{1,8}$/u).map((text) => ({ html: text, text })),
  fc.stringMatching(/^[a-z]{1,5}$/).map((text) => ({ html: `<b>${text}</b>`, text })),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => ({
  html: `<p>${parts.map(({ html }) => html).join('')}</p>`,
  text: parts.map(({ text }) => text).join(''),
}));

test('every part of a line leads back to exactly its text', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (lines, a, b) => {
      const map = new TextMap(editor(lines.map(({ html }) => html).join('')));
      const text = lines.map((entry) => entry.text).join('\n');
      expect(map.text).toBe(text);
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      expect(map.range(start, end).toString()).toBe(text.slice(start, end).replaceAll('\n', ''));
    }),
  );
});
