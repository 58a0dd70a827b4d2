// One editor under watch: its text is read when it changes, checked, and painted. Knows neither the worker nor
// the extension: `check` is given.
import { SEVERITIES, type Severity } from '../look/severity.ts';
import { applyEdits, insertAtCaret, type TextEdit } from './apply-fix.ts';
import { type Painted, type Painter, paintedAt } from './painter.ts';
import { shadowRootsAround } from './roots.ts';
import { type Change, changeBetween, shiftSpan } from './shift.ts';
import { TextMap } from './text-map.ts';

/** A finding as far as painting needs it. */
export interface Spot {
  /** Index of the finding in the answer that brought it. */
  finding: number;
  severity: Severity;
  start: number;
  end: number;
}

/** Undefined when a later question made this one pointless. */
export type Check = (text: string) => Promise<Spot[] | undefined>;

interface ComposerOptions {
  skip: string;
  mayRead: () => boolean;
  check: Check;
  painter: Pick<Painter, 'paint' | 'clear'>;
}

export class Composer {
  readonly element: HTMLElement;
  readonly #options: ComposerOptions;
  readonly #observer: MutationObserver;
  #map: TextMap;
  #spots: Spot[] = [];
  #ranges = new Map<Range, Spot>();
  #checked: string | undefined;
  #checking = false;
  /** While an input method puts a word together, which a fix would break off. */
  #isComposing = false;
  readonly #over = new AbortController();
  /** The spot whose card is open; it moves with the text like all others. */
  #shown: Spot | undefined;

  constructor(element: HTMLElement, options: ComposerOptions) {
    this.element = element;
    this.#options = options;
    this.#map = new TextMap(element, options.skip);
    this.#observer = new MutationObserver(() => this.#onChange());
    this.#observer.observe(element, { childList: true, characterData: true, subtree: true });
    const { signal } = this.#over;
    const hear = ({ type }: Event) => {
      this.#isComposing = type === 'compositionstart';
    };
    element.addEventListener('compositionstart', hear, { signal });
    element.addEventListener('compositionend', hear, { signal });
    void this.#checkLatest();
  }

  /** The guidelines have changed: what is written is checked again. */
  recheck(): void {
    this.#checked = undefined;
    void this.#checkLatest();
  }

  /** Marks the words of the finding whose card is open; null: none. */
  show(finding: number | null): void {
    this.#shown = this.#spots.find((spot) => spot.finding === finding);
    this.#paint();
  }

  /** Brings the words of the finding whose card is open into sight. */
  reveal(): void {
    const [range] = [...this.#ranges].find(([, { finding }]) => finding === this.shown) ?? [];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  /** Index of the finding whose words are marked, in the last answer. */
  get shown(): number | null {
    return this.#shown?.finding ?? null;
  }

  /** The finding painted under a point of the viewport. */
  findingAt(x: number, y: number): number | undefined {
    for (const range of paintedAt(x, y, shadowRootsAround(this.element))) {
      const spot = this.#ranges.get(range);
      if (spot) return spot.finding;
    }
    return undefined;
  }

  /** `expected` is the text that the edits were made for; another text is left alone. */
  async apply(edits: readonly TextEdit[], expected: string): Promise<boolean> {
    if (!this.#mayType() || this.#read().text !== expected) return false;
    return applyEdits(this.element, edits, () => this.#read());
  }

  /** Types a text where the caret is; false when the editor took none of it. */
  async insert(text: string): Promise<boolean> {
    if (!this.#mayType()) return false;
    return insertAtCaret(this.element, text, () => this.#read());
  }

  /** For good: an answer that is still on its way paints nothing. */
  dispose(): void {
    this.#over.abort();
    this.#observer.disconnect();
    this.#options.painter.clear(this);
    this.#ranges.clear();
  }

  #mayType(): boolean {
    return !this.#isComposing && this.#options.mayRead();
  }

  #read(): TextMap {
    return new TextMap(this.element, this.#options.skip);
  }

  #onChange(): void {
    if (!this.#options.mayRead()) {
      this.dispose();
      return;
    }
    const before = this.#map.text;
    this.#map = this.#read();
    const change = changeBetween(before, this.#map.text);
    if (change) this.#shift(change);
    this.#paint(); // Editors replace text nodes even where the text stays the same.
    void this.#checkLatest();
  }

  /** One question at a time; what is written meanwhile is asked about next, in one go. */
  async #checkLatest(): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    try {
      while (!this.#over.signal.aborted && this.#checked !== this.#map.text)
        await this.#checkOnce(this.#map.text);
    } finally {
      this.#checking = false;
    }
  }

  async #checkOnce(text: string): Promise<void> {
    this.#checked = text;
    const spots = await this.#options.check(text);
    if (!spots || this.#checked !== text) return;
    const change = changeBetween(text, this.#map.text);
    this.#spots = spots;
    if (change) this.#shift(change);
    this.#shown = this.#spots.find((spot) => this.#shown && isAtSamePlace(spot, this.#shown));
    this.#paint();
  }

  #shift(change: Change): void {
    this.#spots = this.#spots.flatMap((spot) => shiftSpan(spot, change) ?? []);
    this.#shown = this.#shown && shiftSpan(this.#shown, change);
  }

  #paint(): void {
    if (this.#over.signal.aborted) return;
    this.#ranges = new Map(
      this.#spots.filter(isVisible).map((spot) => [this.#map.range(spot.start, spot.end), spot]),
    );
    const painted: Painted[] = [];
    let shown: Range | undefined;
    for (const [range, spot] of this.#ranges) {
      painted.push({ severity: spot.severity, range });
      if (spot.finding === this.#shown?.finding) shown = range;
    }
    this.#options.painter.paint(this, painted, shown);
  }
}

function isAtSamePlace(a: Spot, b: Spot): boolean {
  return a.start === b.start && a.end === b.end && a.severity === b.severity;
}

/** Findings about what is missing are empty ranges: the panel shows them, the page has nothing to paint. */
function isVisible({ start, end }: Spot): boolean {
  return end > start;
}

/** Spots from the flat records of the core: guideline, severity, start, end for each finding. */
export function spotsOf(records: readonly number[]): Spot[] {
  const spots: Spot[] = [];
  for (let at = 0; at + 3 < records.length; at += 4) {
    const [, severity = 0, start = 0, end = 0] = records.slice(at, at + 4);
    spots.push({ finding: at / 4, severity: SEVERITIES[severity] ?? 'warning', start, end });
  }
  return spots;
}
