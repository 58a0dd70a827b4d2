// Pages that were proposed from here, and what became of them: pure functions over the list that is stored.
import { beginning } from '../look/title.ts';
import { Refused, type Server } from '../sync/server.ts';
import type { ProposalDraft, ProposalProblem, SentProposal } from './protocol.ts';

const MAX_PROPOSALS = 100;
/** How often the server is asked what became of a proposal. */
const ASK_AGAIN_MS = 10 * 60_000;

/** In UTF-16 units. */
export const LIMITS = { url: 2000, title: 300, note: 500 } as const;

/** Whether an address may be proposed: pages of the web; never the browser's own, files or add-ons. */
export function isWebPage(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address.trim()).protocol) && address.length <= LIMITS.url;
  } catch {
    return false;
  }
}

/** The newest in front; beyond MAX_PROPOSALS the oldest goes. */
export function withProposal(list: readonly SentProposal[], sent: SentProposal): SentProposal[] {
  return [sent, ...list].slice(0, MAX_PROPOSALS);
}

export async function send(
  server: Pick<Server, 'propose'>,
  draft: ProposalDraft,
  now: Date = new Date(),
): Promise<SentProposal | ProposalProblem> {
  const page = {
    url: draft.url.trim(),
    title: beginning(draft.title.trim(), LIMITS.title),
    note: beginning(draft.note.trim(), LIMITS.note),
  };
  if (!isWebPage(page.url) || page.title === '') return 'refused';
  try {
    const { id, state, note } = await server.propose(page);
    const { url, title } = page;
    return { id, url, title, state, answer: note ?? '', sentAt: now.toISOString(), askedAt: now.getTime() };
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): ProposalProblem {
  if (!(error instanceof Refused)) return 'unreachable';
  if (error.status === 401) return 'not-enrolled';
  return error.status === 429 ? 'too-many' : 'refused';
}

/**
 * The list with what became of those still waiting; the same list when there is nothing to ask or nobody answers.
 * A proposal that the server no longer knows has lost its way to be asked about, and goes.
 */
export async function withOutcomes(
  list: SentProposal[],
  server: Pick<Server, 'proposal'>,
  now: number = Date.now(),
): Promise<SentProposal[]> {
  const due = ({ state, askedAt }: SentProposal) => state === 'proposed' && now - askedAt >= ASK_AGAIN_MS;
  if (!list.some(due)) return list;
  const asked = await Promise.all(list.map((sent) => (due(sent) ? outcome(sent, server, now) : sent)));
  return asked.filter((sent) => sent !== null);
}

async function outcome(
  sent: SentProposal,
  server: Pick<Server, 'proposal'>,
  now: number,
): Promise<SentProposal | null> {
  try {
    const { state, note } = await server.proposal(sent.id);
    return { ...sent, state, answer: note ?? '', askedAt: now };
  } catch (error) {
    return error instanceof Refused && error.status === 404 ? null : sent;
  }
}
