// What the panel knows, kept in step with the worker. Components read it and call its methods; the worker itself they
// ask only for what nobody else shows.
import { listenAsPanel } from '../platform/messages.ts';
import { followAddress, uiLanguage } from '../platform/runtime.ts';
import { networkName } from '../share/index.ts';
import { interfaceLanguage, wordsOf } from '../words/index.ts';
import { ask, askTwice } from '../worker/ask.ts';
import type {
  Farewell,
  PageDraft,
  PanelNews,
  PanelState,
  ProposalDraft,
  ProposalProblem,
  RequestOf,
  SavedChange,
  SavedItem,
  SavedView,
  Settings,
} from '../worker/protocol.ts';
import { isOpen } from '../worker/saved.ts';
import { newest } from '../worker/state.ts';
import { DraftOnPage } from './draft-on-page.svelte.ts';
import { type ShownFinding, shownFindings } from './findings.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import { nextMoment } from './when.ts';

const AWAKE_MS = 20_000;

export class PanelSession {
  state = $state.raw<PanelState | null>(null);
  source = $state<'own' | 'page'>('own');
  /** Grows when guidelines, ignored findings or settings changed: what was checked is to be checked again. */
  rechecks = $state(0);
  /** The saved item removed last, to undo it. */
  removed = $state.raw<SavedItem | null>(null);
  /** How many items are being shared: the draft's own way out stands back then. */
  sharing = $state(0);
  /** Key of the finding whose card is open. */
  open = $state<string | null>(null);
  /** In milliseconds since 1970, renewed as long as the panel stands open, and when `followTimes` says so. */
  now = $state(Date.now());
  /** The last farewell, until one joins again. */
  farewell = $state.raw<Farewell | null>(null);

  readonly own = new OwnDraft(() => networkName(this.state?.settings.network ?? 'linkedin'));
  readonly page = new DraftOnPage();

  readonly language = $derived(this.state?.settings.language ?? interfaceLanguage(uiLanguage()));
  readonly words = $derived(wordsOf(this.language));
  readonly report = $derived(this.source === 'own' ? this.own.report : (this.page.draft?.report ?? null));
  readonly findings = $derived(shownFindings(this.report?.findings ?? []));
  readonly suggestions = $derived(
    (this[this.source].suggestions ?? []).filter(({ item }) => isOpen(item, this.now)),
  );
  readonly saved = $derived((this.state?.saved ?? []).map((saved) => shownSaved(saved, this.now)));
  /** When something shown here will change by itself. */
  readonly times = $derived([
    ...[...(this.own.suggestions ?? []), ...(this.page.suggestions ?? [])].map(({ item }) => item.until),
    ...(this.state?.saved ?? []).flatMap(({ remindAt, suggestion }) => [remindAt, suggestion?.item.until]),
  ]);
  /** Whether there is anything to check with: only then "nothing found" says something. */
  readonly isChecked = $derived(this.state?.guidelines !== null && !this.own.engineFailed);
  readonly isEmpty = $derived(
    this.source === 'own' ? this.own.text.trim() === '' : (this.page.draft?.empty ?? true),
  );
  /** Whether what fits has been looked for: only then "nothing fits" says something. */
  readonly isSought = $derived(!this.isEmpty && this[this.source].suggestions !== null);

  /** What short links begin with; null: the organisation has none, or the person shares plain addresses. */
  readonly shortLinks = $derived(this.state?.settings.plainLinks ? null : (this.state?.shortLinks ?? null));

  /** The return from LinkedIn that is waited for, and how to stop. */
  #followed: { start: string; stop: () => void } | null = null;

