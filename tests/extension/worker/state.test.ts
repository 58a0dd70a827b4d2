import type { Bundle } from '@herold/core';
import { expect, test } from 'vitest';
import { Keep } from '../../../extension/src/worker/keep.ts';
import type { PanelState } from '../../../extension/src/worker/protocol.ts';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { newest, panelState } from '../../../extension/src/worker/state.ts';
import { MEMBERSHIP } from './membership.ts';
import { Store } from './store.ts';

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

test('roles and groups have the names of the bundle, and their ids where it has none', async () => {
  const memory = new Store();
  const keep = new Keep(new Remembering(new Store(), memory), new Remembering(memory));
  await keep.setMembership({ ...MEMBERSHIP, role: 'sales', groups: ['plant', 'new'] });
  const bundle = {
    roles: [{ id: 'sales', label: { de: 'Vertrieb' } }],
    groups: [{ id: 'plant', label: { de: 'Werk' } }],
    settings: {},
  } as unknown as Bundle;
  const viewOf = async (bundle?: Bundle) =>
    (
      await panelState(
        { life: 'worker', at: 1 },
        keep,
        bundle ? { bundle, guidelineCount: 0 } : { guidelineCount: 0 },
        null,
      )
    ).member;
  expect(await viewOf(bundle)).toMatchObject({
    roleLabel: { de: 'Vertrieb' },
    groupLabels: [{ de: 'Werk' }, 'new'],
  });
  expect(await viewOf()).toMatchObject({ roleLabel: null, groupLabels: ['plant', 'new'] });
});
