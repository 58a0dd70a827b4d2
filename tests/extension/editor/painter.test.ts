// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { Painter } from '../../../extension/src/editor/painter.ts';

/** jsdom has no highlights: a registry by name of sets of ranges, as the specification has it. */
const registry = new Map<string, Set<Range>>();

beforeEach(() => {
  registry.clear();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      priority = 0;
    },
  );
});

const painted = () => [...registry.values()].flatMap((ranges) => [...ranges]);

function range(): Range {
  return document.createRange();
}

test('every editor paints and clears its own', () => {
  const painter = new Painter();
  const [one, other] = [range(), range()];
  painter.paint({}, [{ severity: 'error', range: one }]);
  const editor = {};
  painter.paint(editor, [{ severity: 'error', range: other }], other);
  expect(painted()).toEqual([one, other, other]);
  painter.clear(editor);
  expect(painted()).toEqual([one]);
});

test('nothing stays in the document after the end', () => {
  const painter = new Painter();
  painter.paint({}, [{ severity: 'warning', range: range() }]);
  painter.dispose();
  expect(registry.size).toBe(0);
});

test('after an update of the extension only the newer one paints, also once the older one ends', () => {
  const older = new Painter();
  older.paint({}, [{ severity: 'warning', range: range() }]);
  const newer = new Painter();
  expect(painted()).toEqual([]);
  const words = range();
  newer.paint({}, [{ severity: 'warning', range: words }]);
  older.dispose();
  expect(painted()).toEqual([words]);
});
