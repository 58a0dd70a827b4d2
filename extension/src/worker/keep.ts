// What is kept on this device, by key, and nothing else. Drafts are not among it.
import type { Area } from '../platform/storage.ts';
import type { SyncRecord } from '../sync/record.ts';
import type { ActivityCount } from '../sync/server.ts';
import type { LinkedInAttempt, LinkedInRecord } from './linkedin.ts';
import type {
  IgnoredFinding,
  LinkedInProblem,
  MemberView,
  SavedItem,
  SentProposal,
  Settings,
} from './protocol.ts';

export interface Membership extends Omit<MemberView, 'roleLabel'> {
  token: string;
  root: string;
}

/** A server still to be told that the person left. */
export interface Leaving {
  server: string;
  token: string;
}

/** Every check compares with each of them. */
const MAX_CAPTIONS = 20;

const DEFAULTS: Settings = { network: 'linkedin', interests: [], pageMode: false };

export class Keep {
  readonly #local: Area;
  readonly #session: Area;

  constructor(local: Area, session: Area) {
    this.#local = local;
    this.#session = session;
  }

  membership = () => this.#local.get<Membership>('membership');
  setMembership = (membership: Membership) => this.#local.set({ membership });

  settings = async (): Promise<Settings> => ({
    ...DEFAULTS,
    ...(await this.#local.get<Settings>('settings')),
  });
  setSettings = (settings: Settings) => this.#local.set({ settings });

  sync = () => this.#local.get<SyncRecord>('sync');
  setSync = (sync: SyncRecord) => this.#local.set({ sync });

  counts = async () => (await this.#local.get<ActivityCount[]>('counts')) ?? [];
  setCounts = (counts: ActivityCount[]) => this.#local.set({ counts });

  /** Items shared from here: not suggested again. */
  shared = async () => (await this.#local.get<string[]>('shared')) ?? [];
  setShared = (shared: string[]) => this.#local.set({ shared });

  /** What the organisation's captions said that drafts started from here, the latest first. */
  captions = async () => (await this.#local.get<string[]>('captions')) ?? [];
  addCaption = async (caption: string) => {
    const others = (await this.captions()).filter((other) => other !== caption);
    await this.#local.set({ captions: [caption, ...others].slice(0, MAX_CAPTIONS) });
  };

  saved = async () => (await this.#local.get<SavedItem[]>('saved')) ?? [];
  setSaved = (saved: SavedItem[]) => this.#local.set({ saved });

  /** Pages proposed from here; nobody else knows that it was from here. */
  proposals = async () => (await this.#local.get<SentProposal[]>('proposals')) ?? [];
  setProposals = (proposals: readonly SentProposal[]) => this.#local.set({ proposals });

  /** A random text that decides which captions this device offers first; it is never sent. */
  seed = async (): Promise<string> => {
    const known = await this.#local.get<string>('seed');
    if (known) return known;
    const seed = crypto.randomUUID();
    await this.#local.set({ seed });
    return seed;
  };

  leaving = () => this.#local.get<Leaving>('leaving');
  setLeaving = (leaving: Leaving) => this.#local.set({ leaving });
  endLeaving = () => this.#local.remove('leaving');

  /** The token is sealed. */
  linkedIn = () => this.#local.get<LinkedInRecord>('linkedin');
  setLinkedIn = (linkedin: LinkedInRecord | null) =>
    linkedin ? this.#local.set({ linkedin }) : this.#local.remove('linkedin');

  linkedInAttempt = () => this.#session.get<LinkedInAttempt>('linkedin-attempt');
  setLinkedInAttempt = (attempt: LinkedInAttempt | null) =>
    attempt ? this.#session.set({ 'linkedin-attempt': attempt }) : this.#session.remove('linkedin-attempt');

  linkedInProblem = () => this.#session.get<LinkedInProblem>('linkedin-problem');
  setLinkedInProblem = (problem: LinkedInProblem | null) =>
    problem ? this.#session.set({ 'linkedin-problem': problem }) : this.#session.remove('linkedin-problem');

  /** Holds words of drafts, hence in memory only: gone with the browser's session. */
  ignored = async () => (await this.#session.get<IgnoredFinding[]>('ignored')) ?? [];
  setIgnored = (ignored: IgnoredFinding[]) => this.#session.set({ ignored });

  /** Everything about the person; the interface's language, which says nothing about anyone, goes too. */
  async clear(): Promise<void> {
    await Promise.all([this.#local.clear(), this.#session.clear()]);
  }
}
