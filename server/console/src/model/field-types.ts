/** How a value is edited in an `<input>` that is not plain text. */
import { fromField, toField } from './dates.ts';

export interface FieldType<T> {
  type: 'datetime-local' | 'number';
  /** Of a number: how far apart the values are that the input takes; 1 when missing. */
  step?: 'any';
  /** As the input holds it; '' for nothing. */
  show: (value: T) => string;
  read: (shown: string) => T;
}

/** A point in time, stored as RFC 3339. Untouched values keep the spelling they came with. */
export const time: FieldType<string> = { type: 'datetime-local', show: toField, read: fromField };

/** With a point or comma, as the browser's language has it. */
export const decimal: FieldType<number | null> = {
  type: 'number',
  step: 'any',
  show: (value) => (value === null ? '' : String(value)),
  read: (shown) => (shown === '' ? null : Number(shown)),
};

export const wholeNumber: FieldType<number | null> = {
  type: 'number',
  show: (value) => (value === null ? '' : String(value)),
  read: (shown) => (shown === '' ? null : Number(shown)),
};
