// Times as the person's own clock shows them.

/** Nine o'clock of the next day. */
export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9);
}

/** What a `datetime-local` field holds: local time to the minute. */
export function localInputValue(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The first of these times that is still to come, in milliseconds since 1970; null: none. */
export function nextMoment(times: readonly (string | null | undefined)[], now: number): number | null {
  const ahead = times.map((time) => (time ? Date.parse(time) : Number.NaN)).filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

export function isPast(iso: string | null, now: number): boolean {
  return iso !== null && Date.parse(iso) <= now;
}
