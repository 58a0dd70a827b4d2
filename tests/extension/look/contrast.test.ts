import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAINT_CSS } from '../../../extension/src/editor/painter.ts';
import { SEVERITIES } from '../../../extension/src/look/severity.ts';

const css = readFileSync(`${import.meta.dirname}/../../../extension/src/look/tokens.css`, 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);
const mark = (severity: string) => new RegExp(`--mark-${severity}: (#\\w{6})`).exec(css)?.[1] as string;

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = ['text', 'text-muted', 'accent', 'accent-hover', 'suggestion', 'warning', 'error', 'good'];
const SURFACES = [...pairs.keys()].filter((name) => /^surface|-soft$/.test(name ?? '')) as string[];

test.each(['light', 'dark'] as const)('%s: text is readable on every surface', (theme) => {
  const of = (name: string) => pairs.get(name)?.[theme] as string;
  const poor = TEXTS.flatMap((text) =>
    SURFACES.map((surface) => [text, surface, contrast(of(text), of(surface))] as const),
  );
  expect(SURFACES.length).toBeGreaterThan(8);
  expect(poor.filter(([, , ratio]) => ratio < 4.5)).toEqual([]);
  expect(contrast(of('text-on-accent'), of('accent'))).toBeGreaterThan(4.5);
  expect(contrast(of('line-strong'), of('surface'))).toBeGreaterThan(3);
});

test.each(SEVERITIES)('the line of a %s shows on white and on near-black, in the page too', (severity) => {
  expect(contrast(mark(severity), '#ffffff')).toBeGreaterThan(3);
  expect(contrast(mark(severity), '#1b1f23')).toBeGreaterThan(3);
  expect(PAINT_CSS).toContain(mark(severity));
});
