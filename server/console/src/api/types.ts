/** The shapes that the views work with: as openapi.yaml has them, but a guideline keeps keys nobody knows. */
import type { ContentItem, LocalText, Severity } from '@herold/core';
import type { components, operations } from './schema.gen.ts';

type Schemas = components['schemas'];

export type { Caption, ContentItem, Severity } from '@herold/core';
export type Texts = LocalText;
export type Labels = Record<string, string>;

export interface Guideline {
  id: string;
  kind: string;
  [key: string]: unknown;
}

export type GuidelineState = Schemas['State'];
export type GuidelineRow = Omit<Schemas['GuidelineSummary'], 'severity'> & { severity: Severity };
export interface GuidelineRecord {
  guideline: Guideline;
  version: number;
  state: GuidelineState;
}
export type PackHead = Schemas['PackHead'];
export interface Pack extends PackHead {
  schema: 1;
  guidelines: Guideline[];
}
export type Administrator = Schemas['AdministratorAccount'];
export type LinkedInSecretState = Schemas['LinkedInSecretState'];
export type DefaultPack = Schemas['DefaultPackList']['packs'][number];
export type CopyResult = Schemas['CopyResult'];
export type TestReport = Schemas['TestReport'];
export type Overview = Schemas['Overview'];
export type Publication = Schemas['Publication'];
export type PublicationReceipt = Schemas['PublicationReceipt'];
export type ChangeCounts = Schemas['ChangeCounts'];
export type Change = Schemas['Change'];
export type PendingChanges = Schemas['PendingChanges'];
export interface ContentRecord {
  item: ContentItem;
  version: number;
  state: GuidelineState;
  updatedAt: string;
  editorial: Schemas['Editorial'];
  duplicates: Schemas['ContentName'][];
  /** That have it on their devices. */
  channels: string[];
}
export interface ContentList extends Omit<Schemas['ContentList'], 'items'> {
  items: ContentRecord[];
}
export type ContentQuery = Omit<
  NonNullable<operations['listContent']['parameters']['query']>,
  'limit' | 'cursor' | 'address'
>;
export type ContentReference = Schemas['ContentReferences']['items'][number];
export type EditorialState = Schemas['EditorialState'];
export type Decision = Schemas['Decision'];
export type ContentChange = Schemas['ContentChange'];
export type ContentEdit = Schemas['ContentEdit'];
export type ContentChanged = Schemas['ContentChanged'];
export type ContentWithdrawn = Schemas['ContentWithdrawn'];
export type Topics = Record<string, Labels>;
export type Invitation = Schemas['Invitation'];
export type Feed = Schemas['Feed'];
export type FeedCheck = Schemas['FeedCheck'];
export type FeedSettings = Schemas['FeedSettings'];
export type FeedTrouble = Schemas['FeedTrouble'];
export type LinkDraft = Schemas['LinkDraft'];
export type LinkPreview = Schemas['LinkPreview'];
export type NewInvitation = Schemas['NewInvitation'];
export type InvitationRequest = Schemas['InvitationRequest'];
export type Named = Schemas['Named'];
export type Organisation = Schemas['Organisation'];
export type People = Schemas['People'];
export type Figure = Schemas['Figure'];
export type FigureRow = Schemas['FigureRow'];
export type Statistics = Schemas['Statistics'];
export type AuditEntry = Schemas['AuditLog']['entries'][number];
export type AuditQuery = Omit<NonNullable<operations['getAudit']['parameters']['query']>, 'before' | 'limit'>;
export type StoredThing = Schemas['StoredThing'];

export const networks = [
  'linkedin',
  'x',
  'xing',
  'facebook',
  'bluesky',
  'mastodon',
  'threads',
  'whatsapp',
  'telegram',
  'teams',
  'email',
] as const satisfies readonly Schemas['Network'][];
export type Network = (typeof networks)[number];
