// Joining with an invitation, and leaving for good.
import { isPinned, readInvitation } from '../sync/invitation.ts';
import { Refused, Server, type StoredThing, Unreachable } from '../sync/server.ts';
import type { Membership } from './keep.ts';
import type { EnrolProblem } from './protocol.ts';

export async function enrol(link: string): Promise<Membership | EnrolProblem> {
  const invitation = readInvitation(link);
  if (typeof invitation === 'string') return invitation;
  const { server, code, fingerprint } = invitation;
  try {
    const answer = await new Server(server).enrol(code);
    const { token, organisation, channel, role, groups, root, joinedAt } = answer;
    if (!(await isPinned(root, fingerprint))) {
      // Not the server that was meant: it is to forget us too, as far as it listens.
      await new Server(server, token).leave().catch(() => undefined);
      return 'wrong-root';
    }
    return { server, token, organisation, channel, role: role ?? null, groups, root, joinedAt };
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): EnrolProblem {
  if (error instanceof Unreachable) return 'unreachable';
  if (error instanceof Refused && error.status === 403) return 'invitation';
  return 'refused';
}

/** What the server deleted; null when it could not be told. A token it no longer knows has nothing left. */
export async function leave(server: string, token: string): Promise<StoredThing[] | null> {
  try {
    return (await new Server(server, token).leave()).deleted;
  } catch (error) {
    return error instanceof Refused && error.status === 401 ? [] : null;
  }
}
