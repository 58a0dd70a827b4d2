// Paints ranges with the CSS Custom Highlight API: nothing is inserted into the page.
// The page can read the names in CSS.highlights, so they say nothing about who painted.
import { SEVERITIES, type Severity } from '../look/severity.ts';

const NAMES: Record<Severity | 'shown', string> = {
  suggestion: 'a1',
  warning: 'a2',
  error: 'a3',
  shown: 'a4',
};

/**
 * For scripting.insertCSS. Colours of tokens.css in numbers: the page has none of our custom properties. Where the system
 * gives the colours, a line above marks the words whose card is open.
 */
export const PAINT_CSS = `
::highlight(${NAMES.suggestion}) { text-decoration: underline dotted #3f78dc 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
::highlight(${NAMES.warning}) { text-decoration: underline wavy #b87200 1.5px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
::highlight(${NAMES.error}) { text-decoration: underline double #de3b31 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
::highlight(${NAMES.shown}) { background-color: rgb(116 199 216 / 28%); }
@media (forced-colors: active) {
  ::highlight(${NAMES.suggestion}), ::highlight(${NAMES.warning}), ::highlight(${NAMES.error}) { text-decoration-color: CanvasText; }
  ::highlight(${NAMES.shown}) { background-color: transparent; text-decoration: overline solid CanvasText 2px; }
}
`;

/**
 * What is painted on, for scripting.insertCSS too. Where the system gives the colours, Chromium paints each highlight like
 * a selection, unless its text keeps colours of its own: those of its surroundings, which are the system's as before.
 */
export const GROUND_CSS = `
@media (forced-colors: active) {
  [contenteditable="true"] *, [contenteditable="true"] *::before { forced-color-adjust: preserve-parent-color; color: inherit !important; background: none !important; }
  [contenteditable="true"] *::selection { background-color: Highlight !important; color: HighlightText !important; }
}
`;

export interface Painted {
  severity: Severity;
  range: Range;
}

/**
 * One for each document; every editor in it paints under its own key. The newest has the document to itself: when the
 * extension is updated, what the older one painted goes, and that one takes nothing away any more.
 */
export class Painter {
  readonly #highlights = new Map<string, Highlight>();
  readonly #painted = new Map<object, [Highlight, Range][]>();

  constructor() {
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
  }

  /** Replaces what `editor` had painted. `shown` is the finding whose card is open. */
  paint(editor: object, ranges: readonly Painted[], shown?: Range): void {
    this.clear(editor);
    const entries: [Highlight, Range][] = ranges.map(({ severity, range }) => [this.#of(severity), range]);
    if (shown) entries.push([this.#of('shown'), shown]);
    for (const [highlight, range] of entries) highlight.add(range);
    this.#painted.set(editor, entries);
  }

  clear(editor: object): void {
    for (const [highlight, range] of this.#painted.get(editor) ?? []) highlight.delete(range);
    this.#painted.delete(editor);
  }

  /** Leaves the document as it was found. */
  dispose(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#highlights.clear();
    this.#painted.clear();
  }

  #of(kind: Severity | 'shown'): Highlight {
    const name = NAMES[kind];
    const known = this.#highlights.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = kind === 'shown' ? -1 : SEVERITIES.indexOf(kind);
    CSS.highlights.set(name, highlight);
    this.#highlights.set(name, highlight);
    return highlight;
  }
}

interface HighlightHit {
  ranges: Range[];
}

interface HighlightsFromPoint {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): HighlightHit[];
}

/** The painted ranges under a point of the viewport, topmost first. */
export function paintedAt(x: number, y: number, shadowRoots: ShadowRoot[]): Range[] {
  const registry = CSS.highlights as unknown as HighlightsFromPoint;
  return registry.highlightsFromPoint?.(x, y, { shadowRoots }).flatMap((hit) => hit.ranges) ?? [];
}
