import { beforeEach, expect, test, vi } from 'vitest';

const [put, get] = vi.hoisted(() => [vi.fn(), vi.fn()]);
vi.stubGlobal('location', { origin: 'https://herold.example' });
vi.mock('../src/api/resources.ts', () => ({ content: { put, get } }));
const { ApiError } = await import('../src/api/client.ts');
const { createItem } = await import('../src/model/create-item.ts');

const item = { id: 'newsletter', url: 'https://acme.example/2', title: 'Newsletter', language: 'de' };
const taken = () => Promise.reject(new ApiError(412, ''));
const names = () => put.mock.calls.map(([{ id }]) => id);

beforeEach(() => {
  put.mockReset();
  get.mockReset();
});

test('a name that another page has gets a number', async () => {
  put.mockImplementationOnce(taken).mockImplementationOnce(taken).mockResolvedValueOnce('made');
  get.mockResolvedValue({ item: { ...item, url: 'https://acme.example/1' } });
  expect(await createItem(item, 'draft')).toBe('made');
  expect(names()).toEqual(['newsletter', 'newsletter-2', 'newsletter-3']);
  expect(put).toHaveBeenLastCalledWith({ ...item, id: 'newsletter-3' }, 0, 'draft');
});

test('the same page is not made twice, nor what the server refuses', async () => {
  put.mockImplementationOnce(taken).mockRejectedValueOnce(new ApiError(422, ''));
  get.mockResolvedValue({ item });
  await expect(createItem(item)).rejects.toMatchObject({ status: 412 });
  await expect(createItem(item)).rejects.toMatchObject({ status: 422 });
  expect(names()).toEqual(['newsletter', 'newsletter']);
});
