// What crosses the boundary. Every range is half-open and counts UTF-16 code units of the draft.

export type Severity = 'suggestion' | 'warning' | 'error';

/** Severity as the flat records of `Engine.check` carry it: the index is the number. */
export const SEVERITIES: readonly Severity[] = ['suggestion', 'warning', 'error'];

/** Numbers per finding in the array that `Engine.check` returns: guideline index, severity, start, end. */
export const FINDING_STRIDE = 4;

export interface Range {
  start: number;
  end: number;
}

export interface Edit {
  range: Range;
  text: string;
}

export interface Fix {
  title: string;
  edits: Edit[];
}

export interface Finding {
  guideline: string;
  kind: string;
  severity: Severity;
  range: Range;
  match: string;
  message: string;
  why?: string;
  link?: string;
  lesson?: string;
  fixes?: Fix[];
}

export interface Problem {
  pointer: string;
  guideline?: string;
  message: string;
}

export interface Report {
  language: string;
  findings: Finding[];
  problems?: Problem[];
}

export interface Ignored {
  guideline: string;
  match: string;
}

export interface CheckOptions {
  language?: string;
  role?: string;
  groups?: string[];
  network?: string;
  /** RFC 3339. The core has no clock: without it `from` and `until` do not hold. */
  at?: string;
  reader?: string;
  ignore?: (string | Ignored)[];
  captions?: string[];
}

export interface LoadedGuideline {
  id: string;
  severity: Severity;
  kind: string;
}

export interface LoadResult {
  ok: boolean;
  /** Why the whole pack could not be read; the pack loaded before stays in force. */
  error?: string;
  /** In the order that the guideline index of a finding counts. */
  guidelines: LoadedGuideline[];
  problems: Problem[];
}

/** An example that did not do what it should. */
export interface ExampleFailure {
  guideline: string;
  pointer: string;
  text: string;
  expected: 'violates' | 'complies';
}

export interface TestReport {
  passed: boolean;
  /** Why the whole pack could not be read. */
  error?: string;
  /** How many were tested. */
  guidelines: number;
  examples: number;
  failures: ExampleFailure[];
  problems: Problem[];
  warnings: Problem[];
}

/** A text, or one text per BCP 47 tag. */
export type LocalText = string | Record<string, string>;

export interface Caption {
  id: string;
  network?: string;
  language: string;
  text: string;
}

export interface ContentItem {
  id: string;
  url: string;
  /** Names the item in short links; there when the organisation switched them on. */
  slug?: string;
  title: string;
  summary?: string;
  image?: { url: string; alt: string };
  language: string;
  topics?: string[];
  captions?: Caption[];
  hashtags?: string[];
  disclosure?: string;
  audience?: { roles?: string[]; groups?: string[] };
  networks?: string[];
  from?: string;
  until?: string;
  priority?: number;
  owner?: string;
}

/** What the device knows of the person who writes. */
export interface Profile {
  /** Topic slugs. */
  interests?: string[];
  /** BCP 47, the preferred one first; empty: any. */
  languages?: string[];
  role?: string;
  groups?: string[];
  /** Ids of items that were shared already. */
  shared?: string[];
}

export interface SuggestOptions {
  profile?: Profile;
  network?: string;
  /** RFC 3339; without it items with a date stay out. */
  at?: string;
  limit?: number;
}

export interface Suggestion {
  /** Id of the content item. */
  item: string;
  score: number;
  /** The words that made it fit, the strongest first: "why this". */
  terms: string[];
  /** The person's interests that it serves. */
  topics: string[];
  /** Ids of its captions in the order to offer them. */
  captions: string[];
}
