// LinkedIn's authorization code flow as far as it happens in the browser.
// https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow
import { address } from '../share/network.ts';

/** What the organisation decided; it comes with the bundle. */
export interface Connector {
  clientId: string;
  /** `LinkedIn-Version`, YYYYMM. */
  version: string;
}

/** A connection under way: what is expected of the address that LinkedIn sends the person back to. */
export interface Attempt {
  state: string;
  redirectUri: string;
}

type Returned = { code: string } | 'cancelled' | 'failed';

const AUTHORIZATION = 'https://www.linkedin.com/oauth/v2/authorization';
/** Where a member ends what was permitted to an app. */
export const PERMITTED_SERVICES = 'https://www.linkedin.com/psettings/permitted-services';
/** To know whose the posts are (`sub`), and to post; nothing is read. */
const SCOPE = 'openid profile w_member_social';
const RETURN_PATH = '/linkedin/return';

/** Null: the organisation has not switched the connector on. */
export function readConnector(setting: unknown): Connector | null {
  const { clientId, version } = (setting ?? {}) as Partial<Connector>;
  if (typeof clientId !== 'string' || typeof version !== 'string') return null;
  return clientId !== '' && /^\d{6}$/.test(version) ? { clientId, version } : null;
}

export function newAttempt(server: string): Attempt {
  return { state: crypto.randomUUID(), redirectUri: server + RETURN_PATH };
}

export function authorizationAddress({ clientId }: Connector, { state, redirectUri }: Attempt): string {
  return address(AUTHORIZATION, {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    scope: SCOPE,
  });
}

/** Null: the address is no answer to this attempt, such as one that somebody else made up. */
export function readReturn(cameTo: string, { state, redirectUri }: Attempt): Returned | null {
  const url = URL.parse(cameTo);
  if (!url || url.origin + url.pathname !== redirectUri) return null;
  if (url.searchParams.get('state') !== state) return null;
  const error = url.searchParams.get('error');
  if (error !== null) return /^(user_cancelled|access_denied)/.test(error) ? 'cancelled' : 'failed';
  const code = url.searchParams.get('code');
  return code ? { code } : 'failed';
}
