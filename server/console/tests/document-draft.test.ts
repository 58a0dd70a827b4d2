import { beforeEach, describe, expect, test, vi } from 'vitest';

const kept = vi.hoisted(() => new Map<string, { base: number; value: unknown }>());
vi.stubGlobal('location', { origin: 'https://herold.example' });
vi.stubGlobal('localStorage', { getItem: () => 'de' });
vi.mock('../src/model/focus.ts', () => ({ focusHeading: async () => {} }));
vi.mock('../src/model/unsaved.svelte.ts', () => ({
  findUnsaved: (name: string) => kept.get(name),
  keepUnsaved: () => {},
  dropUnsaved: (name: string) => kept.delete(name),
}));
const { ApiError } = await import('../src/api/client.ts');
const { DocumentDraft } = await import('../src/model/document-draft.svelte.ts');
const { FormInput } = await import('../src/model/form-input.svelte.ts');
const { notices } = await import('../src/model/notices.svelte.ts');
const { questions } = await import('../src/model/question.svelte.ts');

const stored = (text: string, version: number) => ({ text, version });
function open(version = 3) {
  const input = new FormInput(stored('stored', version), ({ text }) => ({ text }));
  return { input, draft: new DocumentDraft('page', input) };
}
const undo = () => notices.list.at(-1)?.action?.run();

async function answering(choice: string | null, work: Promise<unknown>) {
  await vi.waitFor(() => expect(questions.open).not.toBeNull());
  questions.answer(choice);
  return work;
}

beforeEach(() => {
  kept.clear();
  notices.list = [];
});

describe('a document under work', () => {
  test('goes on with what was typed before, over the version of that time', () => {
    kept.set('page', { base: 2, value: { text: 'typed' } });
    const { input, draft } = open();
    expect([input.form.text, draft.version, draft.isResumed]).toEqual(['typed', 2, true]);
  });

  test('is saved as it was sent, and what was typed meanwhile stays', async () => {
    const { input, draft } = open();
    input.form.text = 'sent';
    await draft.save(async () => {
      input.form.text = 'sent, and more';
      return stored('sent', 4);
    });
    expect([input.form.text, input.dirty, draft.version]).toEqual(['sent, and more', true, 4]);
    await draft.save(async () => stored('sent, and more.', 5));
    expect([input.form.text, input.dirty, draft.version]).toEqual(['sent, and more.', false, 5]);
  });

  test('is discarded with a way back, over the version it stood on', () => {
    kept.set('page', { base: 2, value: { text: 'typed' } });
    const { input, draft } = open();
    draft.discard();
    expect([input.form.text, draft.version, kept.size]).toEqual(['stored', 3, 0]);
    undo();
    expect([input.form.text, draft.version]).toEqual(['typed', 2]);
  });
});

describe('where somebody else was faster', () => {
  const theirs = async () => stored('theirs', 4);
  const ready = () => {
    const it = open();
    it.input.form.text = 'mine';
    return { ...it, save: vi.fn(async () => {}), saveAsNew: vi.fn(async () => {}) };
  };

  test('nothing happens until somebody chose', async () => {
    const { input, draft, save } = ready();
    await answering(null, draft.settle({ theirs, save }));
    expect([input.form.text, draft.version, save.mock.calls.length]).toEqual(['mine', 3, 0]);
  });

  test('nobody is asked about what was saved by an answer that was lost', async () => {
    const { input, draft, save } = ready();
    await draft.settle({ theirs: async () => stored('mine', 4), save });
    expect([input.form.text, input.dirty, draft.version]).toEqual(['mine', false, 4]);
    expect([questions.open, save.mock.calls.length, kept.size]).toEqual([null, 0, 0]);
  });

  test('mine goes over theirs', async () => {
    const { input, draft, save } = ready();
    await answering('mine', draft.settle({ theirs, save }));
    expect([input.form.text, draft.version, save.mock.calls.length]).toEqual(['mine', 4, 1]);
  });

  test('theirs is shown, and mine is not lost', async () => {
    const { input, draft, save } = ready();
    await answering('theirs', draft.settle({ theirs, save }));
    expect([input.form.text, input.dirty, draft.version]).toEqual(['theirs', false, 4]);
    undo();
    expect([input.form.text, input.dirty, draft.version]).toEqual(['mine', true, 4]);
  });

  test('what they removed may come back as a new one', async () => {
    const { draft, save, saveAsNew } = ready();
    const gone = () => Promise.reject(new ApiError(404, ''));
    await answering(null, draft.settle({ theirs: gone, save, saveAsNew }));
    expect(saveAsNew).not.toHaveBeenCalled();
    await answering('again', draft.settle({ theirs: gone, save, saveAsNew }));
    expect(saveAsNew).toHaveBeenCalledOnce();
    await expect(draft.settle({ theirs: gone, save })).rejects.toMatchObject({ status: 404 });
  });
});
