import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLinks } from '../src/model/link-list.ts';

const a = 'https://acme.example/a';
const b = 'https://acme.example/b';
const told = (text: string) => readLinks(text).links.map(({ line, url, title }) => [line, url, title]);

describe('a list of links', () => {
  test.each([
    [
      'one a line',
      `${a}\n${b}`,
      [
        [1, a, ''],
        [2, b, ''],
      ],
    ],
    [
      'with empty lines and line ends of Windows',
      `\r\n${a}\r\n\r\n${b}\r\n`,
      [
        [2, a, ''],
        [4, b, ''],
      ],
    ],
    [
      'as bullets',
      `- ${a}\n• ${b}`,
      [
        [1, a, ''],
        [2, b, ''],
      ],
    ],
    ['with a title before it', `Neue Halle: ${a}`, [[1, a, 'Neue Halle']]],
    ['with a title behind it', `${a} – Neue Halle`, [[1, a, 'Neue Halle']]],
    [
      'in running text',
      `Siehe (${a}), und <${b}>.`,
      [
        [1, a, ''],
        [1, b, ''],
      ],
    ],
    ['the same one twice in a line', `${a} ${a}`, [[1, a, '']]],
    [
      'without their scheme',
      'www.acme.example/news\nmüller.example',
      [
        [1, 'https://www.acme.example/news', ''],
        [2, 'https://müller.example', ''],
      ],
    ],
    ['beside what only looks like a host', `Dr.Meier spricht: ${a}`, [[1, a, 'Dr.Meier spricht']]],
    [
      'with commas and semicolons of their own',
      `https://acme.example/a,1;x\n${b}`,
      [
        [1, 'https://acme.example/a,1;x', ''],
        [2, b, ''],
      ],
    ],
  ])('%s', (_, text, links) => {
    expect(told(text)).toEqual(links);
  });
});

describe('a table', () => {
  test.each([
    [
      'from a spreadsheet, with its heading',
      `Adresse\tTitel\n${a}\tEins\n${b}\t`,
      [
        [2, a, 'Eins'],
        [3, b, ''],
      ],
    ],
    [
      'with the title first',
      `Eins;${a}\nZwei;${b}`,
      [
        [1, a, 'Eins'],
        [2, b, 'Zwei'],
      ],
    ],
    [
      'with commas and quotes',
      `${a},"Eins, und ""zwei"""\n${b},Drei`,
      [
        [1, a, 'Eins, und "zwei"'],
        [2, b, 'Drei'],
      ],
    ],
    [
      'with a line break in a cell',
      `${a};"Eins\nund zwei"\n${b};Drei`,
      [
        [1, a, 'Eins und zwei'],
        [3, b, 'Drei'],
      ],
    ],
    [
      'with quotes that do not match, which swallow nothing',
      `${a};"Eins\n${b};Zwei`,
      [
        [1, a, '"Eins'],
        [2, b, 'Zwei'],
      ],
    ],
    [
      'with a row that has no title',
      `${a};Eins\n${b}\n${a}2;Zwei`,
      [
        [1, a, 'Eins'],
        [2, b, ''],
        [3, `${a}2`, 'Zwei'],
      ],
    ],
  ])('%s', (_, text, links) => {
    expect(told(text)).toEqual(links);
  });
});

test('lines without an address are named, a heading is none of them', () => {
  expect(readLinks(`Links\n${a}\nnoch offen`).strays).toEqual([{ line: 3, text: 'noch offen' }]);
  expect(readLinks(`ftp://acme.example/x\n${a}`).strays).toEqual([{ line: 1, text: 'ftp://acme.example/x' }]);
  expect(readLinks(' \n\t\n')).toEqual({ links: [], strays: [] });
});

test('whatever is pasted, no line with an address is lost', () => {
  const url = fc.stringMatching(/^[a-z0-9,;._(-]{0,12}$/).map((path) => `https://acme.example/${path}`);
  const line = fc.oneof(
    url,
    fc.string(),
    fc.tuple(url, fc.string()).map(([to, title]) => `${to};${title}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join('\n').replaceAll('\r', '');
      const { links } = readLinks(text);
      const covered = new Set(links.flatMap(({ line, text }) => text.split('\n').map((_, i) => line + i)));
      for (const [i, one] of text.split('\n').entries())
        if (/(^|\s)https:\/\/acme/.test(one)) expect(covered, JSON.stringify(text)).toContain(i + 1);
    }),
  );
});

test('five thousand lines are read at once', () => {
  const many = Array.from({ length: 5000 }, (_, n) => `${a}/${n};Titel ${n}`).join('\n');
  expect(readLinks(many).links).toHaveLength(5000);
});
