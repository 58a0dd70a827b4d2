// Where a network's pages keep their editors, as data: a bundle may replace PAGES when a page changes, so that
// no release is needed. NEVER is not data: what it names is never read, whatever a bundle says.
import builtIn from './pages.json' with { type: 'json' };

export type Place = 'post' | 'comment';

export interface ComposerRule {
  place: Place;
  /** Matches the editable element itself. */
  selector: string;
  /** Must match the element or an ancestor, across open shadow roots; without it the rule holds anywhere. */
  within?: string;
}

export interface PageRules {
  hosts: string[];
  /** The first rule that fits an element decides its place. */
  composers: ComposerRule[];
  /** Elements inside an editor that are furniture, not text. */
  skip: string[];
  /** Elements, with all they hold, that are not read, in addition to NEVER. */
  never: string[];
}

/** By network, with the names of the pack contract; a bundle's `pages` has the same shape. */
export type Pages = Record<string, PageRules>;

/** What holds until a bundle arrives; servers put the same file into their bundles. */
export const PAGES = builtIn as Pages;

/** Private messages, first and always; then what people search for, and secrets. */
export const NEVER: readonly string[] = [
  '[class*="msg-form"]',
  '[class*="msg-overlay"]',
  '[class*="msg-convo"]',
  '[class*="msg-conversation"]',
  '[class*="msg-thread"]',
  '[class*="messaging"]',
  '[id*="messaging"]',
  '[data-view-name*="messag"]',
  '[role="search"]',
  '[type="password"]',
];

/** Paths on which nothing is read at all. */
export const NEVER_PATHS: readonly string[] = ['/messaging', '/mynetwork/invite', '/talent/', '/sales/inbox'];

/**
 * The built-in rules, with those networks replaced for which a bundle brings well-formed ones. Asked in a page: neither
 * the core nor the worker can judge selectors.
 */
export function readPages(data: unknown): Pages {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return PAGES;
  return { ...PAGES, ...Object.fromEntries(Object.entries(data).filter(([, rules]) => isPageRules(rules))) };
}

/** The network that a page belongs to, with its rules; undefined where nothing is to be read. */
export function pageOf(pages: Pages, host: string): { network: string; rules: PageRules } | undefined {
  const found = Object.entries(pages).find(
    ([, page]) => page.hosts.includes(host) && page.composers.length > 0,
  );
  return found && { network: found[0], rules: found[1] };
}

function isPageRules(value: unknown): value is PageRules {
  const page = value as PageRules;
  return (
    typeof page === 'object' &&
    page !== null &&
    [page.hosts, page.skip, page.never].every(isTextList) &&
    Array.isArray(page.composers) &&
    page.composers.every(isComposerRule) &&
    [...page.skip, ...page.never].every(isSelector)
  );
}

function isComposerRule(value: unknown): value is ComposerRule {
  const rule = value as ComposerRule;
  const placeKnown = rule?.place === 'post' || rule?.place === 'comment';
  return placeKnown && isSelector(rule.selector) && (rule.within === undefined || isSelector(rule.within));
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** A page would throw on the first use of a broken one. */
function isSelector(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
  try {
    document.createDocumentFragment().querySelector(value);
    return true;
  } catch {
    return false;
  }
}
