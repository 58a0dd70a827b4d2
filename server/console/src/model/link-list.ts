/** A list of links as people paste it: an address a line, with words around it, or a table that has one in each row. */
import Papa from 'papaparse';
import { isWebAddress } from './addresses.ts';

export interface Link {
  /** Counts from 1, in the text as it was pasted. */
  line: number;
  url: string;
  /** '' where the page is to say it. */
  title: string;
  /** The lines that it came from. */
  text: string;
}

/** Lines without an address. */
export type Stray = Pick<Link, 'line' | 'text'>;

export interface LinkList {
  links: Link[];
  strays: Stray[];
}

interface Row {
  line: number;
  text: string;
  cells: string[];
}

export function readLinks(pasted: string): LinkList {
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n');
  const delimiter = delimiterOf(lines);
  const rows = delimiter === undefined ? lines.map(asRow) : rowsOf(lines, delimiter);
  const list: LinkList = { links: [], strays: [] };
  for (const [i, { line, text, cells }] of rows.entries()) {
    if (text.trim() === '') continue;
    const inRow = delimiter === undefined ? [] : inCells(cells);
    const found = inRow.length > 0 ? inRow : inText(text);
    list.links.push(...found.map((link) => ({ line, text, ...link })));
    if (found.length === 0 && !(i === 0 && isHeading(text))) list.strays.push({ line, text });
  }
  return list;
}

const asRow = (text: string, i: number): Row => ({ line: i + 1, text, cells: [text] });

const looked = 100; // lines; enough to tell

/** Semicolons and commas may be part of an address: they part cells only where most lines are rows by them. */
function delimiterOf(lines: string[]): string | undefined {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, looked);
  const isTable = (delimiter: string) =>
    filled.filter((line) => isRow(line, delimiter)).length > filled.length / 2;
  return ['\t', ';', ','].find(isTable);
}

function isRow(line: string, delimiter: string): boolean {
  if (!line.includes(delimiter)) return false;
  const cells = Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];
  return cells.length > 1 && inCells(cells).length > 0;
}

/** Quoted cells may hold line breaks. Where quotes do not match, each line is a row, so that none swallows others. */
function rowsOf(lines: string[], delimiter: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(lines.join('\n'), { delimiter, newline: '\n' });
  if (errors.some(({ type }) => type === 'Quotes'))
    return lines.map((text, i) => ({ line: i + 1, text, cells: text.split(delimiter) }));
  let at = 0;
  return data.map((cells) => {
    const { length } = cells.join('').split('\n');
    const row = { line: at + 1, text: lines.slice(at, at + length).join('\n'), cells };
    at += length;
    return row;
  });
}

type Found = Pick<Link, 'url' | 'title'>;

function inCells(cells: string[]): Found[] {
  const trimmed = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const at = trimmed.findIndex((cell) => addressesOf([cell]).length > 0);
  if (at === -1) return [];
  const title = trimmed.find((cell, i) => i !== at && cell !== '') ?? '';
  return addressesOf([trimmed[at] ?? '']).map((url) => ({ url, title }));
}

/** Several addresses of a line are links of their own; beside a single one stands its title, if anything does. */
function inText(line: string): Found[] {
  const words = line.trim().split(/\s+/).map(unwrapped);
  const urls = [...new Set(addressesOf(words))];
  if (urls.length !== 1) return urls.map((url) => ({ url, title: '' }));
  const rest = line
    .trim()
    .split(/\s+/)
    .filter((word) => !isAddressOf(urls, unwrapped(word)));
  const title = rest.join(' ').replace(/^[-–—•*·|:,;.\s]+|[-–—•*|:,;\s]+$/g, '');
  return urls.map((url) => ({ url, title }));
}

const isAddressOf = (urls: string[], word: string) => urls.includes(word) || urls.includes(`https://${word}`);

/** Where one has its scheme, words without are none: "Dr.Meier" looks like a host. */
function addressesOf(words: string[]): string[] {
  const whole = words.filter((word) => /^https?:\/\/\S+$/i.test(word) && isWebAddress(word));
  if (whole.length > 0) return whole;
  return words.filter((word) => isBareAddress(word)).map((word) => `https://${word}`);
}

const isBareAddress = (word: string) => /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]\S*)?$/u.test(word);

/** What stands around an address in running text. */
function unwrapped(word: string): string {
  const bare = word.replace(/^[<("'«“]+/, '').replace(/[>"'»”.,;]+$/, '');
  return bare.includes('(') ? bare : bare.replace(/[).,;]+$/, '');
}

/** Of a table or a list: nothing in it could be meant for an address. */
const isHeading = (text: string) => !/[./]/.test(text);