  async start(): Promise<void> {
    listenAsPanel((news) => this.#hear(news as PanelNews));
    setInterval(() => this.#stayAwake(), AWAKE_MS);
    // Without an answer the state comes as news; the draft is there all the same.
    const state = await askTwice('state', {}).catch(() => null);
    if (state) this.#take(state);
    await this.own.start();
  }

  /** For an effect: renews `now` at the first of these moments, when items expire and reminders are due. */
  followTimes(times: readonly (string | null | undefined)[]): () => void {
    const next = nextMoment(times, this.now);
    const wait = next === null ? AWAKE_MS : Math.min(next - Date.now(), AWAKE_MS);
    const timer = setTimeout(() => {
      this.now = Date.now();
    }, wait);
    return () => clearTimeout(timer);
  }

  #stayAwake(): void {
    void ask('awake', {}).catch(() => undefined);
  }

  isSaved(item: string): boolean {
    return this.state?.saved.some((saved) => saved.item === item) ?? false;
  }

  async save(saved: SavedItem): Promise<void> {
    this.#take(await askTwice('save', { saved }));
    if (this.removed?.item === saved.item) this.removed = null;
  }

  async changeSaved(item: string, change: SavedChange): Promise<void> {
    this.#take(await askTwice('change-saved', { item, change }));
  }

  async unsave(item: string): Promise<void> {
    this.removed = await askTwice('unsave', { item });
  }

  /** Nobody waits for it: where the worker was stopped, one count is missing. */
  count(what: Omit<RequestOf<'count'>, 'kind'>): void {
    void ask('count', what).catch(() => undefined);
  }

  propose(draft: ProposalDraft): Promise<ProposalProblem | null> {
    return ask('propose', { draft });
  }

  async forgetProposal(id: string): Promise<void> {
    this.#take(await askTwice('forget-proposal', { id }));
  }

  async change(settings: Partial<Settings>): Promise<void> {
    // At once: the next change, before the worker has answered, is one of these.
    if (this.state) this.state = { ...this.state, settings: { ...this.state.settings, ...settings } };
    this.#take(await askTwice('settings', { change: settings }));
  }

  toggle(key: string): void {
    this.openFinding(this.open === key ? null : key);
  }

  openFinding(key: string | null): void {
    this.open = key;
    const index = this.findings.findIndex((finding) => finding.key === key);
    if (this.source === 'page') this.page.show(index < 0 ? null : index);
  }

  async ignore({ guideline, match }: ShownFinding): Promise<void> {
    this.#take(await askTwice('ignore', { finding: { guideline, match } }));
  }

  async showIgnoredAgain(): Promise<void> {
    for (const finding of this.state?.ignored ?? []) this.#take(await askTwice('unignore', { finding }));
  }

  async leave(): Promise<void> {
    this.farewell = await ask('leave', {});
  }

  #hear(news: PanelNews): void {
    switch (news.kind) {
      case 'state':
        this.#take(news.state);
        return;
      case 'left':
        if (this.farewell) this.farewell = { deleted: news.deleted, reached: true };
        return;
      case 'recheck':
        this.rechecks += 1;
        void this.own.check();
        return;
      case 'shared':
        this.page.withdraw(news.item);
        this.own.suggestAnew();
        return;
      case 'page-draft':
        this.#takePageDraft(news.draft);
        return;
      case 'page-suggestions':
        if (this.page.isIn(news.editor)) this.page.suggestions = news.suggestions;
        return;
      case 'page-show':
        if (this.page.isIn(news.editor)) this.#openFromPage(news.finding);
        return;
      case 'page-gone':
        if (this.page.isIn(news.editor)) this.#leavePage();
        return;
      case 'tab-gone':
        if (news.tab === this.page.draft?.editor.tab) this.#leavePage();
    }
  }

  #take(come: PanelState): void {
    const next = newest(this.state, come);
    if (this.state?.member && !next.member) this.#forget();
    this.state = next;
    this.#followReturn();
  }

  /** Heard here and not by the worker, which every tab's every step would wake. */
  #followReturn(): void {
    const start = this.state?.linkedin?.waiting ?? null;
    if (start === (this.#followed?.start ?? null)) return;
    this.#followed?.stop();
    const tell = (address: string) => void ask('linkedin-return', { address }).catch(() => undefined);
    this.#followed = start === null ? null : { start, stop: followAddress(start, tell) };
  }

  #takePageDraft(draft: PageDraft): void {
    const isNew = !this.page.isIn(draft.editor);
    if (isNew && this.#isLessWanted(draft)) return;
    this.page.take(draft);
    if (isNew) {
      this.source = 'page';
      this.open = null;
    }
    if (draft.shown !== null) this.#openFromPage(draft.shown);
  }

  /** What was used later is wanted more; an empty composer does not push away what is being written. */
  #isLessWanted(draft: PageDraft): boolean {
    const current = this.page.draft;
    if (current && draft.usedAt < current.usedAt) return true;
    return draft.empty && (this.own.text !== '' || current?.empty === false);
  }

  #openFromPage(index: number): void {
    this.source = 'page';
    this.open = this.findings[index]?.key ?? null;
  }

  #forget(): void {
    this.own.forget();
    this.removed = null;
    this.open = null;
    this.#leavePage();
  }

  #leavePage(): void {
    this.page.leave();
    this.source = 'own';
  }
}

function shownSaved(saved: SavedView, now: number): SavedView {
  const { suggestion } = saved;
  return suggestion && !isOpen(suggestion.item, now) ? { ...saved, suggestion: null } : saved;
}
