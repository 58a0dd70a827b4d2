import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { noteText, subjectText } from '../src/model/publications.ts';

test("what the server knows of a publication is told in the reader's language, people's notes as they wrote them", () => {
  expect(noteText({ note: '', restores: 11 }, de)).toBe('Stellt Revision 11 wieder her');
  expect(noteText({ note: '', restores: 11 }, en)).toBe('Restores revision 11');
  expect(noteText({ note: 'restores revision 11', restores: null }, de)).toBe('restores revision 11');
  expect(subjectText({ subject: '8 on pilot', publication: { revision: 8, channel: 'pilot' } }, de)).toBe(
    'Revision 8 für «Pilotgruppe»',
  );
  expect(subjectText({ subject: '8 on pilot', publication: null }, de)).toBe('8 on pilot');
});
