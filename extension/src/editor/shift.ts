// Keeps ranges in place while a text changes, until the next check answers.

export interface Span {
  start: number;
  end: number;
}

/** One replacement that turns a text into another: units [start, end) become `inserted` units. */
export interface Change {
  start: number;
  end: number;
  inserted: number;
}

/** The smallest single replacement between two texts; undefined when they are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, inserted: after.length - tail - start };
}

/** Where a span lies after the change; undefined when the change touches it, at its edges too. */
export function shiftSpan<T extends Span>(span: T, change: Change): T | undefined {
  if (change.start > span.end) return span;
  if (change.end >= span.start) return undefined;
  const by = change.inserted - (change.end - change.start);
  return { ...span, start: span.start + by, end: span.end + by };
}
