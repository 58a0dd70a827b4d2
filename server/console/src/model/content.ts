/** A content item as the form edits it (every key there), and as it is stored (empty keys left out). */
import { asHashtags } from '../../../../extension/src/share/index.ts';
import type { FieldProblem } from '../api/client.ts';
import type { Caption, ContentItem, LinkPreview } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { isWebAddress } from './addresses.ts';
import { slug } from './slugs.ts';

export interface ContentForm {
  id: string;
  url: string;
  title: string;
  summary: string;
  imageUrl: string;
  imageAlt: string;
  language: string;
  topics: string[];
  captions: (Caption & { network: string })[];
  hashtags: string[];
  disclosure: string;
  roles: string[];
  groups: string[];
  networks: string[];
  from: string;
  until: string;
  priority: number | null;
  owner: string;
}

export function readContent(item: ContentItem): ContentForm {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary ?? '',
    imageUrl: item.image?.url ?? '',
    imageAlt: item.image?.alt ?? '',
    language: item.language,
    topics: item.topics ?? [],
    captions: (item.captions ?? []).map((caption) => ({ ...caption, network: caption.network ?? '' })),
    hashtags: item.hashtags ?? [],
    disclosure: item.disclosure ?? '',
    roles: item.audience?.roles ?? [],
    groups: item.audience?.groups ?? [],
    networks: item.networks ?? [],
    from: item.from ?? '',
    until: item.until ?? '',
    priority: item.priority ?? null,
    owner: item.owner ?? '',
  };
}

/**
 * What a page says of itself, for the fields that are empty. Its language too, where nobody chose one and it is one of
 * `languages`, with or without its region.
 */
export function fromPage(
  form: ContentForm,
  page: NonNullable<LinkPreview['page']>,
  languageIsOpen: boolean,
  languages: string[],
): Partial<ContentForm> {
  const found: Partial<ContentForm> = {};
  if (form.title === '' && page.title) found.title = page.title;
  if (form.summary === '' && page.summary) found.summary = page.summary;
  if (form.imageUrl === '' && form.imageAlt === '' && page.image) {
    found.imageUrl = page.image.url;
    if (page.image.alt) found.imageAlt = page.image.alt;
  }
  const [primary] = (page.language ?? '').split('-');
  const language = [page.language, primary].find((tag) => tag && languages.includes(tag));
  if (languageIsOpen && language && language !== form.language) found.language = language;
  return found;
}

/** What undoes `taken`: the values from before, where nobody has written since. */
export function undoing(
  form: ContentForm,
  taken: Partial<ContentForm>,
  before: Partial<ContentForm>,
): Partial<ContentForm> {
  const untouched = ([key]: [string, unknown]) =>
    form[key as keyof ContentForm] === taken[key as keyof ContentForm];
  return Object.fromEntries(Object.entries(before).filter(untouched));
}

/** `original` keeps what the form does not show. */
export function writeContent(original: ContentItem, form: ContentForm): ContentItem {
  const { roles, groups, captions, hashtags, imageUrl, imageAlt, ...plain } = form;
  const audience = filled({ ...original.audience, roles, groups });
  const item = {
    ...original,
    ...plain,
    image: imageUrl === '' ? undefined : { ...original.image, url: imageUrl, alt: imageAlt },
    id: original.id || form.id || nameOf(form),
    captions: captions.filter((c) => c.text !== '').map((caption) => filled(caption) as unknown as Caption),
    hashtags: [...new Set(hashtags.flatMap(storedHashtags))],
    audience: Object.keys(audience).length > 0 ? audience : undefined,
  };
  return filled(item) as unknown as ContentItem;
}

/** Without their sign, each by itself: "#one, #two" are two. What is none stays for the editor to see. */
function storedHashtags(written: string): string[] {
  const tags = asHashtags(written).map((tag) => tag.slice(1));
  return tags.length > 0 ? tags : [written.replace(/^#+/, '')];
}

/** The places of an item beside which the form shows what is wrong. */
export const contentFields = [
  '/id',
  '/url',
  '/title',
  '/summary',
  '/language',
  '/priority',
  '/owner',
  '/topics',
  '/image/url',
  '/image/alt',
  '/captions',
  '/hashtags',
  '/disclosure',
  '/audience/roles',
  '/audience/groups',
  '/networks',
  '/from',
  '/until',
] as const;

const longestTitle = 1000; // bytes, as the server has it

/** What cannot be right, whatever comes yet: said while one types. */
export function faultsOf(form: ContentForm, { content: t }: Catalogue): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (form.url !== '' && !isWebAddress(form.url)) faults.push({ pointer: '/url', message: t.badUrl });
  if (form.imageUrl !== '' && !isWebAddress(form.imageUrl))
    faults.push({ pointer: '/image/url', message: t.badUrl });
  if (new TextEncoder().encode(form.title).length > longestTitle)
    faults.push({ pointer: '/title', message: t.longTitle });
  if (form.from && form.until && new Date(form.from) >= new Date(form.until))
    faults.push({ pointer: '/until', message: t.badPeriod });
  return faults;
}

/** What is missing still: said once somebody saves. Drafts may lack what their picture shows. */
export function gapsOf(
  form: ContentForm,
  isApproved: boolean,
  { content: t, library }: Catalogue,
): FieldProblem[] {
  const gaps: FieldProblem[] = [];
  if (form.url.trim() === '') gaps.push({ pointer: '/url', message: t.missingUrl });
  if (form.title.trim() === '') gaps.push({ pointer: '/title', message: t.missingTitle });
  if (isApproved && form.imageUrl !== '' && form.imageAlt.trim() === '')
    gaps.push({ pointer: '/image/alt', message: library.imageAltMissing });
  return gaps;
}

/** Titles without a Latin letter are named by their address. */
const nameOf = ({ title, url }: ContentForm) => slug(title) || slug(url.replace(/^https?:\/\//i, ''));

/** A name for a new caption that the item does not use yet. */
export function captionId(captions: Caption[]): string {
  const used = new Set(captions.map((c) => c.id));
  let n = captions.length + 1;
  while (used.has(`c${n}`)) n++;
  return `c${n}`;
}

function filled(object: object): Record<string, unknown> {
  const isEmpty = (v: unknown) =>
    v === undefined || v === '' || v === null || (Array.isArray(v) && v.length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}
