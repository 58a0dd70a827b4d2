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

export interface TestFailure {
  guideline: string;
  /** The example's text, and what it should have done. */
  text: string;
  expected: string;
}

export interface TestReport {
  ok: boolean;
  error?: string;
  problems: Problem[];
  warnings: Problem[];
  failures: TestFailure[];
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

export interface SuggestOptions {
  language?: string;
  network?: string;
  at?: string;
  limit?: number;
  role?: string;
  groups?: string[];
  interests?: string[];
}

export interface Suggestion {
  item: ContentItem;
  score: number;
  /** The words that made it fit: "why this". */
  terms: string[];
  /** In the order to offer them. */
  captions: Caption[];
}
