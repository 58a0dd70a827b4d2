// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { Composer, type Spot, spotsOf } from '../../../extension/src/editor/composer.ts';
import type { Painted } from '../../../extension/src/editor/painter.ts';

let element: HTMLElement;
let painted: string[];
let asked: { text: string; answer: (spots: Spot[] | undefined) => void }[];
let mayRead: boolean;

const painter = {
  paint: (_editor: object, ranges: readonly Painted[], shown?: Range) => {
    painted = ranges.map(({ range }) => range.toString());
    if (shown) painted.push(`shown ${shown}`);
  },
  clear: () => {
    painted = [];
  },
};

function compose(): Composer {
  return new Composer(element, {
    skip: '',
    mayRead: () => mayRead,
    painter,
    check: (text) => new Promise((answer) => asked.push({ text, answer })),
  });
}

const turn = () => new Promise((resolve) => setTimeout(resolve));
const falke = (start: number, finding = 0): Spot => ({ finding, severity: 'error', start, end: start + 5 });

function write(text: string) {
  (element.firstChild as Text).data = text;
}

async function answer(spots: Spot[] | undefined) {
  asked.at(-1)?.answer(spots);
  await turn();
}

beforeEach(() => {
  document.body.innerHTML = '<div contenteditable="true">der Falke</div>';
  element = document.body.firstElementChild as HTMLElement;
  painted = [];
  asked = [];
  mayRead = true;
});

test('what is there when it opens is checked and painted', async () => {
  compose();
  await answer([falke(4)]);
  expect(asked.map(({ text }) => text)).toEqual(['der Falke']);
  expect(painted).toEqual(['Falke']);
});

test('while a check is under way ranges move along; one question at a time, the latest text next', async () => {
  compose();
  await answer([falke(4)]);
  write('Ja, der Falke');
  await turn();
  expect(painted).toEqual(['Falke']);
  write('Ja, ja, der Falke');
  await turn();
  write('Ja, ja, ja, der Falke');
  await turn();
  expect(painted).toEqual(['Falke']);
  expect(asked.map(({ text }) => text)).toEqual(['der Falke', 'Ja, der Falke']);
  await answer([falke(8)]);
  expect(painted).toEqual(['Falke']);
  expect(asked.at(-1)?.text).toBe('Ja, ja, ja, der Falke');
});

test('an answer to an older text is moved to the newer one, what the edit touched is hidden', async () => {
  compose();
  write('der Falken');
  await turn();
  await answer([falke(4)]);
  expect(painted).toEqual([]);
});

test('editors replace text nodes: the same words are painted anew', async () => {
  compose();
  await answer([falke(4)]);
  element.replaceChildren(document.createTextNode('der Falke'));
  await turn();
  expect(painted).toEqual(['Falke']);
});

test('new guidelines check the same text again', async () => {
  const composer = compose();
  await answer([]);
  composer.recheck();
  await answer([falke(4)]);
  expect(asked.map(({ text }) => text)).toEqual(['der Falke', 'der Falke']);
  expect(painted).toEqual(['Falke']);
});

test('the words of the open card stay marked through edits, and no others after a fix', async () => {
  const composer = compose();
  await answer([falke(4)]);
  composer.show(0);
  expect(painted).toEqual(['Falke', 'shown Falke']);
  write('Ja, der Falke');
  await turn();
  await answer([{ finding: 0, severity: 'warning', start: 0, end: 2 }, falke(8, 1)]);
  expect(painted).toEqual(['Ja', 'Falke', 'shown Falke']);
  write('Ja, der Habicht');
  await turn();
  await answer([{ finding: 0, severity: 'warning', start: 0, end: 2 }]);
  expect(painted).toEqual(['Ja']);
});

test('no answer leaves what is painted', async () => {
  const composer = compose();
  await answer([falke(4)]);
  composer.recheck();
  await answer(undefined);
  expect(painted).toEqual(['Falke']);
});

test('once it must not be read, it is not', async () => {
  compose();
  await answer([falke(4)]);
  mayRead = false;
  write('geheim');
  await turn();
  write('geheimer');
  await turn();
  expect(asked.map(({ text }) => text)).toEqual(['der Falke']);
  expect(painted).toEqual([]);
});

test('once it is let go, a late answer paints nothing, and nothing is asked any more', async () => {
  const composer = compose();
  write('Ja, der Falke');
  await turn();
  composer.dispose();
  await answer([falke(4)]);
  composer.show(0);
  composer.recheck();
  expect(painted).toEqual([]);
  expect(asked.map(({ text }) => text)).toEqual(['der Falke']);
});

test('a fix for another text is refused', async () => {
  const composer = compose();
  await answer([falke(4)]);
  expect(await composer.apply([{ start: 4, end: 9, text: 'Habicht' }], 'ein Falke')).toBe(false);
  expect(element.textContent).toBe('der Falke');
});

test('while an input method puts a word together, nothing is typed into it', async () => {
  const composer = compose();
  element.dispatchEvent(new Event('compositionstart'));
  expect(await composer.apply([{ start: 4, end: 9, text: 'Habicht' }], 'der Falke')).toBe(false);
  expect(await composer.insert('Habicht')).toBe(false);
  element.dispatchEvent(new Event('compositionend'));
  const typed = vi.fn(() => write('der Habicht'));
  document.execCommand = typed as never;
  expect(await composer.apply([{ start: 4, end: 9, text: 'Habicht' }], 'der Falke')).toBe(true);
  expect(typed).toHaveBeenCalledOnce();
});

test('flat records become spots', () => {
  expect(spotsOf([7, 2, 4, 9, 3, 0, 10, 10])).toEqual([
    { finding: 0, severity: 'error', start: 4, end: 9 },
    { finding: 1, severity: 'suggestion', start: 10, end: 10 },
  ]);
});
