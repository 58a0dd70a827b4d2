// What is kept on this device, by key, and nothing else. Drafts are not among it.
import { freshRecord, type SyncRecord } from '../sync/record.ts';
import type { ActivityCount } from '../sync/server.ts';
import { Epoch } from './epoch.ts';
import type { LinkedInAttempt, LinkedInRecord } from './linkedin.ts';
import type {
  IgnoredFinding,
  LinkedInProblem,
  MemberView,
  SavedItem,
  SentProposal,
  Settings,
} from './protocol.ts';
import type { Remembering } from './remembering.ts';

export interface Membership extends Omit<MemberView, 'roleLabel' | 'groupLabels'> {
  token: string;
  root: string;
}

/** A server still to be told that the person left. */
export interface Leaving {
  server: string;
  token: string;
}

export const leavingOf = ({ server, token }: Membership): Leaving => ({ server, token });

/** Every check compares with each of them. */
const MAX_CAPTIONS = 20;

const DEFAULTS: Settings = { language: null, network: 'linkedin', interests: [], pageMode: false };

export class Keep {
  readonly #local: Remembering;
  readonly #session: Remembering;
  /** Ends with each joining. */
  readonly #joined = new Epoch();

  constructor(local: Remembering, session: Remembering) {
    this.#local = local;
    this.#session = session;
  }

  /** Whether the device has no room for something of this: it is kept in memory until there is. */
  isFull = () => this.#local.isFull();
  settle = () => this.#local.settle();

  /** Asked after a wait for a server, say, the answer tells whether the person has neither left nor joined since. */
  begin = (): (() => boolean) => {
    const isKept = this.#local.begin();
    const isSameMember = this.#joined.begin();
    return () => isKept() && isSameMember();
  };

  membership = () => this.#local.get<Membership>('membership');
  /**
   * In one go: it begins with the root that its invitation pins; what was trusted before went by another. Who was a
   * member already leaves as that, and what was counted for another organisation is not for this one. True when it was
   * another one.
   */
  setMembership = async (membership: Membership): Promise<boolean> => {
    const [before, leaving] = await Promise.all([this.membership(), this.leaving()]);
    const leaves = before && before.token !== membership.token;
    const moves = before !== undefined && before.organisation.id !== membership.organisation.id;
    this.#joined.end();
    await this.#local.set({
      membership,
      sync: freshRecord(membership.root),
      bundle: null,
      ...(leaves ? { leaving: [...leaving, leavingOf(before)] } : {}),
      ...(moves ? { counts: [] } : {}),
    });
    return moves;
  };

  settings = async (): Promise<Settings> => ({
    ...DEFAULTS,
    ...(await this.#local.get<Settings>('settings')),
  });
  changeSettings = (change: Partial<Settings>) =>
    this.#local.update<Settings>('settings', (settings) => ({ ...DEFAULTS, ...settings, ...change }));

  sync = async (): Promise<SyncRecord | undefined> => {
    const [metadata, bundle] = await Promise.all([
      this.#local.get<SyncRecord>('sync'),
      this.#local.get<string | null>('bundle'),
    ]);
    return metadata && bundle ? { ...metadata, bundle } : metadata;
  };
  /** In one go with its metadata, but only where it is another one: a bundle has megabytes. */
  setSync = async ({ bundle: text, ...sync }: SyncRecord): Promise<void> => {
    const isStill = this.begin();
    const bundle = text ?? null;
    const isStored = bundle === (await this.#local.get('bundle')) && !(await this.isFull());
    if (isStill()) await this.#local.set(isStored ? { sync } : { sync, bundle });
  };

  counts = async () => (await this.#local.get<ActivityCount[]>('counts')) ?? [];
  changeCounts = (change: (counts: ActivityCount[]) => ActivityCount[]) =>
    this.#local.update<ActivityCount[]>('counts', (counts = []) => change(counts));

  /** Items shared from here: not suggested again. */
  shared = async () => (await this.#local.get<string[]>('shared')) ?? [];
  addShared = (item: string) =>
    this.#local.update<string[]>('shared', (shared = []) => [...new Set([...shared, item])]);

  /** What the organisation's captions said that drafts started from here, the latest first. */
  captions = async () => (await this.#local.get<string[]>('captions')) ?? [];
  addCaption = (caption: string) =>
    this.#local.update<string[]>('captions', (captions = []) => {
      const others = captions.filter((other) => other !== caption);
      return [caption, ...others].slice(0, MAX_CAPTIONS);
    });

  saved = async () => (await this.#local.get<SavedItem[]>('saved')) ?? [];
  changeSaved = (change: (saved: SavedItem[]) => SavedItem[]) =>
    this.#local.update<SavedItem[]>('saved', (saved = []) => change(saved));

  /** Pages proposed from here; nobody else knows that it was from here. */
  proposals = async () => (await this.#local.get<SentProposal[]>('proposals')) ?? [];
  changeProposals = (change: (proposals: SentProposal[]) => SentProposal[]) =>
    this.#local.update<SentProposal[]>('proposals', (proposals = []) => change(proposals));

  /** A random text that decides which captions this device offers first; it is never sent. */
  seed = async (): Promise<string> => {
    const isStill = this.begin();
    const known = await this.#local.get<string>('seed');
    if (known) return known;
    const seed = crypto.randomUUID();
    if (isStill()) await this.#local.set({ seed });
    return seed;
  };

  leaving = async () => (await this.#local.get<Leaving[]>('leaving')) ?? [];
  setLeaving = (leaving: Leaving[]) => this.#local.set({ leaving });
  endLeaving = async ({ token }: Leaving): Promise<void> => {
    const others = (leaving: Leaving[] = []) => leaving.filter((other) => other.token !== token);
    await this.#local.update<Leaving[]>('leaving', others);
    if ((await this.leaving()).length === 0) await this.#local.remove('leaving');
  };

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
  changeIgnored = (change: (ignored: IgnoredFinding[]) => IgnoredFinding[]) =>
    this.#session.update<IgnoredFinding[]>('ignored', (ignored = []) => change(ignored));

  /** Everything about the person; the interface's language, which says nothing about anyone, goes too. */
  async clear(): Promise<void> {
    await Promise.all([this.#local.clear(), this.#session.clear()]);
  }
}
