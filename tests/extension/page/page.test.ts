// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGES } from '../../../extension/src/editor/pages.ts';
import { startPage } from '../../../extension/src/page/page.ts';
import type { PageNews } from '../../../extension/src/worker/protocol.ts';

const asked: string[] = [];
let hello: () => Promise<unknown>;
let tell: ((news: PageNews) => unknown) | undefined;

vi.mock('../../../extension/src/platform/messages.ts', () => ({
  onMessage: (hear: typeof tell) => {
    tell = hear;
  },
  isOrphaned: () => false,
  request: async ({ kind }: { kind: string }) => {
    asked.push(kind);
    return kind === 'page-hello' ? hello() : { answer: { kind: 'no-guidelines', id: 1 } };
  },
}));

beforeEach(() => {
  asked.length = 0;
  hello = async () => ({ pages: PAGES, on: true });
  vi.useFakeTimers();
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('location', { hostname: 'www.linkedin.com' });
  document.body.innerHTML = '<div class="ql-editor" contenteditable="true">x</div>';
});

afterEach(() => {
  tell?.({ kind: 'stop' });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a composer that is merely open keeps the worker awake; only its focus asks for what is new', async () => {
  await startPage();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.filter((kind) => kind === 'page-awake')).toHaveLength(3);
  expect(asked).not.toContain('page-focus');
  document.querySelector('div')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  expect(asked).toContain('page-focus');
});

test('a worker that did not answer is asked again by the next start', async () => {
  hello = () => Promise.reject(new Error('worker stopped'));
  await startPage();
  hello = async () => ({ pages: PAGES, on: true });
  await startPage();
  expect(asked).toContain('page-check');
});

test('selectors of a bundle that no page understands leave the built-in ones in force', async () => {
  const composers = [{ place: 'post', selector: '::::' }];
  hello = async () => ({ pages: { linkedin: { ...PAGES.linkedin, composers } }, on: true });
  await startPage();
  expect(asked).toContain('page-check');
});

test('a network of which a bundle names no composer is left alone', async () => {
  hello = async () => ({ pages: { linkedin: { ...PAGES.linkedin, composers: [] } }, on: true });
  const watched = vi.spyOn(document, 'addEventListener');
  await startPage();
  expect(watched).not.toHaveBeenCalled();
  expect(asked).toEqual(['page-hello']);
});
