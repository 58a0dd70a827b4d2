// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGES, type PageRules } from '../../../extension/src/editor/pages.ts';
import { Recogniser } from '../../../extension/src/editor/recognise.ts';
import { watchComposers } from '../../../extension/src/editor/watch.ts';

const QUILL = '<div class="ql-editor" contenteditable="true">x</div>';
let over: AbortController;
let found: string[];
let lost: string[];

function watch() {
  watchComposers(
    new Recogniser(PAGES.linkedin as PageRules),
    {
      found: (element) => found.push(element.id),
      lost: (element) => lost.push(element.id),
      focused: vi.fn(),
      clicked: vi.fn(),
    },
    over.signal,
  );
}

function composer(id: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = QUILL;
  const element = holder.firstElementChild as HTMLElement;
  element.id = id;
  return element;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

beforeEach(() => {
  over = new AbortController();
  found = [];
  lost = [];
  document.body.replaceChildren();
});
afterEach(() => over.abort());

test('finds what is there, also two open shadow roots deep', () => {
  document.body.append(composer('light'));
  const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  inner.append(composer('deep'));
  watch();
  expect(found.sort()).toEqual(['deep', 'light']);
});

test('finds what comes later into a known shadow root, and lets go of what leaves', async () => {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  watch();
  const late = composer('late');
  root.append(late);
  await pause();
  expect(found).toEqual(['late']);
  late.remove();
  await pause();
  expect(lost).toEqual(['late']);
});

test('a shadow root attached to an old element announces its composer by the first event', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  watch();
  await pause();
  const element = composer('silent');
  host.attachShadow({ mode: 'open' }).append(element);
  await pause();
  expect(found).toEqual([]);
  element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  expect(found).toEqual(['silent']);
});

test('an editor among messages is not met, by no event either', async () => {
  const overlay = document.body.appendChild(document.createElement('div'));
  overlay.className = 'msg-overlay-conversation-bubble';
  const element = overlay.appendChild(composer('private'));
  watch();
  element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await pause();
  expect(found).toEqual([]);
});

test('after the end nothing is met', async () => {
  watch();
  over.abort();
  document.body.append(composer('after'));
  await pause();
  expect(found).toEqual([]);
});
