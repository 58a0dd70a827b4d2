import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { noteText, subjectText } from '../src/model/publications.ts';

test("the server's notes and subjects are told in the reader's language, people's as they wrote them", () => {
  expect(noteText('restores revision 11', de)).toBe('Stellt Revision 11 wieder her');
  expect(noteText('restores revision 11', en)).toBe('Restores revision 11');
  expect(noteText('restores trust', de)).toBe('restores trust');
  expect(subjectText('8 on pilot', de)).toBe('Revision 8 für «Pilotgruppe»');
  expect(subjectText('confidential.falke', de)).toBe('confidential.falke');
});
