import { expect, test } from 'vitest';
import {
  authorizationAddress,
  newAttempt,
  readConnector,
  readReturn,
} from '../../../extension/src/linkedin/oauth.ts';

const attempt = { state: 's-1', redirectUri: 'https://herold.acme.example/linkedin/return' };
const back = (query: string) => readReturn(`${attempt.redirectUri}?${query}`, attempt);

test('LinkedIn is asked for what posting needs, and no more', () => {
  const url = new URL(authorizationAddress({ clientId: '77 abc', version: '202610' }, attempt));
  expect(url.origin + url.pathname).toBe('https://www.linkedin.com/oauth/v2/authorization');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: '77 abc',
    redirect_uri: attempt.redirectUri,
    state: 's-1',
    scope: 'openid profile w_member_social',
  });
  expect(url.search).not.toContain('+');
  expect(newAttempt('https://a.example').state).not.toBe(newAttempt('https://a.example').state);
});

test('only an answer to this attempt counts', () => {
  expect(back('code=AQ&state=s-1')).toEqual({ code: 'AQ' });
  expect(back('error=user_cancelled_login&state=s-1')).toBe('cancelled');
  expect(back('error=user_cancelled_authorize&state=s-1')).toBe('cancelled');
  expect(back('error=unauthorized_scope_error&state=s-1')).toBe('failed');
  expect(back('state=s-1')).toBe('failed');
  expect(back('code=AQ&state=s-2')).toBeNull();
  expect(back('code=AQ')).toBeNull();
  expect(readReturn('https://herold.acme.example/linkedin/returned?code=AQ&state=s-1', attempt)).toBeNull();
  expect(readReturn('https://evil.example/linkedin/return?code=AQ&state=s-1', attempt)).toBeNull();
  expect(readReturn('nonsense', attempt)).toBeNull();
});

test('a bundle switches it on with all it needs, or not at all', () => {
  expect(readConnector({ clientId: '77', version: '202610' })).toEqual({ clientId: '77', version: '202610' });
  for (const wrong of [
    undefined,
    null,
    true,
    {},
    { clientId: '77' },
    { clientId: '', version: '202610' },
    { clientId: '7', version: 'x' },
  ])
    expect(readConnector(wrong)).toBeNull();
});
