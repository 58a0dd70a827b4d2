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
  const known = new Set<HTMLElement>();
  const added = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const meet = (element: HTMLElement) => {
    if (known.has(element)) return;
    known.add(element);
    for (const root of shadowRootsAround(element)) observe(root);
    events.found(element);
  };

  const search = (from: Document | Element) => {
    for (const root of openRoots(from)) {
      if (root instanceof ShadowRoot) observe(root);
      const found = [...root.querySelectorAll<HTMLElement>(recogniser.candidates)];
      if (root instanceof HTMLElement && root.matches(recogniser.candidates)) found.push(root);
      for (const element of found) if (recogniser.placeOf(element)) meet(element);
    }
  };

  const settle = () => {
    timer = undefined;
    for (const element of known) {
      if (element.isConnected && recogniser.placeOf(element)) continue;
      known.delete(element);
      events.lost(element);
    }
    for (const element of added) if (element.isConnected) search(element);
    added.clear();
  };

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof Element) added.add(node);
      if (record.type === 'attributes') added.add(record.target as Element);
    }
    timer ??= setTimeout(settle, PAUSE_MS);
  });
  // An editor can become editable, or a messaging box take its place, by an attribute alone.
  const observe = (root: Document | ShadowRoot) =>
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['contenteditable'] });

  const onEvent = (event: Event) => {
    const element = recogniser.composerOf(event);
    if (!element) return;
    meet(element);
    if (event.type === 'focusin') events.focused(element);
    if (event.type === 'click') events.clicked(element, event as MouseEvent);
  };
  // Shadow roots attached later announce themselves by their first event: no other sign exists.
  for (const type of ['focusin', 'input', 'click']) {
    document.addEventListener(type, onEvent, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  observe(document);
  search(document);
}
