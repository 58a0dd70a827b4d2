import { describe, expect, test } from 'vitest';
import { newGuideline } from '../src/model/guideline.ts';
import { GuidelineDraft } from '../src/model/guideline-draft.svelte.ts';

const start = {
  ...newGuideline('acme.falke', 'existence'),
  message: { de: 'Vertraulich.' },
  terms: ['Falke'],
};
const draft = () => new GuidelineDraft(start, 3, 'de');

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
    const kept = JSON.parse(JSON.stringify(d.unsaved()));
    const later = draft();
    later.resume(kept);
    expect(later.form.severity).toBe('error');
    expect(later.text.endsWith(',')).toBe(true);
    expect(later.unreadable).not.toBe('');
  });

  test('a new guideline is unsaved from the start', () => {
    expect(new GuidelineDraft(newGuideline('', 'existence'), 0, 'de').dirty).toBe(true);
  });
});
