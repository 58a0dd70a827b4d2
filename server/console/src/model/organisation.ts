/** The organisation and the head of its pack, as one form edits them. */
import type { FieldProblem } from '../api/client.ts';
import type { Named, Organisation, PackHead } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { isWebAddress } from './addresses.ts';
import { filledRows, labelGaps } from './labels.ts';
import { readTexts, writeTexts } from './texts.ts';

type Switch = 'on' | 'off';

/** The least k that the server takes. */
export const minK = 5;
export const maxK = 1000;

export interface OrganisationForm {
  title: Record<string, string>;
  publicUrl: string;
  roles: Named[];
  groups: Named[];
  pageMode: Organisation['settings']['pageMode'];
  k: number | null;
  shortLinks: Switch;
  linkedin: { on: Switch; clientId: string; version: string };
  packTitle: Record<string, string>;
  defaultLanguage: string;
}

const switched = (on: unknown): Switch => (on ? 'on' : 'off');

export function readOrganisation(organisation: Organisation, head: PackHead): OrganisationForm {
  const { settings } = organisation;
  return {
    title: readTexts(organisation.title, head.defaultLanguage),
    publicUrl: organisation.publicUrl,
    roles: organisation.roles,
    groups: organisation.groups,
    pageMode: settings.pageMode,
    k: settings.k,
    shortLinks: switched(settings.shortLinks),
    linkedin: {
      on: switched(settings.linkedin),
      clientId: settings.linkedin?.clientId ?? '',
      version: settings.linkedin?.version ?? '',
    },
    packTitle: readTexts(head.title, head.defaultLanguage),
    defaultLanguage: head.defaultLanguage,
  };
}

/** `original` keeps what the form does not show. */
export function writeOrganisation(original: Organisation, form: OrganisationForm): Organisation {
  const { linkedin: _, ...settings } = original.settings;
  const { on, clientId, version } = form.linkedin;
  return {
    ...original,
    title: writeTexts(form.title, original.title, form.defaultLanguage) ?? '',
    publicUrl: form.publicUrl.trim(),
    roles: filledRows(form.roles),
    groups: filledRows(form.groups),
    settings: {
      ...settings,
      pageMode: form.pageMode,
      k: form.k ?? minK,
      shortLinks: form.shortLinks === 'on',
      ...(on === 'on' && { linkedin: { clientId: clientId.trim(), version: version.trim() } }),
    },
  };
}

export const writeHead = (original: PackHead, form: OrganisationForm): PackHead => ({
  ...original,
  title: writeTexts(form.packTitle, original.title, form.defaultLanguage) ?? '',
  defaultLanguage: form.defaultLanguage,
});

/** What is missing or cannot be, at its place in the organisation; the pack's title at `/packTitle`. */
export function organisationGaps(form: OrganisationForm, t: Catalogue): FieldProblem[] {
  const words = t.settings;
  const lacks = (texts: Record<string, string>) => !texts[form.defaultLanguage]?.trim();
  const url = form.publicUrl.trim();
  const { on, clientId, version } = form.linkedin;
  const all: [boolean, string, string][] = [
    [lacks(form.title), '/title', words.titleMissing],
    [url !== '' && !isWebAddress(url), '/publicUrl', t.content.badUrl],
    [lacks(form.packTitle), '/packTitle', words.titleMissing],
    [form.k === null, '/settings/k', t.form.invalid.range(minK, maxK)],
    [on === 'on' && clientId.trim() === '', '/settings/linkedin/clientId', words.linkedin.clientIdMissing],
    [
      on === 'on' && !/^\d{6}$/.test(version.trim()),
      '/settings/linkedin/version',
      words.linkedin.versionMissing,
    ],
  ];
  return [
    ...all.flatMap(([wrong, pointer, message]) => (wrong ? [{ pointer, message }] : [])),
    ...labelGaps(form.roles, '/roles', t),
    ...labelGaps(form.groups, '/groups', t),
  ];
}
