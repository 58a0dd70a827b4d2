/** What the preview asks of the core and what comes back. Every reply carries its request's id. */
import type { CheckOptions, Finding, LoadResult, TestReport } from '@herold/core';

export type Ask =
  | { kind: 'check'; pack: string; draft: string; options: CheckOptions }
  | { kind: 'test'; pack: string };

export interface Checked {
  load: LoadResult;
  findings: Finding[];
}

export interface Answers {
  check: Checked;
  test: TestReport;
}

export type Request = { id: number } & Ask;
export type Reply = { id: number; result: Checked | TestReport } | { id: number; error: string };
