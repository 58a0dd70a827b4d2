import { beforeEach, expect, test } from 'vitest';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { Store } from './store.ts';

let disk: Store;
let memory: Store;
beforeEach(() => {
  disk = new Store();
  memory = new Store();
});

test('is read once, and says what was set', async () => {
  disk.values.role = 'engineer';
  const area = new Remembering(disk, memory);
  expect(await area.get('role')).toBe('engineer');
  await area.get('role');
  expect(disk.reads).toBe(1);
  await area.set({ role: 'spokesperson' });
  expect(await area.get('role')).toBe('spokesperson');
  expect(disk.values).toEqual({ role: 'spokesperson' });
});

test('two changes at a time are both kept, also right after the worker was started', async () => {
  disk.values.list = ['a'];
  const area = new Remembering(disk, memory);
  const add = (entry: string) => area.update<string[]>('list', (list = []) => [...list, entry]);
  await Promise.all([add('b'), add('c')]);
  expect(disk.values.list).toEqual(['a', 'b', 'c']);
});

test('what was set while storage was read is not overtaken by what was read', async () => {
  disk.values.role = 'engineer';
  const area = new Remembering(disk, memory);
  const reading = area.get('role');
  await area.set({ role: 'spokesperson' });
  await reading;
  expect(await area.get('role')).toBe('spokesperson');
});

test('what a full storage refuses waits in memory, outlives a stopped worker and is stored once there is room', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await area.set({ note: 'am Montag' });
  expect(await area.get('note')).toBe('am Montag');
  expect(await area.isFull()).toBe(true);

  const restarted = new Remembering(disk, memory);
  expect(await restarted.get('note')).toBe('am Montag');
  expect(await restarted.settle()).toBe(false);
  disk.isFull = false;
  expect(await restarted.settle()).toBe(true);
  expect(disk.values).toEqual({ note: 'am Montag' });
  expect(await new Remembering(disk, memory).isFull()).toBe(false);
});

test('of two that are refused at a time both wait', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await Promise.all([area.set({ note: 'am Montag' }), area.set({ role: 'engineer' })]);
  expect(await new Remembering(disk, memory).get('note')).toBe('am Montag');
  expect(await new Remembering(disk, memory).get('role')).toBe('engineer');
});

test('a later value is not taken back by one that waits', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await area.set({ note: 'am Montag' });
  disk.isFull = false;
  await area.set({ note: 'am Dienstag' });
  expect(await area.isFull()).toBe(false);
  expect(await new Remembering(disk, memory).get('note')).toBe('am Dienstag');
});

test('nothing waits for what was removed', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await area.set({ note: 'am Montag', role: 'engineer' });
  await area.remove('note');
  expect(await area.get('note')).toBeUndefined();
  await area.clear();
  expect(await area.get('role')).toBeUndefined();
  expect(memory.values).toEqual({ waiting: {} });
});

test('what is read while everything is cleared is not remembered', async () => {
  disk.values.role = 'engineer';
  const area = new Remembering(disk, memory);
  const before = area.get('role');
  const clearing = area.clear();
  const during = area.get('role');
  await clearing;
  expect(await before).toBeUndefined();
  expect(await during).toBeUndefined();
  expect(await area.get('role')).toBeUndefined();
});

test('what was begun before everything is cleared writes nothing afterwards', async () => {
  const area = new Remembering(disk, memory);
  const isStill = area.begin();
  const writes = [
    area.set({ note: 'am Montag' }),
    area.update<string[]>('list', (list = []) => [...list, 'a']),
    area.set({ role: 'engineer' }),
  ];
  expect(isStill()).toBe(true);
  const clearing = area.clear();
  expect(isStill()).toBe(false);
  const after = area.set({ role: 'spokesperson' });
  await Promise.all([...writes, clearing, after]);
  expect(disk.values).toEqual({ role: 'spokesperson' });
  expect(await area.get('note')).toBeUndefined();
  expect(await area.get('list')).toBeUndefined();
});

test('what a full storage refuses while everything is cleared does not wait', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await Promise.all([area.set({ note: 'am Montag' }), area.clear()]);
  expect(await area.isFull()).toBe(false);
  expect(await new Remembering(disk, memory).get('note')).toBeUndefined();
});

test('what waits takes nothing back that is on its way', async () => {
  const area = new Remembering(disk, memory);
  disk.isFull = true;
  await area.set({ note: 'am Montag' });
  disk.isFull = false;
  await Promise.all([area.set({ note: 'am Dienstag' }), area.settle()]);
  expect(await area.get('note')).toBe('am Dienstag');
  expect(disk.values).toEqual({ note: 'am Dienstag' });
});

test('with both full, it is known as long as the worker lives', async () => {
  disk.isFull = true;
  memory.isFull = true;
  const area = new Remembering(disk, memory);
  await area.set({ note: 'am Montag' });
  expect(await area.get('note')).toBe('am Montag');
});
