// Which elements are composers. What must never be read is asked first, and again before every reading.

import { type ComposerRule, NEVER, NEVER_PATHS, type PageRules, type Place } from './pages.ts';
import { composedClosest } from './roots.ts';

const NEVER_SELECTOR = NEVER.join(',');

export class Recogniser {
  readonly #rules: PageRules;
  readonly #never: string;
  readonly #any: string;

  constructor(rules: PageRules) {
    this.#rules = rules;
    this.#never = [NEVER_SELECTOR, ...rules.never].join(',');
    this.#any = rules.composers.map((rule) => rule.selector).join(',');
  }

  /** Selector of all that could be a composer. */
  get candidates(): string {
    return this.#any;
  }

  mayRead(element: Element): boolean {
    const path = element.ownerDocument.location?.pathname ?? '/';
    return !NEVER_PATHS.some((never) => path.startsWith(never)) && !composedClosest(element, this.#never);
  }

  /** The composer's place, or undefined when it is none or must not be read. */
  placeOf(element: Element): Place | undefined {
    if (!this.#any || !element.matches(this.#any) || !this.mayRead(element)) return undefined;
    return this.#rules.composers.find((rule) => fits(rule, element))?.place;
  }

  /** The composer that an event came from, seen through open shadow roots. */
  composerOf(event: Event): HTMLElement | undefined {
    for (const target of event.composedPath()) {
      if (target instanceof HTMLElement && this.placeOf(target)) return target;
    }
    return undefined;
  }
}

function fits(rule: ComposerRule, element: Element): boolean {
  return element.matches(rule.selector) && (!rule.within || composedClosest(element, rule.within) !== null);
}
