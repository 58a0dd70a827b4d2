// Finds composers as they come, and lets go of those that leave. Cheap on busy pages: changes of the page are
// looked at once a pause, only in what was added; focus and input reach through shadow roots at once.

import type { Recogniser } from './recognise.ts';
import { openRoots, shadowRootsAround } from './roots.ts';

const PAUSE_MS = 100;

interface ComposerEvents {
  found(element: HTMLElement): void;
  lost(element: HTMLElement): void;
  focused(element: HTMLElement): void;
  clicked(element: HTMLElement, event: MouseEvent): void;
}

/** Watches until `signal` aborts. */
export function watchComposers(recogniser: Recogniser, events: ComposerEvents, signal: AbortSignal): void {
  new Watch(recogniser, events).start(signal);
}

class Watch {
  readonly #recogniser: Recogniser;
  readonly #events: ComposerEvents;
  readonly #known = new Set<HTMLElement>();
  readonly #added = new Set<Element>();
  readonly #observer = new MutationObserver((records) => this.#notice(records));
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(recogniser: Recogniser, events: ComposerEvents) {
    this.#recogniser = recogniser;
    this.#events = events;
  }

  start(signal: AbortSignal): void {
    // Shadow roots attached later announce themselves by their first event: no other sign exists.
    for (const type of ['focusin', 'input', 'click']) {
      document.addEventListener(type, (event) => this.#hear(event), { capture: true, passive: true, signal });
    }
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#observer.disconnect();
    });
    this.#observe(document);
    this.#search(document);
  }

  /** An editor can become editable, or a messaging box take its place, by an attribute alone. */
  #observe(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { childList: true, subtree: true, attributeFilter: ['contenteditable'] });
  }

  #notice(records: readonly MutationRecord[]): void {
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof Element) this.#added.add(node);
      if (record.type === 'attributes') this.#added.add(record.target as Element);
    }
    this.#timer ??= setTimeout(() => this.#settle(), PAUSE_MS);
  }

  #settle(): void {
    this.#timer = undefined;
    for (const element of this.#known) {
      if (element.isConnected && this.#recogniser.placeOf(element)) continue;
      this.#known.delete(element);
      this.#events.lost(element);
    }
    for (const element of this.#added) if (element.isConnected) this.#search(element);
    this.#added.clear();
  }

  #search(from: Document | Element): void {
    const { candidates } = this.#recogniser;
    for (const root of openRoots(from)) {
      if (root instanceof ShadowRoot) this.#observe(root);
      const found = [...root.querySelectorAll<HTMLElement>(candidates)];
      if (root instanceof HTMLElement && root.matches(candidates)) found.push(root);
      for (const element of found) if (this.#recogniser.placeOf(element)) this.#meet(element);
    }
  }

  #meet(element: HTMLElement): void {
    if (this.#known.has(element)) return;
    this.#known.add(element);
    for (const root of shadowRootsAround(element)) this.#observe(root);
    this.#events.found(element);
  }

  #hear(event: Event): void {
    const element = this.#recogniser.composerOf(event);
    if (!element) return;
    this.#meet(element);
    if (event.type === 'focusin') this.#events.focused(element);
    if (event.type === 'click') this.#events.clicked(element, event as MouseEvent);
  }
}
