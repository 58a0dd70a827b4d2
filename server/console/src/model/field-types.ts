/** How a value is edited in an `<input>` that is not plain text. */
import { fromField, toField } from './dates.ts';

export interface FieldType<T> {
  type: 'datetime-local' | 'number';
  /** As the input holds it; '' for nothing. */
  show: (value: T) => string;
  read: (shown: string) => T;
}

/** A point in time, stored as RFC 3339. Untouched values keep the spelling they came with. */
export const time: FieldType<string> = { type: 'datetime-local', show: toField, read: fromField };

export const wholeNumber: FieldType<number | null> = {
  type: 'number',
  show: (value) => (value === null ? '' : String(value)),
  read: (shown) => (shown === '' ? null : Number(shown)),
};
