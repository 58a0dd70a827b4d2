/** History routing over seven places. A view that holds unsaved input may stop the way out. */
import { type Place, places } from './places.ts';

export { type Place, path, places } from './places.ts';

export interface Route {
  place: Place;
  /** What follows: `/guidelines/acme.falke` has ["acme.falke"]. */
  rest: string[];
  query: URLSearchParams;
}

export function parse(url: URL): Route {
  const [first = '', ...rest] = url.pathname.split('/').filter(Boolean).map(decoded);
  const place = places.find((p) => p === first) ?? 'overview';
  return { place, rest, query: url.searchParams };
}

/** What somebody typed or a mail program broke may be no escape: it stands for itself then. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const withoutHash = (address: string) => address.replace(/#.*/, '');

type Guard = () => Promise<boolean> | boolean;

class Router {
  route = $state.raw(parse(new URL(location.href)));
  readonly #guards = new Set<Guard>();
  #here = location.href;

  constructor() {
    addEventListener('popstate', () => void this.#back());
  }

  /** Until the returned function is called, `guard` decides whether the view may be left. */
  holdBack(guard: Guard): () => void {
    this.#guards.add(guard);
    return () => void this.#guards.delete(guard);
  }

  async go(to: string, { replace = false } = {}): Promise<void> {
    if (!(await this.#mayLeave())) return;
    if (replace) history.replaceState(null, '', to);
    else history.pushState(null, '', to);
    this.#arrive();
    if (!replace) scrollTo(0, 0);
  }

  /** Filters and the like: part of the address, so that reload and back keep them, but no way out of the view. */
  keep(query: Record<string, string>): void {
    const filled = Object.entries(query).filter(([, value]) => value !== '');
    const search = new URLSearchParams(filled).toString();
    history.replaceState(null, '', search ? `?${search}` : location.pathname);
    this.#here = location.href;
  }

  async #back(): Promise<void> {
    // The link that skips to the content stays in its view.
    if (withoutHash(location.href) === withoutHash(this.#here)) return;
    if (await this.#mayLeave()) return this.#arrive();
    history.pushState(null, '', this.#here);
  }

  async #mayLeave(): Promise<boolean> {
    for (const guard of this.#guards) {
      if (!(await guard())) return false;
    }
    this.#guards.clear();
    return true;
  }

  #arrive(): void {
    this.#here = location.href;
    this.route = parse(new URL(location.href));
  }
}

export const router = new Router();

/** For `onclick` on the document: plain clicks on links within the console go through the router. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  void router.go(link.pathname + link.search);
}
