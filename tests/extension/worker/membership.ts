import type { Membership } from '../../../extension/src/worker/keep.ts';

export const MEMBERSHIP: Membership = {
  server: 'https://herold.acme.example',
  token: 'T1',
  organisation: { id: 'acme', title: 'ACME' },
  channel: 'everyone',
  role: null,
  groups: [],
  root: '{"root":1}',
  joinedAt: '2026-11-24T12:00:00Z',
};
