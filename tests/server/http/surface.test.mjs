// The whole surface, over both databases; every answer is held against openapi.yaml.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LinkedInApi } from '../../e2e/linkedin/api.mjs';
import { startServer, stopCluster } from '../harness.mjs';
import { unexercised } from './openapi.mjs';
import { activity } from './surface/activity.mjs';
import { administrators } from './surface/administrators.mjs';
import { content } from './surface/content.mjs';
import { enrolment } from './surface/enrolment.mjs';
import { feeds } from './surface/feeds.mjs';
import { guidelines } from './surface/guidelines.mjs';
import { linkedin } from './surface/linkedin.mjs';
import { links } from './surface/links.mjs';
import { operations } from './surface/operations.mjs';
import { organisation } from './surface/organisation.mjs';
import { packs } from './surface/packs.mjs';
import { proposals } from './surface/proposals.mjs';
import { publications } from './surface/publications.mjs';
import { session } from './surface/session.mjs';

const api = new LinkedInApi();

// In the order in which an organisation is set up: later areas build on what earlier ones left.
const AREAS = {
  administrators,
  organisation,
  guidelines,
  packs,
  content,
  feeds,
  publications,
  enrolment,
  activity,
  links,
  proposals,
  linkedin: linkedin(() => api),
  operations,
  session,
};

describe.each(['sqlite', 'postgres'])('on %s', (database) => {
  let server;
  beforeAll(async () => {
    const oauth = await api.listen();
    const { port } = new URL(oauth);
    const args = ['--linkedin', oauth, '--allow-network', '127.0.0.1', '--allow-port', port];
    server = await startServer({ database, args });
  });
  afterAll(async () => {
    await server?.stop();
    await api.close();
  });
  for (const [area, tests] of Object.entries(AREAS)) describe(area, () => tests(() => server));

  test('writes no token, cookie, code or address of a person to its log', () => {
    const log = server.lines.join('\n');
    expect(log).toContain('event=request');
    expect(log).not.toMatch(/Bearer|herold_session|query=|127\.0\.0\.1 |@acme/);
  });
});

afterAll(stopCluster);

test('every operation of openapi.yaml was exercised', () => {
  expect(unexercised()).toEqual([]);
});
