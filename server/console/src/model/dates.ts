/** Points in time as RFC 3339 with offset (stored) and as the value of a datetime-local field (shown). */
import { locale } from '../i18n/locales.ts';

/** "2027-01-15T08:00" in the local zone, or "" for what is no time. */
export function toField(rfc3339: string): string {
  const time = new Date(rfc3339);
  if (Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** "2027-01-15T08:00:00+01:00" with the local offset of that day. */
export function fromField(local: string): string {
  const time = new Date(local);
  if (local === '' || Number.isNaN(time.getTime())) return '';
  const offset = -time.getTimezoneOffset();
  const part = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  // Shown anew: an hour that summer time leaves out is none of that day.
  return `${toField(time.toISOString())}:00${offset < 0 ? '-' : '+'}${part(offset / 60)}:${part(offset % 60)}`;
}

export function formatDate(rfc3339: string, language: string): string {
  return format(rfc3339, language, { dateStyle: 'medium' });
}

/** A day of a calendar, such as 2026-11-24: the same one in every time zone. */
export function formatDay(day: string, language: string): string {
  return format(day, language, { dateStyle: 'medium', timeZone: 'UTC' });
}

export function formatTime(rfc3339: string, language: string): string {
  return format(rfc3339, language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Whether a point in time has come; what is none has not. */
export const isPast = (rfc3339: string, now = Date.now()): boolean => Date.parse(rfc3339) <= now;

function format(rfc3339: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const time = new Date(rfc3339);
  return Number.isNaN(time.getTime())
    ? rfc3339
    : new Intl.DateTimeFormat(locale(language), options).format(time);
}
