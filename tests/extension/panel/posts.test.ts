import { expect, test } from 'vitest';
import { addedTo, captionPost } from '../../../extension/src/panel/posts.ts';

const item = { id: 'a', url: 'https://acme.example/a', title: 'Titel', language: 'de' };
const caption = (text: string) => ({ id: 'a.1', language: 'de', text });

test('a caption goes out as it is written', () => {
  expect(captionPost(item, caption('Lest das.'))).toEqual({
    text: 'Lest das.',
    url: item.url,
    title: 'Titel',
  });
});

test('disclosure in front, hashtags at the end, each only where it is missing', () => {
  const rich = { ...item, disclosure: 'Ich arbeite bei ACME.', hashtags: ['#Pikett', '#Team'] };
  expect(captionPost(rich, caption('Danke #team')).text).toBe(
    'Ich arbeite bei ACME.\n\nDanke #team\n\n#Pikett',
  );
  expect(captionPost(rich, caption('ich arbeite bei acme. #Pikett #Team')).text).toBe(
    'ich arbeite bei acme. #Pikett #Team',
  );
});

test('a hashtag gets its sign, whether it was kept with or without', () => {
  const tagged = { ...item, hashtags: ['Pikett', '#Team'] };
  expect(captionPost(tagged, caption('Danke')).text).toBe('Danke\n\n#Pikett #Team');
});

test('without a caption the link goes out', () => {
  expect(captionPost(item, undefined)).toEqual({ text: '', url: item.url, title: 'Titel' });
});

test('what goes with the caption is shown, and nothing that stands in it', () => {
  const rich = { ...item, disclosure: 'Ich arbeite bei ACME.', hashtags: ['#Pikett'] };
  const plain = caption('Danke.');
  expect(addedTo(captionPost(rich, plain), plain)).toBe(
    'Ich arbeite bei ACME. #Pikett https://acme.example/a',
  );
  const whole = caption('Lest https://acme.example/a');
  expect(addedTo(captionPost(item, whole), whole)).toBe('');
});
