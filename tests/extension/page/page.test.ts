// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGES } from '../../../extension/src/editor/pages.ts';
import { startPage } from '../../../extension/src/page/page.ts';

const asked: string[] = [];

vi.mock('../../../extension/src/platform/messages.ts', () => ({
  onMessage: vi.fn(),
  isOrphaned: () => false,
  request: async ({ kind }: { kind: string }) => {
    asked.push(kind);
    return kind === 'page-hello' ? { pages: PAGES, on: true } : { answer: { kind: 'no-guidelines', id: 1 } };
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('location', { hostname: 'www.linkedin.com' });
  document.body.innerHTML = '<div class="ql-editor" contenteditable="true">x</div>';
});

afterEach(() => {
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
