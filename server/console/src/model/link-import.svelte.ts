/** A list of links that become drafts, one after the other. It goes on while somebody looks at other views. */
import type { ApiError } from '../api/client.ts';
import { content } from '../api/resources.ts';
import type { LinkDraft } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { keepText } from '../kept-text.ts';
import { failureText } from './failures.ts';
import { pageTroubleText } from './feeds.ts';
import { type Link, readLinks, type Stray } from './link-list.ts';
import { notices } from './notices.svelte.ts';
import { asApiError } from './resource.svelte.ts';

type Item = NonNullable<LinkDraft['item']>;

/** What became of a link. `why` is said in the language that the page has by then. */
export type Outcome = Link &
  (
    | { kind: 'made'; item: Item; why?: (t: Catalogue) => string }
    | { kind: 'known'; item: Item; isArchived: boolean }
    | { kind: 'failed'; why: (t: Catalogue) => string }
  );

type Made = Extract<Outcome, { kind: 'made' }>;

export const mostLinks = 500; // at once; what is beyond stays in the text
const atOnce = 2; // the server looks at three pages at a time, one of them for others
const pauseMs = 2000; // until a server that is busy is asked again
const mostTries = 30;
const key = 'herold.content.links';

export class LinkImport {
  text = $state(sessionStorage.getItem(key) ?? '');
  outcomes = $state.raw<Outcome[]>([]);
  running = $state(false);
  undoing = $state(false);
  /** Of `total`, in what is under way. */
  done = $state(0);
  total = $state(0);
  /** Why it ended before its end. */
  failure = $state.raw<ApiError>();
  #stopped = false;
  /** As it was before the last import. */
  #before = '';
  /** What offers to undo it. */
  #notice?: number;

  keep(text: string): void {
    this.text = text;
    keepText(sessionStorage, key, text);
  }

  get made(): Made[] {
    return this.outcomes.filter((one) => one.kind === 'made');
  }

  async run(): Promise<void> {
    const { links, strays } = readLinks(this.text);
    const chosen = links.slice(0, mostLinks);
    if (this.running || chosen.length === 0) return;
    this.#before = this.text;
    this.#stopped = false;
    this.failure = undefined;
    this.outcomes = [];
    if (this.#notice !== undefined) notices.close(this.#notice);
    this.#begin(chosen.length);
    this.running = true;
    const waiting = [...chosen];
    await Promise.all(Array.from({ length: atOnce }, () => this.#work(waiting)));
    this.running = false;
    this.outcomes = inOrder(this.outcomes);
    this.#keepRest(links, strays);
    const { length } = this.made;
    if (length > 0)
      this.#notice = notices.say((t) => t.content.links.made(length), {
        label: (t) => t.common.undo,
        run: () => void this.undo(),
      });
  }

  /** What has begun ends; the rest stays in the text. */
  stop(): void {
    this.#stopped = true;
  }

  /** Removes the drafts that nobody has changed since, and brings the text back. */
  async undo(): Promise<void> {
    const { made } = this;
    if (this.running || this.undoing || made.length === 0) return;
    this.#begin(made.length);
    this.failure = undefined;
    this.undoing = true;
    const left: Outcome[] = [];
    const waiting = [...made];
    await Promise.all(Array.from({ length: atOnce }, () => this.#remove(waiting, left)));
    this.undoing = false;
    this.outcomes = this.outcomes.filter((one) => one.kind !== 'made' || left.includes(one));
    const gone = made.length - left.length;
    if (gone === made.length) this.keep(this.#before);
    if (gone > 0) notices.say((t) => t.content.links.undone(gone));
    if (left.length > 0 && !this.failure) notices.fail((t) => t.content.links.stayed(left.length));
  }

  #begin(total: number): void {
    this.done = 0;
    this.total = total;
  }

  async #work(waiting: Link[]): Promise<void> {
    for (let link = waiting.shift(); link && !this.#stopped; link = waiting.shift()) {
      const outcome = await this.#take(link);
      if (!outcome) return;
      this.outcomes = [...this.outcomes, outcome];
      this.done += 1;
    }
  }

  /** Nothing when the server cannot be asked: that is no fault of the link. */
  async #take(link: Link): Promise<Outcome | undefined> {
    for (let tries = 0; !this.#stopped; ++tries) {
      try {
        return outcomeOf(link, await content.addLink(link.url, link.title));
      } catch (thrown) {
        const error = asApiError(thrown);
        if (error.status === 422) return { ...link, kind: 'failed', why: (t) => refusal(error, t) };
        if (error.status !== 429 || tries >= mostTries) {
          this.failure = error;
          this.#stopped = true;
          return undefined;
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
    return undefined;
  }

  async #remove(waiting: Made[], left: Outcome[]): Promise<void> {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      try {
        await content.remove(one.item.id, 1);
      } catch (thrown) {
        const error = asApiError(thrown);
        if (error.status !== 404) left.push(one);
        if (error.status !== 404 && error.status !== 412) this.failure = error;
      }
      this.done += 1;
    }
  }

  /** What did not become an item, to be mended and tried again. */
  #keepRest(links: Link[], strays: Stray[]): void {
    const settled = new Set(this.outcomes.filter(({ kind }) => kind !== 'failed').map(nameOf));
    const open: Stray[] = [...links.filter((link) => !settled.has(nameOf(link))), ...strays];
    const texts = new Map(open.sort((a, b) => a.line - b.line).map(({ line, text }) => [line, text]));
    this.keep([...texts.values()].join('\n'));
  }
}

/** Of a link among those of its list. */
const nameOf = ({ line, url }: Pick<Link, 'line' | 'url'>) => `${line} ${url}`;

function outcomeOf(link: Link, { item, state, known, trouble }: LinkDraft): Outcome {
  const why = trouble && ((t: Catalogue) => pageTroubleText(trouble, t));
  if (!item) return { ...link, kind: 'failed', why: why ?? ((t) => t.content.links.noItem) };
  if (known) return { ...link, kind: 'known', item, isArchived: state === 'archived' };
  return { ...link, kind: 'made', item, ...(why && { why }) };
}

/** Of links to the same page the first counts as the one that made the draft, whichever was answered first. */
function inOrder(outcomes: Outcome[]): Outcome[] {
  const ordered = outcomes.toSorted((a, b) => a.line - b.line);
  const seen = new Set<string>();
  return ordered.map((one) => {
    if (one.kind === 'failed') return one;
    const isOfPage = (other: Outcome): other is Made =>
      other.kind === 'made' && other.item.id === one.item.id;
    const made = ordered.find(isOfPage);
    if (!made) return one;
    const { line, url, title, text } = one;
    const { item, why } = made;
    const link = { line, url, title, text, item };
    if (seen.has(item.id)) return { ...link, kind: 'known', isArchived: false };
    seen.add(item.id);
    return { ...link, kind: 'made', ...(why && { why }) };
  });
}

const refusal = (error: ApiError, t: Catalogue): string => {
  const [first] = error.problems;
  return first ? t.problem(first.message) : failureText(error, t);
};

export const linkImport = new LinkImport();
