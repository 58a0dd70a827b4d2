import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPost, readMember } from '../../../extension/src/linkedin/api.ts';
import { linkedInPost } from '../../../extension/src/linkedin/compose.ts';
import { type LinkedInPost, postBody, readPostAnswer } from '../../../extension/src/linkedin/post.ts';
import { compose, networkOf } from '../../../extension/src/share/index.ts';
import { LinkedInApi } from '../../e2e/linkedin/api.mjs';

const standIn = new LinkedInApi();
let base: string;
let token: string;
beforeAll(async () => {
  base = await standIn.listen();
});
afterAll(() => standIn.close());
beforeEach(() => {
  Object.assign(standIn, { left: 100, next: null, posts: [] });
  token = standIn.token();
});

const post: LinkedInPost = { text: 'Neu (heute) #da', visibility: 'PUBLIC', article: null };
const send = (changes: Partial<LinkedInPost> = {}, as = {}) =>
  createPost({ ...post, ...changes }, { token, sub: standIn.member.sub, version: '202610', ...as }, base);

test('a post arrives with text, audience and link', async () => {
  expect(await readMember(token, base)).toEqual(standIn.member);
  const article = { source: 'https://acme.example/a?utm_source=linkedin', title: 'Die Werkstatt' };
  const outcome = await send({ visibility: 'CONNECTIONS', article });
  expect(outcome).toEqual({ kind: 'posted', urn: standIn.posts[0].urn });
  expect(standIn.posts).toMatchObject([{ text: 'Neu (heute) #da', hashtags: ['da'], cut: false }]);
  expect(standIn.posts[0].post).toEqual({
    author: 'urn:li:person:782bbtaQ',
    commentary: 'Neu \\(heute\\) {hashtag|\\#|da}',
    visibility: 'CONNECTIONS',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    content: { article },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  });
});

test('401: revoked, expired and unknown tokens ask for a new connection', async () => {
  standIn.revokeAll();
  expect(await send()).toEqual({ kind: 'connect' });
  expect(await readMember(token, base)).toBeNull();
  token = standIn.token();
  standIn.expireAll();
  expect(await send()).toEqual({ kind: 'connect' });
  expect(await send({}, { token: 'made-up' })).toEqual({ kind: 'connect' });
});

test('403: a missing scope is a matter for IT', async () => {
  expect(await send({}, { token: standIn.token(['openid', 'profile']) })).toEqual({ kind: 'forbidden' });
});

test('422: a duplicate is told from content that is not accepted', async () => {
  await send();
  expect(await send()).toEqual({ kind: 'duplicate' });
  expect(await send({ text: 'x'.repeat(3001) })).toEqual({ kind: 'invalid' });
  expect(await send({}, { sub: 'somebody-else' })).toEqual({ kind: 'invalid' });
  expect(standIn.posts).toHaveLength(1);
});

test('the limit is LinkedIn’s for what people see, escaping not counted', async () => {
  expect((await send({ text: '_'.repeat(3000) })).kind).toBe('posted');
});

test('426: a retired version', async () => {
  expect(await send({}, { version: '202401' })).toEqual({ kind: 'version' });
});

test('429: the day’s limit', async () => {
  standIn.left = 0;
  expect(await send()).toEqual({ kind: 'limit' });
});

test('an answer that was lost or says nothing leaves it open, and nothing is sent twice', async () => {
  standIn.next = 'lost';
  expect(await send()).toEqual({ kind: 'unknown' });
  expect(standIn.posts).toHaveLength(1);
  standIn.next = 503;
  expect(await send({ text: 'anders' })).toEqual({ kind: 'unknown' });
  expect(standIn.posts).toHaveLength(1);
  expect(await createPost(post, { token, sub: 'a', version: '202610' }, 'http://127.0.0.1:9')).toEqual({
    kind: 'unknown',
  });
});

test('answers are read by their status, and a name of a post only when it is one', () => {
  expect(readPostAnswer(201, 'urn:li:ugcPost:12', '')).toEqual({ kind: 'posted', urn: 'urn:li:ugcPost:12' });
  for (const odd of [null, '', 'https://evil.example/', 'urn:li:share:1/../../x'])
    expect(readPostAnswer(201, odd, '')).toEqual({ kind: 'posted', urn: null });
  const kinds = Object.fromEntries(
    [400, 404, 408, 500, 502, 301].map((s) => [s, readPostAnswer(s, null, '').kind]),
  );
  expect(kinds).toEqual({
    400: 'invalid',
    404: 'forbidden',
    408: 'unknown',
    500: 'unknown',
    502: 'unknown',
    301: 'unknown',
  });
});

test('an item’s link becomes the card; a draft keeps its links in the text', () => {
  const linkedin = networkOf('linkedin');
  const item = {
    text: 'Kommt vorbei.',
    url: 'https://acme.example/a',
    title: 'Fest',
    item: 'fest',
    hashtags: ['Fest'],
  };
  const shared = linkedInPost(item, compose(linkedin, item), 'PUBLIC');
  expect(shared.text).toBe('Kommt vorbei.\n\n#Fest');
  expect(shared.article).toEqual({
    source: expect.stringMatching(/^https:\/\/acme\.example\/a\?utm_source=linkedin/),
    title: 'Fest',
  });
  const own = { text: 'Seht https://acme.example/b an.' };
  expect(linkedInPost(own, compose(linkedin, own), 'PUBLIC')).toEqual({
    ...own,
    visibility: 'PUBLIC',
    article: null,
  });
  expect(postBody(shared, 'x').commentary).toBe('Kommt vorbei.\n\n{hashtag|\\#|Fest}');
});

test('an item with a long title is taken, its card’s title ending at a word', async () => {
  const item = { text: 'Neu.', url: 'https://acme.example/a', title: 'Langer Titel '.repeat(60).trim() };
  const { article } = linkedInPost(item, compose(networkOf('linkedin'), item), 'PUBLIC');
  expect(article?.title).toMatch(/^(Langer Titel )+(Langer )?…$/);
  expect((await send({ article })).kind).toBe('posted');
  const whole = { source: item.url, title: item.title };
  expect(await send({ text: 'Anders.', article: whole })).toEqual({ kind: 'invalid' });
});
