// Every message between worker, panel and pages, with its answer.
import type { Caption, ContentItem, LocalText, Report } from '@herold/core';
import type { TextEdit } from '../editor/apply-fix.ts';
import type { Place } from '../editor/pages.ts';
import type { CheckAnswer, CheckRequest } from '../engine/protocol.ts';
import type { LinkedInPost, PostOutcome } from '../linkedin/post.ts';
import type { InterfaceLanguage } from '../look/severity.ts';
import type { Account, ShareTarget } from '../share/index.ts';
import type { InvitationProblem } from '../sync/invitation.ts';
import type { UpdateProblem } from '../sync/record.ts';
import type { ActivityCount, StoredThing } from '../sync/server.ts';

/** An item that fits, with its captions in the order to offer them. */
export interface SuggestedItem {
  item: ContentItem;
  captions: Caption[];
  /** Words of the draft, and interests of the person, that made it fit. */
  terms: string[];
  topics: string[];
}

export interface Settings {
  /** The interface's language; null: the browser's. Not undefined, which Chromium's messages leave out. */
  language: InterfaceLanguage | null;
  network: ShareTarget;
  /** Topics chosen on this device; they never leave it. */
  interests: string[];
  pageMode: boolean;
  /** Whether the person shares the plain address although the organisation offers short links. */
  plainLinks?: boolean;
  /** What sharing needs to know of the person; asked once, kept on this device. */
  account?: Account;
}

/** An item kept for later, by a note to oneself. Nothing is ever posted by itself. */
export interface SavedItem {
  item: string;
  title: string;
  url: string;
  note: string;
  /** ISO 8601, like `remindAt`; null: no reminder is set. */
  savedAt: string;
  remindAt: string | null;
  /** Whether the person has seen that the reminder is due. */
  seen: boolean;
}

/** What a person changes of a saved item. */
export type SavedChange = Partial<Pick<SavedItem, 'note' | 'remindAt'>>;

/** `suggestion` is null when the organisation has taken the item back, or it is not to be shared now. */
export interface SavedView extends SavedItem {
  suggestion: SuggestedItem | null;
}

/** A page that the person is about to propose, as the panel shows it before it is sent. */
export interface ProposalDraft {
  url: string;
  title: string;
  note: string;
}

/** A page proposed from here. Only this device knows that it was. */
export interface SentProposal {
  /** Random, from the server: to ask what became of it. */
  id: string;
  url: string;
  title: string;
  state: 'proposed' | 'approved' | 'declined';
  /** Why it was declined; may be empty. */
  answer: string;
  /** ISO 8601. */
  sentAt: string;
  /** In milliseconds since 1970. */
  askedAt: number;
}

export type ProposalProblem = 'unreachable' | 'too-many' | 'not-enrolled' | 'refused';

export interface MemberView {
  server: string;
  organisation: { id: string; title: LocalText };
  channel: string;
  role: string | null;
  roleLabel: LocalText | null;
  groups: string[];
  /** In the order of `groups`; the id of one that the guidelines do not name. */
  groupLabels: LocalText[];
  joinedAt: string;
}

export interface GuidelinesView {
  revision: number;
  issuedAt: string;
  /** When the server last confirmed that nothing newer exists. */
  checkedAt: string | null;
  count: number;
  topics: Record<string, Record<string, string>>;
}

/** Where a state belongs among others: answers and news come by different ways and may overtake one another. */
export interface Age {
  /** The life of the worker that made it. */
  life: string;
  /** Grows with each state that this worker began to make. */
  at: number;
}

/** All that the panel shows apart from drafts. */
export interface PanelState {
  age: Age;
  settings: Settings;
  member: MemberView | null;
  guidelines: GuidelinesView | null;
  problem: UpdateProblem | null;
  pageModeForbidden: boolean;
  /** What the organisation's short links begin with; null: it has none. */
  shortLinks: string | null;
  ignored: IgnoredFinding[];
  /** Due ones first, then the latest. */
  saved: SavedView[];
  /** The latest first. */
  proposals: SentProposal[];
  /** A server that was out of reach when the person left, and still has to be told. */
  leaving: string | null;
  /** Posting through LinkedIn's API; null: the organisation has not switched it on. */
  linkedin: LinkedInView | null;
  /** The device has no room: what the person does is known as long as the browser is open, and stored later. */
  full: boolean;
}

/** `app`: IT has to look. `no-member`: LinkedIn does not say whose the token is. */
export type LinkedInProblem =
  | 'cancelled'
  | 'failed'
  | 'app'
  | 'unreachable'
  | 'no-member'
  | 'expired'
  | 'revoked';

export interface LinkedInView {
  /** `until` is ISO 8601. */
  connected: { name: string; until: string; endsSoon: boolean } | null;
  /** The beginning of the address that LinkedIn will send the person back to; null: no attempt is under way. */
  waiting: string | null;
  problem: LinkedInProblem | null;
}

export type EnrolProblem = InvitationProblem | 'unreachable' | 'invitation' | 'wrong-root' | 'refused';

