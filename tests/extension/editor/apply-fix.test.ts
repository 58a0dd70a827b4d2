// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { applyEdits, insertAtCaret } from '../../../extension/src/editor/apply-fix.ts';
import { TextMap } from '../../../extension/src/editor/text-map.ts';

let commands: string[];
let editor: HTMLElement;

/** jsdom has no editing commands: these are what a browser does to plain text. */
function execCommand(command: string, _ui?: boolean, value = ''): boolean {
  const selection = document.getSelection();
  const range = selection?.getRangeAt(0);
  commands.push(`${command} ${range}→${value}`);
  range?.deleteContents();
  if (value) range?.insertNode(document.createTextNode(value));
  range?.collapse(false);
  editor.normalize();
  return true;
}

beforeEach(() => {
  commands = [];
  document.execCommand = execCommand as typeof document.execCommand;
  document.body.innerHTML = '<div contenteditable="true">Der Falke und der Falke</div>';
  editor = document.body.firstElementChild as HTMLElement;
});

const read = () => new TextMap(editor);

test('edits go in from the last to the first, so that positions hold', async () => {
  const edits = [
    { start: 4, end: 9, text: 'Habicht' },
    { start: 18, end: 23, text: 'Spatz' },
  ];
  expect(await applyEdits(editor, edits, read)).toBe(true);
  expect(editor.textContent).toBe('Der Habicht und der Spatz');
  expect(commands).toEqual(['insertText Falke→Spatz', 'insertText Falke→Habicht']);
});

test('removing deletes', async () => {
  expect(await applyEdits(editor, [{ start: 3, end: 9, text: '' }], read)).toBe(true);
  expect(commands).toEqual(['delete  Falke→']);
  expect(editor.textContent).toBe('Der und der Falke');
});

test('lines go in one by one', async () => {
  await applyEdits(editor, [{ start: 0, end: 0, text: 'Anzeige\n\nText' }], read);
  expect(commands.map((command) => command.replace(/ .*→/, ' '))).toEqual([
    'insertText Anzeige',
    'insertParagraph ',
    'insertParagraph ',
    'insertText Text',
  ]);
});

test('a mention is not half replaced', async () => {
  editor.innerHTML = '<p>Danke <span contenteditable="false">@Mara Baumann</span></p>';
  expect(await applyEdits(editor, [{ start: 7, end: 11, text: 'Maria' }], read)).toBe(false);
  expect(commands).toEqual([]);
});

test('an editor that takes nothing is told of', async () => {
  document.execCommand = (() => false) as typeof document.execCommand;
  expect(await applyEdits(editor, [{ start: 4, end: 9, text: 'Habicht' }], read)).toBe(false);
});

test('an editor that puts its own text back is told of', async () => {
  document.execCommand = ((...command: Parameters<typeof execCommand>) => {
    const before = editor.textContent;
    queueMicrotask(() => {
      editor.textContent = before;
    });
    return execCommand(...command);
  }) as typeof document.execCommand;
  expect(await applyEdits(editor, [{ start: 4, end: 9, text: 'Habicht' }], read)).toBe(false);
});

test('a caption goes in at the caret', async () => {
  editor.textContent = 'Der Falke  und der Falke';
  document.getSelection()?.collapse(editor.firstChild, 10);
  expect(await insertAtCaret(editor, 'samt Amsel', read)).toBe(true);
  expect(editor.textContent).toBe('Der Falke samt Amsel und der Falke');
  expect(commands).toEqual(['insertText →samt Amsel']);
});

test('words right beside the caret are set apart: they are no part of its link', async () => {
  document.getSelection()?.collapse(editor.firstChild, 6);
  await insertAtCaret(editor, 'https://acme.example', read);
  expect(commands).toEqual([
    'insertParagraph →',
    'insertParagraph →',
    'insertText →https://acme.example',
    'insertParagraph →',
    'insertParagraph →',
  ]);
});

test.each([
  ['<p>Vorher |<strong>#Falke</strong></p>', '', '\n\n'],
  ['<p><a>Anna</a>| sagt</p>', '\n\n', ''],
  ['<p>Vorher<b>fett|</b>nachher</p>', '\n\n', '\n\n'],
  ['<p>Vorher<br>|<b>nachher</b></p>', '', '\n\n'],
  ['<p>Vorher</p><p>|</p><p>nachher</p>', '', ''],
  ['<p>Vorher|<br></p><p>nachher</p>', '\n\n', ''],
])('words in other elements beside the caret are set apart, too: %s', async (html, before, after) => {
  for (const inElement of [false, true]) {
    editor.innerHTML = html;
    document.getSelection()?.collapse(...caretIn(editor, inElement));
    commands = [];
    await insertAtCaret(editor, 'https://acme.example', read);
    const typed = commands.map((command) => (command.startsWith('insertParagraph') ? '\n' : 'link')).join('');
    expect(typed).toBe(`${before}link${after}`);
  }
});

/** Where `|` was: as browsers give it, in the text or between an element's children. */
function caretIn(editor: HTMLElement, inElement: boolean): [Node, number] {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text;
  while (!node.data.includes('|')) node = walker.nextNode() as Text;
  const at = node.data.indexOf('|');
  node.deleteData(at, 1);
  if (node.data !== '' && (!inElement || (at > 0 && at < node.length))) return [node, at];
  const parent = node.parentNode as Node;
  const index = [...parent.childNodes].indexOf(node);
  if (node.data !== '') return [parent, index + Number(at > 0)];
  node.remove();
  return [parent, index];
}

test('a caption goes in behind what is selected, and replaces nothing', async () => {
  document.getSelection()?.setBaseAndExtent(editor.firstChild as Text, 4, editor.firstChild as Text, 10);
  expect(await insertAtCaret(editor, '(Vogel) ', read)).toBe(true);
  expect(commands).toEqual(['insertText →(Vogel) ', 'insertParagraph →', 'insertParagraph →']);
  expect(editor.textContent).toBe('Der Falke (Vogel) und der Falke');
});

test('an editor that takes no caption is told of', async () => {
  document.execCommand = (() => false) as typeof document.execCommand;
  expect(await insertAtCaret(editor, 'Text', read)).toBe(false);
});
