import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { request } from '../../harness.mjs';
import { converse } from '../conversation.mjs';

export function operations(server) {
  test('tells that it runs, is ready, and what it describes itself as', async () => {
    const { anyone } = converse(server());
    expect((await anyone('GET', '/healthz')).body).toEqual({ status: 'ok' });
    expect((await anyone('GET', '/readyz')).body).toEqual({ status: 'ok' });
    const { body, headers } = await anyone('GET', '/openapi.yaml');
    expect(body).toBe(readFileSync(new URL('../../../../server/openapi.yaml', import.meta.url), 'utf8'));
    const again = await anyone('GET', '/openapi.yaml', undefined, { 'if-none-match': headers.get('etag') });
    expect(again.status).toBe(304);
  });

  test('counts requests by pattern, without naming anyone', async () => {
    const { anyone, admin } = converse(server());
    await admin('GET', '/v1/admin/guidelines/secret-name');
    await anyone('GET', '/v1/admin/guidelines/secret-name');
    const { body } = await anyone('GET', '/metrics');
    expect(body).toMatch(/path="\/v1\/admin\/guidelines\/\{id\}",status="401"\} [1-9]/);
    expect(body).toMatch(/herold_http_requests_total\{.*path="\/v1\/admin\/guidelines\/\{id\}".*\} [1-9]/);
    expect(body).not.toContain('secret-name');
  });

  test('gives the console for its views, ids with dots included, and nothing for files that are not there', async () => {
    const get = (path) => request(server().url, 'GET', path);
    for (const view of ['/', '/guidelines', '/guidelines/confidential.falke', '/content/report.2026'])
      expect((await get(view)).headers.get('content-type'), view).toContain('text/html');
    for (const file of ['/favicon.ico', '/assets/gone.js', '/.git/config', '/.well-known/security.txt'])
      expect((await get(file)).status, file).toBe(404);
  });

  test('answers the pages with a policy that allows no foreign and no inline script', async () => {
    const { anyone } = converse(server());
    for (const page of ['/', '/join']) {
      const { headers } = await anyone('GET', page);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).not.toContain('unsafe-inline');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect((await anyone('GET', page, undefined, { 'if-none-match': headers.get('etag') })).status).toBe(
        304,
      );
    }
  });

  test('answers a method that a path does not know with those it does', async () => {
    const { anyone } = converse(server());
    for (const path of ['/', '/join', '/healthz', '/readyz', '/openapi.yaml']) {
      const response = await fetch(server().url + path, { method: 'POST' });
      expect(response.status, path).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
    expect((await anyone('GET', '/v1/events')).status).toBe(426);
  });
}