/** A composer of a page, as long as the page is open. */
export interface PageEditor {
  tab: number;
  frame: number;
  client: string;
}

export interface PageDraft {
  editor: PageEditor;
  network: string;
  place: Place;
  /** When it was last written in or entered, in milliseconds since 1970; 0: never. */
  usedAt: number;
  /** Number of the question that this answers; a fix names it. */
  id: number;
  report: Report;
  empty: boolean;
  /** The finding whose painted words were clicked last. */
  shown: number | null;
}

/** What was deleted, on the server and here. */
export interface Farewell {
  deleted: StoredThing[];
  /** False: the server will be told as soon as it can be reached. */
  reached: boolean;
}

/** `match` is empty for a finding about something that is missing. */
export interface IgnoredFinding {
  guideline: string;
  match: string;
}

interface Requests {
  state: { with: object; answer: PanelState };
  enrol: { with: { link: string }; answer: EnrolProblem | null };
  leave: { with: object; answer: Farewell };
  inventory: { with: object; answer: StoredThing[] | null };
  refresh: { with: object; answer: PanelState };
  settings: { with: { change: Partial<Settings> }; answer: PanelState };
  check: { with: { request: CheckRequest }; answer: { answer: CheckAnswer; report?: Report } };
  suggest: { with: { draft: string; network: string }; answer: SuggestedItem[] };
  /** `caption`: the text offered, without what the person made of it; drafts are compared with it later. */
  count: {
    with: { event: ActivityCount['event']; item: string; network: ShareTarget; caption: string };
    answer: null;
  };
  /** Adds an item to what is saved. */
  save: { with: { saved: SavedItem }; answer: PanelState };
  'change-saved': { with: { item: string; change: SavedChange }; answer: PanelState };
  /** Answers with what it was, to bring it back. */
  unsave: { with: { item: string }; answer: SavedItem | null };
  propose: { with: { draft: ProposalDraft }; answer: ProposalProblem | null };
  'forget-proposal': { with: { id: string }; answer: PanelState };
  ignore: { with: { finding: IgnoredFinding }; answer: PanelState };
  unignore: { with: { finding: IgnoredFinding }; answer: PanelState };
  'apply-on-page': { with: { editor: PageEditor; id: number; edits: TextEdit[] }; answer: boolean };
  /** Types a text at the caret of a page's composer. */
  'insert-on-page': { with: { editor: PageEditor; text: string }; answer: boolean };
  'show-on-page': { with: { editor: PageEditor; finding: number | null }; answer: null };
  /** Opens LinkedIn's page, where the person allows it. */
  'linkedin-connect': { with: object; answer: null };
  /** A tab came to the address that the attempt waits for. */
  'linkedin-return': { with: { address: string }; answer: null };
  'linkedin-disconnect': { with: object; answer: null };
  'linkedin-post': { with: { post: LinkedInPost }; answer: PostOutcome };
  awake: { with: object; answer: null };
  // From pages.
  /** `pages` as the bundle has them: whether its selectors hold, only a page can tell. */
  'page-hello': { with: object; answer: { pages: unknown; on: boolean } };
  'page-check': {
    with: { request: CheckRequest; place: Place; usedAt: number; shown: number | null };
    answer: { answer: CheckAnswer };
  };
  'page-show': { with: { client: string; finding: number }; answer: null };
  'page-gone': { with: { client: string }; answer: null };
  'page-focus': { with: object; answer: null };
  'page-awake': { with: object; answer: null };
}

export type RequestKind = keyof Requests;
export type RequestOf<K extends RequestKind> = { kind: K } & Requests[K]['with'];
export type AnswerOf<K extends RequestKind> = Requests[K]['answer'];
export type AnyRequest = { [K in RequestKind]: RequestOf<K> }[RequestKind];

/** From the worker to open panels. */
export type PanelNews =
  | { kind: 'state'; state: PanelState }
  | { kind: 'page-draft'; draft: PageDraft }
  | { kind: 'page-suggestions'; editor: PageEditor; suggestions: SuggestedItem[] }
  | { kind: 'page-gone'; editor: PageEditor }
  /** With all its editors; a page that is closed does not always get to say so itself. */
  | { kind: 'tab-gone'; tab: number }
  | { kind: 'page-show'; editor: PageEditor; finding: number }
  /** A server that was out of reach when the person left has deleted this now. */
  | { kind: 'left'; deleted: StoredThing[] }
  /** An item was shared, from whichever panel. */
  | { kind: 'shared'; item: string }
  /** Guidelines, ignored findings or settings changed: own drafts are to be checked again. */
  | { kind: 'recheck' };

/** From the worker to pages. */
export type PageNews =
  | { kind: 'recheck' }
  | { kind: 'stop' }
  | { kind: 'apply'; client: string; id: number; edits: TextEdit[] }
  | { kind: 'insert'; client: string; text: string }
  | { kind: 'show'; client: string; finding: number | null };
