import { describe, expect, test } from 'vitest';
import type { Guideline, GuidelineRecord } from '../src/api/types.ts';
import { newGuideline } from '../src/model/guideline.ts';
import { GuidelineDraft } from '../src/model/guideline-draft.svelte.ts';

const start = {
  ...newGuideline('acme.falke', 'existence'),
  message: { de: 'Vertraulich.' },
  terms: ['Falke'],
};
const stored = (guideline: Guideline, version = 3): GuidelineRecord => ({
  guideline,
  version,
  state: 'changed',
});
const draft = () => new GuidelineDraft(stored(start), 'de');

describe('a guideline under work', () => {
  test('is clean until something changes, and clean again when it is changed back', () => {
    const d = draft();
    expect(d.dirty).toBe(false);
    d.form.severity = 'error';
    expect(d.dirty).toBe(true);
    d.form.severity = 'warning';
    expect(d.dirty).toBe(false);
  });

  test('the form shows in the JSON, the JSON in the form', () => {
    const d = draft();
    d.form.matcher.terms = ['Falke', 'Adler'];
    expect(JSON.parse(d.text).terms).toEqual(['Falke', 'Adler']);
    d.text = JSON.stringify({ ...start, severity: 'error', reviewedBy: 'Anna' });
    expect(d.form.severity).toBe('error');
    d.form.severity = 'suggestion';
    expect(JSON.parse(d.text).reviewedBy).toBe('Anna');
  });

  test('typed JSON stays letter by letter while it says the same', () => {
    const d = draft();
    const spaced = `\n${JSON.stringify(start)}  `;
    d.text = spaced;
    expect(d.text).toBe(spaced);
    expect(d.dirty).toBe(false);
  });

  test('unreadable JSON is kept, and the form rests at the last readable state', () => {
    const d = draft();
    d.text = '{"id": "acme.falke",';
    expect(d.unreadable).not.toBe('');
    expect(d.text).toBe('{"id": "acme.falke",');
    expect(d.form.matcher.terms).toEqual(['Falke']);
    expect(d.dirty).toBe(true);
    d.dropTyped();
    expect(JSON.parse(d.text).terms).toEqual(['Falke']);
    expect(d.dirty).toBe(false);
  });

  test('JSON that is no guideline is not taken over', () => {
    const d = draft();
    d.text = '[1, 2]';
    expect(d.unreadable).toBe('shape');
    expect(d.current.id).toBe('acme.falke');
  });

  test('what is unsaved can be resumed after a reload, broken JSON included', () => {
    const d = draft();
    d.form.severity = 'error';
    d.text = `${d.text},`;
    const kept = JSON.parse(JSON.stringify(d.typed()));
    const later = draft();
    later.show(kept);
    expect(later.form.severity).toBe('error');
    expect(later.text.endsWith(',')).toBe(true);
    expect(later.unreadable).not.toBe('');
  });

  test('goes back to what is stored, broken JSON included', () => {
    const d = draft();
    d.text = `${d.text},`;
    d.form.severity = 'error';
    d.reset();
    expect([d.dirty, d.unreadable, d.form.severity]).toEqual([false, '', 'warning']);
  });

  test('what is stored meanwhile leaves alone what is typed, letter by letter', () => {
    const d = draft();
    const spaced = ` ${JSON.stringify({ ...start, severity: 'error' })}`;
    d.text = spaced;
    d.stored = stored({ ...start, severity: 'error' }, 4);
    d.reset();
    expect([d.dirty, d.text]).toEqual([false, spaced]);
    d.stored = stored({ ...start, terms: ['Adler'] }, 5);
    expect([d.dirty, d.form.matcher.terms]).toEqual([true, ['Falke']]);
  });
});
