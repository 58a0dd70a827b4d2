import { beforeEach, expect, test, vi } from 'vitest';
import { compose, networkOf, type ShareTarget } from '../../../extension/src/share/index.ts';

const openTab = vi.hoisted(() => vi.fn());
vi.mock('../../../extension/src/platform/runtime.ts', () => ({ openTab }));
// Nobody watches here: a rune is its value.
vi.stubGlobal(
  '$state',
  Object.assign(<T>(value: T) => value, { raw: <T>(value: T) => value }),
);
const { Delivery } = await import('../../../extension/src/panel/delivery.svelte.ts');

const writeText = vi.fn();
const share = vi.fn();
vi.stubGlobal('navigator', { clipboard: { writeText }, share });

beforeEach(() => {
  for (const call of [openTab, writeText, share]) call.mockReset().mockResolvedValue(undefined);
});

function deliver(target: ShareTarget, delivery = new Delivery()) {
  const network = networkOf(target);
  const composed = compose(network, { text: 'Ein Haus.', url: 'https://acme.example/haus' });
  return { delivery, isOut: delivery.deliver(network, composed, {}) };
}

test('the text is in the clipboard, and the network’s window opens', async () => {
  const { delivery, isOut } = deliver('linkedin');
  expect(await isOut).toBe(true);
  expect(writeText).toHaveBeenCalledWith('Ein Haus.\n\nhttps://acme.example/haus');
  expect(openTab.mock.lastCall?.[0]).toContain('shareActive=true');
  expect(delivery.finished).toEqual({ hasWindow: true });
});

test('a double click delivers once', async () => {
  const { delivery, isOut } = deliver('linkedin');
  expect(await deliver('linkedin', delivery).isOut).toBe(false);
  expect(await isOut).toBe(true);
  expect(openTab).toHaveBeenCalledOnce();
});

test('a clipboard that refuses shows the text, and what is only copied is not out', async () => {
  writeText.mockRejectedValue(new Error('denied'));
  const copied = deliver('copy');
  expect(await copied.isOut).toBe(false);
  expect(copied.delivery.refused).toBe('Ein Haus.\n\nhttps://acme.example/haus');
  expect(await deliver('linkedin').isOut).toBe(true);
});

test('a window that does not open, or a sheet that is closed, is no share', async () => {
  openTab.mockRejectedValue(new Error('blocked'));
  const blocked = deliver('linkedin');
  expect([await blocked.isOut, blocked.delivery.windowFailed]).toEqual([false, true]);
  share.mockRejectedValue(new Error('AbortError'));
  const closed = deliver('system');
  expect([await closed.isOut, closed.delivery.finished]).toEqual([false, null]);
});
