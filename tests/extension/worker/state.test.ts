import { expect, test } from 'vitest';
import type { PanelState } from '../../../extension/src/worker/protocol.ts';
import { newest } from '../../../extension/src/worker/state.ts';

const state = (life: string, at: number) => ({ age: { life, at } }) as PanelState;

test('an answer that comes after the news does not take back what they told', () => {
  const [before, after] = [state('worker', 1), state('worker', 2)];
  expect(newest(after, before)).toBe(after);
  expect(newest(before, after)).toBe(after);
});

test('a worker that was started anew counts from the beginning', () => {
  const [before, after] = [state('worker', 9), state('its successor', 1)];
  expect(newest(before, after)).toBe(after);
  expect(newest(null, after)).toBe(after);
});
