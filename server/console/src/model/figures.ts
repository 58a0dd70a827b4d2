/** Days of a period and the bars of the chart over them. */
import type { Figure, FigureRow } from '../api/types.ts';

const dayMs = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The last `days` days in UTC, today included. */
export function periodDays(days: number, now: Date): { from: string; to: string } {
  return { from: iso(now.getTime() - (days - 1) * dayMs), to: iso(now.getTime()) };
}

/** Of a day or week; undefined: about too few people to show. */
export interface Bar {
  /** First day it covers; a week for periods longer than a quarter. */
  day: string;
  shared: number | undefined;
  clicks: number | undefined;
}

const maxDailyBars = 95;

/** One bar a day, or a week where days would be too thin. Days without a figure count zero, small ones none. */
export function bars(rows: FigureRow[], from: string, to: string): Bar[] {
  const byDay = new Map(rows.map((row) => [row.of, row]));
  const start = Date.parse(from);
  const count = Math.round((Date.parse(to) - start) / dayMs) + 1;
  const width = count > maxDailyBars ? 7 : 1;
  const groups = Array.from({ length: Math.ceil(count / width) }, (_, i) => start + i * width * dayMs);
  return groups.map((first) => {
    const days = Array.from({ length: width }, (_, i) => byDay.get(iso(first + i * dayMs)));
    return {
      day: iso(first),
      shared: sum(days.map((day) => day?.shared)),
      clicks: sum(days.map((day) => day?.clicks)),
    };
  });
}

/** Whether it is a number, and more than zero. */
export function isSome(figure: Figure | undefined): boolean {
  return figure !== undefined && 'n' in figure && figure.n > 0;
}

const figuresOf = (rows: FigureRow[]): Figure[] =>
  rows.flatMap(({ shared, suggestedUsed, clicks }) => [shared, suggestedUsed, ...(clicks ? [clicks] : [])]);

/** Whether there is any number to show. */
export const anyShown = (rows: FigureRow[]): boolean => figuresOf(rows).some((figure) => 'n' in figure);

/** Whether anything is about too few people to show. */
export const anySmall = (rows: FigureRow[]): boolean => figuresOf(rows).some((figure) => !('n' in figure));

/** The most shared first; what is about too few people last. */
export function mostShared(rows: FigureRow[]): FigureRow[] {
  const known = (figure: Figure | undefined) => (figure && 'n' in figure ? figure.n : -1);
  const order = (a: FigureRow, b: FigureRow) =>
    known(b.shared) - known(a.shared) ||
    known(b.suggestedUsed) - known(a.suggestedUsed) ||
    known(b.clicks) - known(a.clicks);
  return [...rows].sort(order);
}

function sum(figures: (Figure | undefined)[]): number | undefined {
  const given = figures.filter((f) => f !== undefined);
  const shown = given.flatMap((f) => ('n' in f ? [f.n] : []));
  if (shown.length === 0 && given.length > 0) return undefined;
  return shown.reduce((a, b) => a + b, 0);
}

/** The round number at or above `max` that the axis ends with. */
export function axisEnd(max: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(max, 1)));
  const nice = [1, 2, 5, 10].map((f) => f * step).find((v) => v >= max);
  return Math.max(nice ?? max, 4);
}
