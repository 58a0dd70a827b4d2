// Every keystroke asks who reads: storage is read once, since nobody but the worker writes what it keeps.
import type { Area } from '../platform/storage.ts';

export function remembering(area: Area): Area {
  const known = new Map<string, unknown>();
  return {
    async get<T>(key: string) {
      if (!known.has(key)) known.set(key, await area.get<T>(key));
      return known.get(key) as T | undefined;
    },
    async set(values) {
      for (const [key, value] of Object.entries(values)) known.set(key, value);
      await area.set(values);
    },
    async remove(...keys) {
      for (const key of keys) known.delete(key);
      await area.remove(...keys);
    },
    async clear() {
      known.clear();
      await area.clear();
    },
  };
}
