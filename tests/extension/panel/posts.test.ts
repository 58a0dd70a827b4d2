import { expect, test } from 'vitest';
import {
  addedTo,
  captionsBeside,
  checkedText,
  fixesWithin,
  itemPost,
  meantElsewhere,
} from '../../../extension/src/panel/posts.ts';
import { compose, networkOf, textOfMessage } from '../../../extension/src/share/index.ts';

const item = { id: 'a', url: 'https://acme.example/a', title: 'Titel', language: 'de' };
const rich = { ...item, disclosure: 'Ich arbeite bei ACME.', hashtags: ['#Pikett', 'Team'] };
const LINK = `${item.url}?utm_source=linkedin&utm_medium=social&utm_campaign=a`;
const messageOf = (of: typeof rich | typeof item, text: string) =>
  compose(networkOf('linkedin'), itemPost(of, text, null)).full;

test('words go out as they are, with the item’s link', () => {
  expect(textOfMessage(messageOf(item, 'Lest das.'))).toBe(`Lest das.\n\n${LINK}`);
});

test('disclosure in front, hashtags at the end, each only where it is missing', () => {
  expect(messageOf(rich, 'Danke #team')).toMatchObject({
    words: 'Ich arbeite bei ACME.\n\nDanke #team',
    hashtags: ['#Pikett'],
  });
  expect(messageOf(rich, 'ich arbeite bei acme. #Pikett #Team')).toMatchObject({
    words: 'ich arbeite bei acme. #Pikett #Team',
    hashtags: [],
  });
  expect(messageOf(rich, 'Ein #Teamwork').hashtags).toEqual(['#Pikett', '#Team']);
});

test('a caption that is withdrawn stays while one’s own words stand in it', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ id, language: 'de', text: id }));
  const ids = (hasWords: boolean, used = a) => captionsBeside([b], used, hasWords).map(({ id }) => id);
  expect(ids(true)).toEqual(['a', 'b']);
  expect(ids(false)).toEqual(['b']);
  expect(ids(true, b)).toEqual(['b']);
});

test('where the organisation offers it, the short link goes out, and no other', () => {
  const of = { ...item, slug: 'k3f9x2' };
  const out = (text: string, shortLinks: string | null) =>
    textOfMessage(compose(networkOf('linkedin'), itemPost(of, text, shortLinks)).full);
  const base = 'https://herold.acme.example/r/';
  expect(out('Lest das.', base)).toBe('Lest das.\n\nhttps://herold.acme.example/r/k3f9x2-linkedin');
  expect(out('Lest das.', null)).toBe(`Lest das.\n\n${LINK}`);
  expect(textOfMessage(compose(networkOf('x'), itemPost(item, 'Neu.', base)).full)).toContain('utm_source=x');
});

test('without words the link goes out', () => {
  expect(textOfMessage(messageOf(item, ''))).toBe(LINK);
});

test('what goes with the words is shown, and nothing that stands in them', () => {
  expect(addedTo(messageOf(rich, 'Danke.'))).toBe(`Ich arbeite bei ACME. #Pikett #Team acme.example`);
  expect(addedTo(messageOf(item, `Lest ${LINK}`))).toBe('');
  expect(addedTo(messageOf(rich, `Lest ${item.url}`))).toBe('Ich arbeite bei ACME. #Pikett #Team');
});

test('a fix for the words moves with them, one beyond is left out', () => {
  const fix = (start: number, end: number) => ({ title: 't', edits: [{ range: { start, end }, text: 'x' }] });
  const whole = 'Werbung.\n\nText\n\n#Team';
  const moved = fixesWithin([{ fixes: [fix(10, 14), fix(0, 0), fix(16, 21), fix(14, 14)] }], whole, 'Text');
  expect(moved).toEqual([{ fixes: [fix(0, 4), fix(4, 4)] }]);
  expect(fixesWithin([{ fixes: [fix(0, 1)] }], whole, 'anders')).toEqual([{ fixes: [] }]);
});

test('fixes stay where the words hold the page’s link, which goes out with its campaign', () => {
  const text = `Lest ${item.url}. Sofort und www.acme.example/b!`;
  const whole = textOfMessage(messageOf(rich, text));
  const fix = (of: string, word: string) => {
    const start = of.indexOf(word);
    return { title: 't', edits: [{ range: { start, end: start + word.length }, text: 'x' }] };
  };
  const kept = ['Lest', 'Sofort', 'www.acme.example/b', '!'];
  const beyond = [fix(whole, 'utm_source'), fix(whole, 'Ich')];
  const moved = fixesWithin([{ fixes: [...kept.map((word) => fix(whole, word)), ...beyond] }], whole, text);
  expect(moved).toEqual([{ fixes: kept.map((word) => fix(text, word)) }]);
});

test('guidelines are asked about the page’s own address, which a short link stands for', () => {
  const slugged = { ...item, slug: 'k3f9x2' };
  const checked = checkedText(networkOf('linkedin'), slugged, 'Neu.');
  expect(checked).toContain(`${item.url}?utm_source=linkedin`);
  expect(checked).not.toContain('k3f9x2');
});

test('an item meant for some networks says so on another one, and where nobody knows where it leads it does not', () => {
  expect(meantElsewhere(['linkedin', 'xing'], 'x')).toEqual(['linkedin', 'xing']);
  expect(meantElsewhere(['linkedin', 'xing'], 'xing')).toEqual([]);
  expect(meantElsewhere(['linkedin'], null)).toEqual([]);
  expect(meantElsewhere([], 'x')).toEqual([]);
  expect(meantElsewhere(undefined, 'x')).toEqual([]);
});
