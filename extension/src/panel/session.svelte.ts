// What the panel knows, kept in step with the worker. Components read it and call its methods; none asks the
// worker on its own account.
import type { Fix, Report } from '@herold/core';
import { changeBetween, shiftSpan } from '../editor/shift.ts';
import { EngineClient } from '../engine/client.ts';
import type { CheckAnswer } from '../engine/protocol.ts';
import { listenAsPanel } from '../platform/messages.ts';
import { followAddress, uiLanguage } from '../platform/runtime.ts';
import { session as memory, onSessionChange } from '../platform/storage.ts';
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
  SavedChange,
  SavedItem,
  SavedView,
  Settings,
  SuggestedItem,
} from '../worker/protocol.ts';
import { isOpen } from '../worker/saved.ts';
import { type ShownFinding, shownFindings } from './findings.ts';
import { nextMoment } from './when.ts';

const SUGGEST_PAUSE_MS = 300;
const AWAKE_MS = 20_000;
const WRITTEN = 'written';

/** What the person wrote: the draft, and their wordings of captions by item and caption. */
interface Written {
  text: string;
  wordings: Record<string, string>;
  /** The panel it was written in. */
  by: string;
}

type Reply = { answer: CheckAnswer; report?: Report };

export class PanelSession {
  state = $state.raw<PanelState | null>(null);
  /** The own editor's text, and what was found in exactly that text, ranges moved along while a check is under way. */
  text = $state('');
  #ownReport = $state.raw<Report | null>(null);
  #ownSuggestions = $state.raw<SuggestedItem[]>([]);
  pageDraft = $state.raw<PageDraft | null>(null);
  #pageSuggestions = $state.raw<SuggestedItem[]>([]);
  source = $state<'own' | 'page'>('own');
  /** What the person made of captions, by item and caption. */
  #wordings = $state.raw<Record<string, string>>({});
  /** Grows when guidelines or ignored findings changed: what was checked is to be checked again. */
  rechecks = $state(0);
  /** The saved item removed last, to undo it. */
  removed = $state.raw<SavedItem | null>(null);
  /** How many items are being shared: the draft's own way out stands back then. */
  sharing = $state(0);
  /** Key of the finding whose card is open. */
  open = $state<string | null>(null);
  engineFailed = $state(false);
  /** In milliseconds since 1970, renewed as long as the panel stands open, and when `followTimes` says so. */
  now = $state(Date.now());
  /** The last farewell, until one joins again. */
  farewell = $state.raw<Farewell | null>(null);

