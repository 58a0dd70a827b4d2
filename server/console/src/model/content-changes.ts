/** What changed about a content item since it was published, a line for each field that the form shows. */
import type { Organisation, Topics } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { formatTime } from './dates.ts';
import { describeList, describeValue, type Json, quoted, record } from './differences.ts';
import { languageName } from './languages.ts';
import { same } from './same.ts';
import { isRecord, strings, textFor } from './texts.ts';

/** What the item's names stand for. */
export interface ContentNames {
  topics: Topics;
  organisation: Pick<Organisation, 'roles' | 'groups'>;
}

interface Reader {
  t: Catalogue;
  language: string;
  names: ContentNames;
}

type Describe = (before: unknown, after: unknown, reader: Reader) => string[];

/** `now`: the members that differ, null for those that are gone. */
export function describeItem(before: Json, now: Json, reader: Reader): string[] {
  const known = Object.keys(fields).filter((key) => key in now);
  const others = Object.keys(now).filter((key) => !(key in fields));
  const { quote, reworded } = reader.t.changes;
  return [
    ...known.flatMap((key) => fields[key]?.(before[key], now[key] ?? undefined, reader) ?? []),
    ...others.map((key) => reworded(quote(key))),
  ];
}

const value =
  (name: (t: Catalogue) => string): Describe =>
  (before, after, { t }) =>
    describeValue(name(t), before, after, t.changes);

const time =
  (name: (t: Catalogue) => string): Describe =>
  (_, after, { t, language }) =>
    after === undefined
      ? [t.changes.removed(name(t))]
      : [t.changes.conditionNow(name(t), formatTime(String(after), language))];

/** Long texts are only said to be others. */
const prose =
  (name: (t: Catalogue) => string): Describe =>
  (before, after, { t }) =>
    before !== undefined && after !== undefined
      ? [t.changes.reworded(name(t))]
      : describeValue(name(t), before, after, t.changes);

const list =
  (name: (t: Catalogue) => string, label: (one: string, reader: Reader) => string): Describe =>
  (before, after, reader) => {
    const labelled = (values: unknown) => strings(values).map((one) => label(one, reader));
    return describeList(name(reader.t), labelled(before), labelled(after), reader.t.changes);
  };

/** Nothing chosen is no restriction, so what holds now is said, not what came or went. */
const restriction =
  (name: (t: Catalogue) => string, label: (one: string, reader: Reader) => string): Describe =>
  (before, after, reader) => {
    const { conditionNow, removed } = reader.t.changes;
    const [old, now] = [strings(before), strings(after)];
    if (same([...old].sort(), [...now].sort())) return [];
    if (now.length === 0) return [removed(name(reader.t))];
    const labels = now.map((one) => label(one, reader));
    return [conditionNow(name(reader.t), quoted(labels, reader.t.changes))];
  };

const labelIn =
  (kind: 'roles' | 'groups') =>
  (id: string, { names, language }: Reader) =>
    textFor(names.organisation[kind].find((one) => one.id === id)?.label, language) || id;

const roles = restriction((t) => t.form.roles, labelIn('roles'));
const groups = restriction((t) => t.form.groups, labelIn('groups'));

const audience: Describe = (before, after, reader) => [
  ...roles(record(before).roles, record(after).roles, reader),
  ...groups(record(before).groups, record(after).groups, reader),
];

const captions: Describe = (before, after, { t }) => {
  const [old, now] = [byId(before), byId(after)];
  const added = [...now.keys()].filter((id) => !old.has(id)).length;
  const gone = [...old.keys()].filter((id) => !now.has(id)).length;
  const changed = [...now].filter(([id, one]) => old.has(id) && !same(old.get(id), one)).length;
  const { captions } = t.content;
  return added + gone + changed > 0
    ? [t.changes.conditionNow(captions, t.publish.extentText(added, changed, gone))]
    : [t.changes.reordered(captions)];
};

const byId = (list: unknown) =>
  new Map((Array.isArray(list) ? list : []).filter(isRecord).map((one) => [String(one.id), one]));

const image: Describe = (before, after, { t }) => {
  const name = t.library.image;
  if (after === undefined) return [t.changes.removed(name)];
  if (before === undefined) return [t.changes.added(name, t.changes.quote(String(record(after).alt ?? '')))];
  const isOther = record(before).url !== record(after).url;
  return [isOther ? t.changes.exchanged(name) : t.changes.reworded(t.library.imageAlt)];
};

/** In the order of the form. */
const fields: Record<string, Describe> = {
  url: value((t) => t.content.url),
  title: value((t) => t.content.title),
  summary: prose((t) => t.content.summary),
  language: (before, after, { t, language }) =>
    describeValue(
      t.content.language,
      ...([before, after].map((tag) => languageName(String(tag), t, language)) as [string, string]),
      t.changes,
    ),
  priority: value((t) => t.content.priority),
  owner: value((t) => t.content.owner),
  topics: list(
    (t) => t.content.topics,
    (slug, { names, language }) => textFor(names.topics[slug], language) || slug,
  ),
  image,
  captions,
  hashtags: list(
    (t) => t.content.hashtags,
    (tag) => `#${tag}`,
  ),
  disclosure: prose((t) => t.content.disclosure),
  audience,
  networks: restriction(
    (t) => t.form.networks,
    (id, { t }) => t.networks[id as keyof typeof t.networks] ?? id,
  ),
  from: time((t) => t.content.from),
  until: time((t) => t.content.until),
};
