import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../src/api/client.ts';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
const { addLink, remove } = vi.hoisted(() => ({ addLink: vi.fn(), remove: vi.fn() }));
vi.mock('../src/api/client.ts', () => ({
  ApiError: class extends Error {
    constructor(
      readonly status: number,
      message: string,
      readonly problems = [],
    ) {
      super(message);
    }
  },
}));
vi.mock('../src/api/resources.ts', () => ({ content: { addLink, remove } }));
const said = vi.hoisted(() => ({ say: vi.fn(), fail: vi.fn(), close: vi.fn() }));
vi.mock('../src/model/notices.svelte.ts', () => ({ notices: said }));
const { LinkImport, mostLinks } = await import('../src/model/link-import.svelte.ts');

const url = (n: number) => `https://acme.example/${n}`;
const made = (id: string) => ({ item: { id, title: id }, state: 'draft', known: false, trouble: null });

beforeEach(() => {
  vi.useRealTimers();
  for (const mock of [addLink, remove, said.say, said.fail, said.close]) mock.mockReset();
});

function of(...lines: string[]) {
  const work = new LinkImport();
  work.keep(lines.join('\n'));
  return work;
}

test('what offers to undo an import goes when the next one begins, which it would undo instead', async () => {
  addLink.mockResolvedValue(made('one'));
  said.say.mockReturnValue(7);
  const work = of(url(1));
  await work.run();
  expect(said.close).not.toHaveBeenCalled();
  work.keep(url(2));
  await work.run();
  expect(said.close).toHaveBeenCalledExactlyOnceWith(7);
});

test('what became a draft goes from the text, what did not stays to be mended', async () => {
  addLink.mockImplementation(async (to: string) => {
    if (to === url(1)) return made('one');
    if (to === url(2))
      return { item: { id: 'two', title: 'Zwei' }, state: 'archived', known: true, trouble: null };
    if (to === url(3))
      return {
        item: null,
        state: null,
        known: false,
        trouble: { code: 'no-title', detail: '', message: '' },
      };
    throw new ApiError(422, 'x', [{ pointer: '/title', message: 'must be a text' }]);
  });
  const work = of(url(1), url(2), 'nichts', url(3), `${url(4)} Vier`);
  await work.run();
  expect(work.outcomes.map(({ line, kind }) => [line, kind])).toEqual([
    [1, 'made'],
    [2, 'known'],
    [4, 'failed'],
    [5, 'failed'],
  ]);
  expect(work.text).toBe(['nichts', url(3), `${url(4)} Vier`].join('\n'));
  expect(addLink).toHaveBeenCalledWith(url(4), 'Vier');
});

test('of links to the same page the first made it, whichever the server answered first', async () => {
  addLink.mockImplementation(async (to: string) => {
    if (to === url(1)) await new Promise((resolve) => setTimeout(resolve, 20));
    return { ...made('one'), known: to === url(1) };
  });
  const work = of(url(1), `${url(1)}?utm_source=x`);
  await work.run();
  expect(work.outcomes.map(({ line, kind }) => [line, kind])).toEqual([
    [1, 'made'],
    [2, 'known'],
  ]);
});

test('a link that failed stays although another one of its line did not', async () => {
  addLink.mockImplementation(async (to: string) => {
    if (to === url(1)) return made('one');
    throw new ApiError(422, 'x', []);
  });
  const work = of(`${url(1)} ${url(2)}`);
  await work.run();
  expect(work.text).toBe(`${url(1)} ${url(2)}`);
});

test('a server that is busy is asked again, one that is gone leaves the rest in the text', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 });
  addLink.mockRejectedValueOnce(new ApiError(429, ''));
  addLink.mockResolvedValueOnce(made('two'));
  addLink.mockResolvedValueOnce(made('three'));
  addLink.mockRejectedValue(new ApiError(0, ''));
  const work = of(url(1), url(2), url(3), url(4), url(5));
  await work.run();
  expect(work.failure?.status).toBe(0);
  expect(work.made).toHaveLength(2);
  expect(work.text.split('\n')).toHaveLength(3);
  expect(work.running).toBe(false);
});

test('what is stopped leaves the rest in the text', async () => {
  const work = of(...Array.from({ length: 10 }, (_, n) => url(n)));
  addLink.mockImplementation(async (to: string) => {
    work.stop();
    return made(to);
  });
  await work.run();
  expect(work.made).toHaveLength(1);
  expect(work.text.split('\n')).toHaveLength(9);
});

test('no more go at once than are allowed; the others wait', async () => {
  addLink.mockImplementation(async (to: string) => made(to));
  const work = of(...Array.from({ length: mostLinks + 7 }, (_, n) => url(n)));
  await work.run();
  expect(work.made).toHaveLength(mostLinks);
  expect(work.text.split('\n')).toHaveLength(7);
});

test('one undo removes what nobody has changed since, and brings the text back', async () => {
  addLink.mockImplementation(async (to: string) => made(to));
  const work = of(url(1), url(2));
  await work.run();
  expect(work.text).toBe('');
  await work.undo();
  expect(remove.mock.calls.map(([, version]) => version)).toEqual([1, 1]);
  expect(work.text).toBe([url(1), url(2)].join('\n'));
  expect(work.outcomes).toEqual([]);

  await work.run();
  remove.mockImplementation(async (id: string) => {
    if (id === url(2)) throw new ApiError(412, '');
  });
  await work.undo();
  expect(work.made.map(({ item }) => item.id)).toEqual([url(2)]);
  expect(said.fail).toHaveBeenCalledTimes(1);
});
