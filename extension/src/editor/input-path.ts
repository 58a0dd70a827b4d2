// The ways in which a text comes into an editor as if someone wrote it. Most editors take what the browser types.
// Some keep a model beside the page's text and only believe certain events: those get them.

/** Puts `text` in place of what is selected. */
type InputPath = (editor: HTMLElement, text: string) => Promise<void> | void;

/** Told apart by what these editors mark their own elements with. */
const MODELLED: readonly [selector: string, path: InputPath][] = [
  ['[data-slate-editor]', announce],
  // Draft.js: the wrapper of its blocks.
  ['[data-contents="true"]', paste],
  // Lexical and CKEditor lose lines of what is typed this way, and a selection that they have not heard of.
  ['[data-lexical-editor]', paste],
  ['.ck-editor__editable', paste],
];

export const inputPathOf = (editor: HTMLElement): InputPath => modelledPathOf(editor) ?? type;

function modelledPathOf(editor: HTMLElement): InputPath | undefined {
  const known = MODELLED.find(([selector]) => editor.matches(selector) || editor.querySelector(selector));
  return known?.[1];
}

/** Gives the editor the focus. */
export async function enter(editor: HTMLElement): Promise<void> {
  editor.focus({ preventScroll: true });
  // While one clicks in the side panel the browser tells the page of no focus, and React of no selection without it.
  if (modelledPathOf(editor) && !editor.ownerDocument.hasFocus())
    editor.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  await nextFrame(); // Quill puts its caret back one frame after it gets the focus.
}

/** Firefox turns a line break in inserted text into a <br>: each line goes in on its own. */
function type({ ownerDocument }: HTMLElement, text: string): void {
  if (text === '') {
    ownerDocument.execCommand('delete');
    return;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) ownerDocument.execCommand('insertParagraph');
    if (line !== '') ownerDocument.execCommand('insertText', false, line);
  }
}

/** Slate writes what `beforeinput` announces into its model, and draws it. */
async function announce(editor: HTMLElement, text: string): Promise<void> {
  await selectionHeard();
  if (text === '') {
    beforeInput(editor, 'deleteContentBackward', null);
    return;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await announceOne(editor, 'insertParagraph', null);
    // A replacement: of single typed letters Slate expects that the browser puts them in.
    if (line !== '') await announceOne(editor, 'insertReplacementText', line);
  }
}

async function announceOne(editor: HTMLElement, inputType: string, data: string | null): Promise<void> {
  beforeInput(editor, inputType, data);
  await nextFrame(); // Drawn, and the caret behind it.
}

function beforeInput(editor: HTMLElement, inputType: string, data: string | null): void {
  editor.dispatchEvent(
    new InputEvent('beforeinput', { inputType, data, bubbles: true, cancelable: true, composed: true }),
  );
}

/** These write what is pasted or cut into their model. */
async function paste(editor: HTMLElement, text: string): Promise<void> {
  await selectionHeard();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox takes the text by itself, as `data`, and no DataTransfer.
  const carried = { clipboardData, data: text, dataType: 'text/plain' };
  const behaviour = { bubbles: true, cancelable: true, composed: true };
  editor.dispatchEvent(new ClipboardEvent(text === '' ? 'cut' : 'paste', { ...carried, ...behaviour }));
}

/** Such editors learn of a selection by an event, which browsers fire a moment later. */
async function selectionHeard(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Hidden tabs draw no frames. */
const FRAME_MS = 50;

export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });
}
