/** The server's resources as functions. Bodies cross here: what the description cannot type is narrowed here only. */
import { body, http, type Versioned, versioned } from './client.ts';
import type * as T from './types.ts';

/** Browsers send the header on their own and ignore this one; the description requires it. */
const header = { Origin: location.origin };
const written = { params: { header } };

/** `version` must still be the newest; 0 is that of a document which was never saved. */
const changing = (version: number) => ({ ...header, 'If-Match': `"${version}"` });

/** `version` 0 creates; any other must still be the newest. */
const condition = (version: number) =>
  version === 0 ? { ...header, 'If-None-Match': '*' } : changing(version);

export const overview = () => body<T.Overview>(http.GET('/v1/admin/overview'));

export const guidelines = {
  list: async () => {
    const found = await body<{ guidelines: T.GuidelineRow[] }>(http.GET('/v1/admin/guidelines'));
    return found.guidelines;
  },
  get: (id: string) =>
    body<T.GuidelineRecord>(http.GET('/v1/admin/guidelines/{id}', { params: { path: { id } } })),
  put: (guideline: T.Guideline, version: number) =>
    body<T.GuidelineRecord>(
      http.PUT('/v1/admin/guidelines/{id}', {
        params: { path: { id: guideline.id }, header: condition(version) },
        body: guideline as never,
      }),
    ),
  remove: (id: string, version: number) =>
    body<void>(
      http.DELETE('/v1/admin/guidelines/{id}', { params: { path: { id }, header: changing(version) } }),
    ),
  /** Brings back what was removed, unless there is one again. */
  restore: (id: string) =>
    body<T.GuidelineRecord>(
      http.POST('/v1/admin/guidelines/{id}/restore', { params: { path: { id }, header: condition(0) } }),
    ),
};

export const pack = {
  head: () => versioned<T.PackHead>(http.GET('/v1/admin/pack')),
  putHead: ({ value, version }: Versioned<T.PackHead>) =>
    versioned<T.PackHead>(http.PUT('/v1/admin/pack', { params: { header: changing(version) }, body: value })),
  document: () => body<T.Pack>(http.GET('/v1/admin/pack/document')),
  versioned: () => versioned<T.Pack>(http.GET('/v1/admin/pack/document')),
  /** `version`: of what the document replaces. */
  replace: (document: unknown, version: number) =>
    body<T.ChangeCounts>(
      http.PUT('/v1/admin/pack/document', {
        params: { header: changing(version) },
        body: document as never,
      }),
    ),
  test: () => body<T.TestReport>(http.POST('/v1/admin/pack/test', written)),
  defaults: async () => (await body<{ packs: T.DefaultPack[] }>(http.GET('/v1/admin/packs'))).packs,
  default: (id: string) => body<T.Pack>(http.GET('/v1/admin/packs/{id}', { params: { path: { id } } })),
  copy: (from: string, ids: string[]) =>
    body<T.CopyResult>(http.POST('/v1/admin/pack/copy', { ...written, body: { pack: from, ids } })),
};

export const publications = {
  list: async () =>
    (await body<{ publications: T.Publication[] }>(http.GET('/v1/admin/publications'))).publications,
  pending: (channel: string) =>
    body<T.PendingChanges>(http.GET('/v1/admin/publications/pending', { params: { query: { channel } } })),
  publish: (channel: string, note: string) =>
    body<T.PublicationReceipt>(http.POST('/v1/admin/publications', { ...written, body: { channel, note } })),
  restore: (revision: number, channel: string) =>
    body<T.PublicationReceipt>(
      http.POST('/v1/admin/publications/{revision}/restore', {
        params: { path: { revision }, header },
        body: { channel },
      }),
    ),
};

export const content = {
  page: (query: T.ContentQuery, limit: number, cursor?: string) =>
    body<T.ContentList>(
      http.GET('/v1/admin/content', { params: { query: { ...query, limit, ...(cursor && { cursor }) } } }),
    ),
  /** All that match, in brief. */
  references: async ({ sort: _, ...query }: T.ContentQuery = {}) =>
    (
      await body<{ items: T.ContentReference[] }>(
        http.GET('/v1/admin/content-references', { params: { query } }),
      )
    ).items,
  get: (id: string) =>
    body<T.ContentRecord>(http.GET('/v1/admin/content/{id}', { params: { path: { id } } })),
  /** Other items of the page with that address. */
  atAddress: async (address: string) => {
    const params = { query: { address } };
    return (await body<{ items: T.ContentRecord[] }>(http.GET('/v1/admin/content', { params }))).items;
  },
  /** Without a state, a new item is approved and an existing one stays where it is. */
  put: (item: T.ContentItem, version: number, state?: 'draft' | 'approved') =>
    body<T.ContentRecord>(
      http.PUT('/v1/admin/content/{id}', {
        params: { path: { id: item.id }, header: condition(version), query: state ? { state } : {} },
        body: item as never,
      }),
    ),
  decide: (id: string, version: number, decision: T.Decision, note = '') =>
    body<T.ContentRecord>(
      http.POST('/v1/admin/content/{id}/decision', {
        params: { path: { id }, header: changing(version) },
        body: note === '' ? { decision } : { decision, note },
      }),
    ),
  /** From every device at once; an item that is not in the archive goes there. */
  withdraw: (id: string, version: number) =>
    body<T.ContentWithdrawn>(
      http.POST('/v1/admin/content/{id}/withdrawal', { params: { path: { id }, header: changing(version) } }),
    ),
  /** A draft of what the page says of itself, or the item that is there. */
  addLink: (url: string, title: string) =>
    body<T.LinkDraft>(http.POST('/v1/admin/content-links', { ...written, body: { url, title } })),
  change: (change: T.ContentChange) =>
    body<T.ContentChanged>(http.POST('/v1/admin/content', { ...written, body: change })),
  remove: (id: string, version: number) =>
    body<void>(
      http.DELETE('/v1/admin/content/{id}', { params: { path: { id }, header: changing(version) } }),
    ),
};

