// The panel's view of what is kept.

import type { InForce } from './guidelines.ts';
import type { Keep, Membership } from './keep.ts';
import type { Age, GuidelinesView, LinkedInView, MemberView, PanelState } from './protocol.ts';
import { savedViews } from './saved.ts';

/** `age`: of the moment when whatever it is made of was asked for. */
export async function panelState(
  age: Age,
  keep: Keep,
  inForce: InForce,
  linkedin: LinkedInView | null,
): Promise<PanelState> {
  const [settings, membership, ignored, saved, proposals, leaving, full] = await Promise.all([
    keep.settings(),
    keep.membership(),
    keep.ignored(),
    keep.saved(),
    keep.proposals(),
    keep.leaving(),
    keep.isFull(),
  ]);
  const { role = null, groups = [] } = membership ?? {};
  // Nothing is stored about someone who has not joined.
  const seed = saved.length > 0 ? await keep.seed() : '';
  return {
    age,
    settings,
    member: membership ? memberView(membership, inForce) : null,
    guidelines: guidelinesView(inForce),
    problem: inForce.record?.problem ?? null,
    pageModeForbidden: inForce.bundle?.settings.pageMode === 'forbidden',
    shortLinks: inForce.bundle?.settings.shortLinks ?? null,
    ignored,
    saved: savedViews(saved, inForce.bundle?.content ?? [], {
      network: settings.network,
      seed,
      role,
      groups,
    }),
    proposals,
    leaving: leaving[0]?.server ?? null,
    linkedin,
    full,
  };
}

/** Without the token: it stays in the worker. */
function memberView({ token: _, root: __, ...member }: Membership, { bundle }: InForce): MemberView {
  const role = bundle?.roles?.find(({ id }) => id === member.role);
  const labelOf = (group: string) => bundle?.groups?.find(({ id }) => id === group)?.label ?? group;
  return { ...member, roleLabel: role?.label ?? null, groupLabels: member.groups.map(labelOf) };
}

function guidelinesView({ record, bundle, guidelineCount }: InForce): GuidelinesView | null {
  if (!record || !bundle) return null;
  const { revision, issuedAt, topics } = bundle;
  return {
    revision,
    issuedAt,
    checkedAt: record.checkedAt ?? null,
    count: guidelineCount,
    topics: topics ?? {},
  };
}

/** The state to show: one that a worker began to make before the one shown came late. */
export function newest(shown: PanelState | null, come: PanelState): PanelState {
  if (shown?.age.life !== come.age.life) return come;
  return come.age.at < shown.age.at ? shown : come;
}
