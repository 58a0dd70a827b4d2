/**
 * The one place that talks HTTP. Every failure arrives as an ApiError; an expired session is renewed in place:
 * the request waits until the person has signed in again and is then sent once more, so no view loses input.
 */
import createClient from 'openapi-fetch';
import type { paths } from './schema.gen.ts';

export interface FieldProblem {
  pointer: string;
  guideline?: string;
  message: string;
}

/** What went wrong, in the server's words (RFC 9457). `status` 0: the server did not answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: FieldProblem[];

  constructor(status: number, detail: string, problems: FieldProblem[] = []) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.problems = problems;
  }
}

type SignIn = () => Promise<void>;
let signInAgain: SignIn = () => Promise.reject(new ApiError(401, ''));

/** `ask` is called when a session has expired; it resolves when there is a new one. */
export function onSessionExpired(ask: SignIn): void {
  signInAgain = ask;
}

let hearWritten = () => {};

/** `hear` is called after each request that changed something on the server. */
export function onWritten(hear: () => void): void {
  hearWritten = hear;
}

const asksForSession = (request: Request) => new URL(request.url).pathname === '/v1/admin/session';

async function send(request: Request): Promise<Response> {
  const response = await sendSignedIn(request);
  if (request.method !== 'GET' && response.ok && !asksForSession(request)) hearWritten();
  return response;
}

async function sendSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await attempt(request);
  if (response.status !== 401 || asksForSession(request)) return response;
  await signInAgain();
  return attempt(again);
}

async function attempt(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new ApiError(0, '');
  }
}

export const http = createClient<paths>({ baseUrl: location.origin, fetch: send });

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Unwraps an openapi-fetch answer: the body, or an ApiError thrown. */
export async function body<T>(answer: Promise<Answer>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  throw problem(response.status, error);
}

/** A document that several people change, with the version that a change of it must name. */
export interface Versioned<T> {
  value: T;
  /** 0 before it was first saved. */
  version: number;
}

export async function versioned<T>(answer: Promise<Answer>): Promise<Versioned<T>> {
  const { response } = await answer;
  const value = await body<T>(answer);
  return { value, version: Number(/\d+/.exec(response.headers.get('ETag') ?? '')?.[0] ?? 0) };
}

function problem(status: number, error: unknown): ApiError {
  if (typeof error !== 'object' || error === null) return new ApiError(status, String(error ?? ''));
  const { detail, title, problems, pointer } = error as Record<string, unknown>;
  const message = String(detail ?? title ?? '');
  if (Array.isArray(problems)) return new ApiError(status, message, problems as FieldProblem[]);
  return new ApiError(status, message, typeof pointer === 'string' ? [{ pointer, message }] : []);
}