export const topics = {
  get: () => versioned<T.Topics>(http.GET('/v1/admin/topics')),
  put: ({ value, version }: Versioned<T.Topics>) =>
    versioned<T.Topics>(http.PUT('/v1/admin/topics', { params: { header: changing(version) }, body: value })),
};

export const feeds = {
  list: async () => (await body<{ feeds: T.Feed[] }>(http.GET('/v1/admin/feeds'))).feeds,
  add: (settings: T.FeedSettings) =>
    body<T.Feed>(http.POST('/v1/admin/feeds', { ...written, body: settings })),
  get: (id: string) => body<T.Feed>(http.GET('/v1/admin/feeds/{id}', { params: { path: { id } } })),
  change: ({ id, version }: Pick<T.Feed, 'id' | 'version'>, settings: T.FeedSettings) =>
    body<T.Feed>(
      http.PUT('/v1/admin/feeds/{id}', {
        params: { path: { id }, header: changing(version) },
        body: settings,
      }),
    ),
  remove: ({ id, version }: Pick<T.Feed, 'id' | 'version'>) =>
    body<void>(http.DELETE('/v1/admin/feeds/{id}', { params: { path: { id }, header: changing(version) } })),
  fetch: (id: string) =>
    body<T.Feed>(http.POST('/v1/admin/feeds/{id}/fetch', { params: { path: { id }, header } })),
  check: (url: string) => body<T.FeedCheck>(http.POST('/v1/admin/feed-check', { ...written, body: { url } })),
};

export const preview = (url: string) =>
  body<T.LinkPreview>(http.POST('/v1/admin/link-preview', { ...written, body: { url } }));

export const invitations = {
  list: async () =>
    (await body<{ invitations: T.Invitation[] }>(http.GET('/v1/admin/invitations'))).invitations,
  create: (request: T.InvitationRequest) =>
    body<T.NewInvitation>(http.POST('/v1/admin/invitations', { ...written, body: request })),
  withdraw: (id: string) =>
    body<void>(http.DELETE('/v1/admin/invitations/{id}', { params: { path: { id }, header } })),
};

export const administrators = {
  list: async () =>
    (await body<{ administrators: T.Administrator[] }>(http.GET('/v1/admin/administrators'))).administrators,
  remove: (email: string) =>
    body<void>(http.DELETE('/v1/admin/administrators/{email}', { params: { path: { email }, header } })),
};

export const linkedin = {
  secret: () => body<T.LinkedInSecretState>(http.GET('/v1/admin/linkedin/secret')),
  putSecret: (secret: string) =>
    body<T.LinkedInSecretState>(http.PUT('/v1/admin/linkedin/secret', { ...written, body: { secret } })),
  removeSecret: () => body<void>(http.DELETE('/v1/admin/linkedin/secret', written)),
};

export const organisation = {
  get: () => body<T.Organisation>(http.GET('/v1/admin/organisation')),
  versioned: () => versioned<T.Organisation>(http.GET('/v1/admin/organisation')),
  put: ({ value, version }: Versioned<T.Organisation>) =>
    versioned<T.Organisation>(
      http.PUT('/v1/admin/organisation', { params: { header: changing(version) }, body: value }),
    ),
  people: () => body<T.People>(http.GET('/v1/admin/people')),
  inventory: async () => (await body<{ stored: T.StoredThing[] }>(http.GET('/v1/admin/inventory'))).stored,
  /** Newest first, those older than `before`. */
  audit: async (asked: T.AuditQuery, limit: number, before?: number) => {
    const query = { ...asked, limit, ...(before !== undefined && { before }) };
    return (await body<{ entries: T.AuditEntry[] }>(http.GET('/v1/admin/audit', { params: { query } })))
      .entries;
  },
  auditActors: async () => (await body<{ actors: string[] }>(http.GET('/v1/admin/audit-actors'))).actors,
  statistics: (from: string, to: string) =>
    body<T.Statistics>(http.GET('/v1/admin/statistics', { params: { query: { from, to } } })),
};
