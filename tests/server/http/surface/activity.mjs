import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CREATE, contentItem, converse } from '../conversation.mjs';

const today = new Date().toISOString().slice(0, 10);
const count = (changes = {}) => ({
  id: randomUUID(),
  event: 'shared',
  item: 'shared-report',
  network: 'linkedin',
  day: today,
  n: 1,
  ...changes,
});

export function activity(server) {
  test('counts a batch once, however often it is sent', async () => {
    const { admin, device, enrol } = converse(server());
    await admin('PUT', '/v1/admin/content/shared-report', contentItem('shared-report'), CREATE);
    await server().publish('pilot');
    const me = device((await enrol()).token);
    const counts = [count(), count({ event: 'suggested-used', n: 3 })];
    expect((await me('POST', '/v1/activity', { counts })).body).toEqual({ accepted: 2, repeated: 0 });
    const again = { counts: [...counts, count()] };
    expect((await me('POST', '/v1/activity', again)).body).toEqual({ accepted: 1, repeated: 2 });
  });

  test('takes no text, no person and no number out of range', async () => {
    const { device, enrol } = converse(server());
    const me = device((await enrol()).token);
    const bad = [
      { text: 'Wir arbeiten an …' },
      { event: 'read' },
      { n: 0 },
      { n: 101 },
      { n: '1' },
      { network: 'myspace' },
      { day: '2026-02-30' },
      { day: 'today' },
      { id: 'seven' },
      { item: '' },
    ];
    for (const wrong of bad) {
      const { status } = await me('POST', '/v1/activity', { counts: [count(wrong)] });
      expect(status, JSON.stringify(wrong)).toBe(422);
    }
    for (const counts of [undefined, {}, []])
      expect((await me('POST', '/v1/activity', { counts })).status).toBe(422);
    expect(
      (await me('POST', '/v1/activity', { counts: Array.from({ length: 201 }, () => count()) })).status,
    ).toBe(422);
  });

  test('counts the others of a batch in which some are wrong, and says which', async () => {
    const { device, enrol } = converse(server());
    const me = device((await enrol()).token);
    const good = [count(), count()];
    const counts = [good[0], count({ n: -1 }), 7, good[1], count({ text: 'Wir …' }), count({ item: 'none' })];
    const { status, body } = await me('POST', '/v1/activity', { counts });
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 2, repeated: 0 });
    expect(new Set(body.refused.map(({ pointer }) => pointer.split('/')[2]))).toEqual(
      new Set(['1', '2', '4', '5']),
    );
    expect((await me('POST', '/v1/activity', { counts })).body).toMatchObject({ accepted: 0, repeated: 2 });
  });

  test('shows no figure about fewer than k people', async () => {
    const { admin } = converse(server());
    const { body } = await admin('GET', '/v1/admin/statistics');
    expect(body.k).toBe(10);
    expect(body.shared).toEqual({ tooSmall: true });
    expect(body.items.every(({ shared }) => shared.tooSmall)).toBe(true);
    const month = await admin('GET', '/v1/admin/statistics?from=2026-11-01&to=2026-11-30');
    expect(month.body).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
    for (const query of ['from=yesterday', 'from=2026-11-30&to=2026-11-01'])
      expect((await admin('GET', `/v1/admin/statistics?${query}`)).status).toBe(422);
  });
}
