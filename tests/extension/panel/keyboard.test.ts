// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { keepFocus } from '../../../extension/src/panel/keyboard.ts';

/** What was removed is noticed, then seen to. */
async function turn() {
  for (let times = 0; times < 2; times += 1) await new Promise((resolve) => setTimeout(resolve));
}
const at = (id: string) => document.getElementById(id) as HTMLButtonElement;
const focused = () => document.activeElement?.id;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="app"><h2 id="heading" tabindex="-1"></h2><ul>' +
    '<li id="card"><button id="fix"></button><button id="ignore"></button></li>' +
    '<li><textarea id="note"></textarea><button id="next"></button></li></ul></div>';
  keepFocus(at('app'));
});

test('when a card goes with what had the focus, the focus goes on at what follows', async () => {
  at('fix').focus();
  at('card').remove();
  await turn();
  expect(focused()).toBe('note');
});

test('who was writing presses no button with the next key, nor writes elsewhere', async () => {
  at('note').focus();
  at('note').remove();
  await turn();
  expect(focused()).toBe('heading');
});

test('who knows better where the focus goes is left alone', async () => {
  at('fix').focus();
  at('card').remove();
  at('next').focus();
  await turn();
  expect(focused()).toBe('next');
});

test('where nothing follows, at what stood before', async () => {
  at('next').focus();
  document.querySelector('ul')?.remove();
  await turn();
  expect(focused()).toBe('heading');
});

test('a button that rested while it worked has the focus again', async () => {
  at('fix').focus();
  at('fix').disabled = true;
  at('fix').blur(); // As browsers do, sooner or later.
  expect(document.activeElement).toBe(document.body);
  at('fix').disabled = false;
  await turn();
  expect(focused()).toBe('fix');
});

test('who took the focus away does not get it back', async () => {
  at('fix').focus();
  at('fix').blur();
  await turn();
  at('card').remove();
  await turn();
  expect(document.activeElement).toBe(document.body);
});
