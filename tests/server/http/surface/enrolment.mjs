import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeOf } from '../../harness.mjs';
import { converse } from '../conversation.mjs';

const DAY = 86_400_000; // ms
const inDays = (days) => new Date(Date.now() + days * DAY).toISOString();

export function enrolment(server) {
  test('an invitation becomes a device, whose root is the one the link pins', async () => {
    const { admin, anyone, device } = converse(server());
    const wishes = {
      channel: 'pilot',
      role: 'spokesperson',
      groups: ['sales'],
      expiresAt: inDays(1),
      uses: 1,
      note: 'Bern',
    };
    const { status, body: invitation } = await admin('POST', '/v1/admin/invitations', wishes);
    expect(status).toBe(201);
    expect(invitation).toMatchObject({
      channel: 'pilot',
      role: 'spokesperson',
      groups: ['sales'],
      uses: 1,
      used: { tooSmall: true },
    });

    const languages = ['de-CH', 'en'];
    const enrolled = await anyone('POST', '/v1/enrol', { code: codeOf(invitation.url), languages });
    expect(enrolled.status).toBe(201);
    const { token, root } = enrolled.body;
    expect(enrolled.body).toMatchObject({
      organisation: { id: 'acme' },
      channel: 'pilot',
      role: 'spokesperson',
    });
    const pin = createHash('sha256').update(root).digest().subarray(0, 16).toString('base64url');
    expect(invitation.url).toBe(`https://herold.acme.example/join#${codeOf(invitation.url)}.${pin}`);

    const me = device(token);
    expect((await me('GET', '/v1/me')).body).toMatchObject({
      channel: 'pilot',
      role: 'spokesperson',
      groups: ['sales'],
    });
    const { body: list } = await admin('GET', '/v1/admin/invitations');
    expect(list.invitations.find(({ id }) => id === invitation.id)).toMatchObject({
      used: { tooSmall: true },
      note: 'Bern',
    });
    expect(JSON.stringify(list)).not.toContain(codeOf(invitation.url));

    const left = await me('DELETE', '/v1/me');
    expect(left.body.deleted.length).toBeGreaterThan(0);
    expect((await me('GET', '/v1/me')).status).toBe(401);
    expect((await me('DELETE', '/v1/me')).status).toBe(401);
  });

  test('tells an invitation that is unknown, used up or withdrawn from one that is good', async () => {
    const { admin, anyone } = converse(server());
    const enrol = (url) => anyone('POST', '/v1/enrol', { code: codeOf(url) });
    const refused = expect.objectContaining({ status: 403, type: 'urn:herold:problem:invitation' });

    expect((await anyone('POST', '/v1/enrol', { code: 'nonsense' })).body).toEqual(refused);
    const single = await server().createInvitation({ uses: 1 });
    expect((await enrol(single.url)).status).toBe(201);
    expect((await enrol(single.url)).body).toEqual(refused);
    const withdrawn = await server().createInvitation();
    expect((await admin('DELETE', `/v1/admin/invitations/${withdrawn.id}`)).status).toBe(204);
    expect((await enrol(withdrawn.url)).body).toEqual(refused);
    expect((await admin('DELETE', `/v1/admin/invitations/${withdrawn.id}`)).status).toBe(404);
  });

  test('refuses invitations to what is not there, into the past, or malformed', async () => {
    const { admin } = converse(server());
    const good = { channel: 'pilot', expiresAt: inDays(1), uses: 1 };
    const bad = [
      { channel: 'nowhere' },
      { role: 'nobody' },
      { groups: ['nobody'] },
      { expiresAt: inDays(-1) },
      { expiresAt: 'soon' },
      { uses: 0 },
      { uses: 1.5 },
      { uses: '1' },
      { groups: 'sales' },
      { surprise: true },
    ];
    for (const wrong of bad) {
      const { status } = await admin('POST', '/v1/admin/invitations', { ...good, ...wrong });
      expect(status, JSON.stringify(wrong)).toBe(422);
    }
  });

  test('knows no device without its token', async () => {
    const { anyone, device } = converse(server());
    const answer = await anyone('GET', '/v1/me');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await device('nonsense')('GET', '/v1/me')).status).toBe(401);
    expect((await device('nonsense')('POST', '/v1/activity', { counts: [] })).status).toBe(401);
  });
}