  readonly language = $derived(this.state?.settings.language ?? interfaceLanguage(uiLanguage()));
  readonly words = $derived(wordsOf(this.language));
  readonly report = $derived(this.source === 'own' ? this.#ownReport : (this.pageDraft?.report ?? null));
  readonly findings = $derived(shownFindings(this.report?.findings ?? []));
  readonly ownFindings = $derived(shownFindings(this.#ownReport?.findings ?? []));
  readonly suggestions = $derived(
    (this.source === 'own' ? this.#ownSuggestions : this.#pageSuggestions).filter(({ item }) =>
      isOpen(item, this.now),
    ),
  );
  readonly saved = $derived((this.state?.saved ?? []).map((saved) => shownSaved(saved, this.now)));
  /** When something shown here will change by itself. */
  readonly times = $derived([
    ...[...this.#ownSuggestions, ...this.#pageSuggestions].map(({ item }) => item.until),
    ...(this.state?.saved ?? []).flatMap(({ remindAt, suggestion }) => [remindAt, suggestion?.item.until]),
  ]);
  /** Whether there is anything to check with: only then "nothing found" says something. */
  readonly isChecked = $derived(this.state?.guidelines !== null && !this.engineFailed);
  readonly isEmpty = $derived(
    this.source === 'own' ? this.text.trim() === '' : (this.pageDraft?.empty ?? true),
  );

  /** What short links begin with; null: the organisation has none, or the person shares plain addresses. */
  readonly shortLinks = $derived(this.state?.settings.plainLinks ? null : (this.state?.shortLinks ?? null));

  readonly #id = crypto.randomUUID();
  readonly #engine = new EngineClient<Reply>(this.#id, (request) => ask('check', { request }));
  #suggesting: ReturnType<typeof setTimeout> | undefined;
  #pageShown: number | null = null;
  /** The return from LinkedIn that is waited for, and how to stop. */
  #followed: { start: string; stop: () => void } | null = null;

  async start(): Promise<void> {
    listenAsPanel((news) => this.#hear(news as PanelNews));
    setInterval(() => this.#stayAwake(), AWAKE_MS);
    this.state = await askTwice('state', {});
    this.#followReturn();
    const written = await memory.get<Written>(WRITTEN);
    this.text = written?.text ?? '';
    this.#wordings = written?.wordings ?? {};
    this.#followOtherWindows();
    await this.#checkOwn();
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

  /** A keystroke in the own editor. */
  write(text: string): void {
    if (this.#take(text)) this.#keepWritten();
  }

  /** False: it is the same text. */
  #take(text: string): boolean {
    const change = changeBetween(this.text, text);
    if (!change) return false;
    this.text = text;
    if (this.#ownReport) this.#ownReport = shiftReport(this.#ownReport, change);
    void this.#checkOwn();
    return true;
  }

  /** The person's own wording of a caption; undefined while it is as it was offered. */
  wordingOf(item: string, caption: string): string | undefined {
    return this.#wordings[`${item}/${caption}`];
  }

  /** All that the person wrote to an item, whichever captions it has now. */
  wordingsOf(item: string): string[] {
    const own = Object.entries(this.#wordings).filter(([key]) => key.startsWith(`${item}/`));
    return own.map(([, text]) => text).filter((text) => text.trim() !== '');
  }

  /** In memory, like the draft: nothing that a person typed is lost to another variant, network or draft. */
  reword(item: string, caption: string, text: string | undefined): void {
    const { [`${item}/${caption}`]: _, ...others } = this.#wordings;
    this.#wordings = text === undefined ? others : { ...others, [`${item}/${caption}`]: text };
    this.#keepWritten();
  }

  isSaved(item: string): boolean {
    return this.state?.saved.some((saved) => saved.item === item) ?? false;
  }

  async save(saved: SavedItem): Promise<void> {
    this.state = await askTwice('save', { saved });
    if (this.removed?.item === saved.item) this.removed = null;
  }

  async changeSaved(item: string, change: SavedChange): Promise<void> {
    this.state = await askTwice('change-saved', { item, change });
  }

  async unsave(item: string): Promise<void> {
    this.removed = await askTwice('unsave', { item });
  }

  propose(draft: ProposalDraft): Promise<ProposalProblem | null> {
    return ask('propose', { draft });
  }

  async forgetProposal(id: string): Promise<void> {
    this.state = await askTwice('forget-proposal', { id });
  }

  async change(settings: Partial<Settings>): Promise<void> {
    // At once: the next change, before the worker has answered, is one of these.
    if (this.state) this.state = { ...this.state, settings: { ...this.state.settings, ...settings } };
    this.state = await askTwice('settings', { change: settings });
    if ('network' in settings || 'interests' in settings) await this.#checkOwn();
  }

  toggle(key: string): void {
    this.openFinding(this.open === key ? null : key);
  }

  openFinding(key: string | null): void {
    this.open = key;
    const index = this.findings.findIndex((finding) => finding.key === key);
    if (this.source === 'page' && this.pageDraft) this.#showOnPage(index < 0 ? null : index);
  }

  async ignore({ guideline, match }: ShownFinding): Promise<void> {
    this.state = await askTwice('ignore', { finding: { guideline, match } });
  }

  async showIgnoredAgain(): Promise<void> {
    for (const finding of this.state?.ignored ?? []) this.state = await askTwice('unignore', { finding });
  }

  /** False: the page's text was no longer the one that the fix was made for. */
  async applyOnPage(fix: Fix): Promise<boolean> {
    if (!this.pageDraft) return false;
    const edits = fix.edits.map(({ range, text }) => ({ ...range, text }));
    return ask('apply-on-page', { editor: this.pageDraft.editor, id: this.pageDraft.id, edits }).catch(
      () => false,
    );
  }

  /** False: the composer is gone, or took nothing. */
  async insertOnPage(text: string): Promise<boolean> {
    if (!this.pageDraft) return false;
    return ask('insert-on-page', { editor: this.pageDraft.editor, text }).catch(() => false);
  }

  async leave(): Promise<void> {
    this.farewell = await ask('leave', {});
  }

  #showOnPage(finding: number | null): void {
    if (!this.pageDraft || this.#pageShown === finding) return;
    this.#pageShown = finding;
    void ask('show-on-page', { editor: this.pageDraft.editor, finding }).catch(() => undefined);
  }

  #hear(news: PanelNews): void {
    switch (news.kind) {
      case 'state':
        if (this.state?.member && !news.state.member) this.#forget();
        this.state = news.state;
        this.#followReturn();
        return;
      case 'left':
        if (this.farewell) this.farewell = { deleted: news.deleted, reached: true };
        return;
      case 'recheck':
        this.rechecks += 1;
        void this.#checkOwn();
        return;
      case 'shared':
        this.#pageSuggestions = this.#pageSuggestions.filter(({ item }) => item.id !== news.item);
        void this.#suggestOwn(this.text, networkName(this.state?.settings.network ?? 'linkedin'));
        return;
      case 'page-draft':
        this.#takePageDraft(news.draft);
        return;
      case 'page-suggestions':
        if (isSame(news.editor, this.pageDraft?.editor)) this.#pageSuggestions = news.suggestions;
        return;
      case 'page-show':
        this.#openFromPage(news.editor, news.finding);
        return;
      case 'page-gone':
        if (isSame(news.editor, this.pageDraft?.editor)) this.#leavePage();
        return;
      case 'tab-gone':
        if (news.tab === this.pageDraft?.editor.tab) this.#leavePage();
    }
  }

  /** One draft, whichever window's panel it is written in. */
  #followOtherWindows(): void {
    onSessionChange<Written>(WRITTEN, (written) => {
      if (!written || written.by === this.#id) return;
      this.#wordings = written.wordings;
      this.#take(written.text);
    });
  }

  /** In memory: a closed panel keeps it, a closed browser does not. */
  #keepWritten(): void {
    const written: Written = { text: this.text, wordings: this.#wordings, by: this.#id };
    // Nobody writes as much as it holds; what is on the screen stays there in any case.
    void memory.set({ [WRITTEN]: written }).catch(() => undefined);
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
    const isNew = !isSame(draft.editor, this.pageDraft?.editor);
    if (isNew && this.#isLessWanted(draft)) return;
    this.pageDraft = draft;
    if (isNew) {
      this.source = 'page';
      this.open = null;
      this.#pageSuggestions = [];
    }
    if (draft.shown !== null) this.#openFromPage(draft.editor, draft.shown);
  }

  /** What was used later is wanted more; an empty composer does not push away what is being written. */
  #isLessWanted(draft: PageDraft): boolean {
    if (this.pageDraft && draft.usedAt < this.pageDraft.usedAt) return true;
    return draft.empty && (this.text !== '' || this.pageDraft?.empty === false);
  }

  #openFromPage(editor: PageDraft['editor'], index: number): void {
    if (!isSame(editor, this.pageDraft?.editor)) return;
    this.source = 'page';
    this.#pageShown = index;
    this.open = this.findings[index]?.key ?? null;
  }

  #forget(): void {
    this.text = '';
    this.#ownReport = null;
    this.#ownSuggestions = [];
    this.#wordings = {};
    this.removed = null;
    this.open = null;
    this.#leavePage();
  }

  #leavePage(): void {
    this.pageDraft = null;
    this.#pageSuggestions = [];
    this.source = 'own';
  }

  async #checkOwn(): Promise<void> {
    const { text } = this;
    const network = networkName(this.state?.settings.network ?? 'linkedin');
    try {
      const reply = await this.#engine.check(text, network);
      if (reply?.report && text === this.text) this.#ownReport = reply.report;
      this.engineFailed = false;
    } catch {
      this.engineFailed = true;
    }
    clearTimeout(this.#suggesting);
    this.#suggesting = setTimeout(() => void this.#suggestOwn(text, network), SUGGEST_PAUSE_MS);
  }

  async #suggestOwn(text: string, network: string): Promise<void> {
    const suggestions = await askTwice('suggest', { draft: text, network }).catch(() => []);
    if (text === this.text) this.#ownSuggestions = suggestions;
  }
}

type EditorName = PageDraft['editor'];

function isSame(a: EditorName, b: EditorName | undefined): boolean {
  return a.tab === b?.tab && a.frame === b.frame && a.client === b.client;
}

function shownSaved(saved: SavedView, now: number): SavedView {
  const { suggestion } = saved;
  return suggestion && !isOpen(suggestion.item, now) ? { ...saved, suggestion: null } : saved;
}

function shiftReport(report: Report, change: NonNullable<ReturnType<typeof changeBetween>>): Report {
  const findings = report.findings.flatMap((finding) => {
    const range = shiftSpan(finding.range, change);
    // Fixes name positions of the text as it was: they come back with the next answer.
    return range ? [{ ...finding, range, fixes: [] }] : [];
  });
  return { ...report, findings };
}
