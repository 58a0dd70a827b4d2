/** How a value is edited in an `<input>` that is not plain text. */
import { fromField, toField } from './dates.ts';

export interface FieldType<T> {
  type: 'datetime-local' | 'number';
  /** Of a number: how far apart the values are that the input takes; 1 when missing. */
  step?: 'any';
  /** As the input is bound to it: a number where it takes one, so that "0." and "-" may become more. */
  show: (value: T) => string | number | null;
  read: (shown: string | number | null) => T;
}

/** A point in time, stored as RFC 3339. Untouched values keep the spelling they came with. */
export const time: FieldType<string> = {
  type: 'datetime-local',
  show: toField,
  read: (shown) => fromField(String(shown ?? '')),
};

export const wholeNumber: FieldType<number | null> = {
  type: 'number',
  show: (value) => value,
  read: (shown) => (typeof shown === 'number' ? shown : null),
};

/** With a point or comma, as the browser's language has it. */
export const decimal: FieldType<number | null> = { ...wholeNumber, step: 'any' };
