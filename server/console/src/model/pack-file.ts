/** The working pack as a file: out for review or version control, and back in. */
import { pack } from '../api/resources.ts';
import type { Pack } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { download } from './download.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { questions } from './question.svelte.ts';
import { asApiError } from './resource.svelte.ts';
import { isRecord } from './texts.ts';

export async function exportPack(): Promise<void> {
  const document_ = await pack.document().catch(tell);
  if (document_)
    download(`${document_.id}.json`, `${JSON.stringify(document_, null, 2)}\n`, 'application/json');
}

/** `changed` is called each time that the working pack was replaced; with the way back, that may be later, too. */
export async function importPack(file: File, t: Catalogue, changed: () => Promise<unknown>): Promise<void> {
  const words = t.guidelines;
  const document_ = await readJson(file);
  if (document_ === undefined) return notices.fail((t) => t.guidelines.notJson(file.name));
  const replaced = await pack.versioned().catch(tell);
  if (!replaced) return;
  const ids = idsIn(document_);
  const gone = replaced.value.guidelines.filter(({ id }) => !ids.has(id)).length;
  const choice = await questions.ask({
    title: words.importTitle(file.name),
    text: words.importText(ids.size, gone),
    choices: [{ id: 'import', label: words.importConfirm, tone: 'primary' }],
    cancel: t.common.cancel,
  });
  if (choice === null) return;
  const counts = await pack
    .replace(document_, replaced.version)
    .catch((failure) => tellRefused(file.name, failure));
  if (!counts) return;
  const now = await pack.versioned().catch(tell);
  notices.say(
    (t) => t.guidelines.imported(counts.added, counts.changed, counts.removed),
    now
      ? { label: (t) => t.common.undo, run: () => void takeBack(replaced.value, now.version, changed) }
      : undefined,
  );
  await changed();
}

async function takeBack(former: Pack, version: number, changed: () => Promise<unknown>): Promise<void> {
  if (!(await pack.replace(former, version).catch(tell))) return;
  notices.say((t) => t.guidelines.importUndone);
  await changed();
}

function idsIn(document_: unknown): Set<unknown> {
  const guidelines = isRecord(document_) ? document_.guidelines : [];
  return new Set(Array.isArray(guidelines) ? guidelines.filter(isRecord).map(({ id }) => id) : []);
}

/** The first thing that is wrong, and how much more. */
function tellRefused(file: string, failure: unknown): null {
  const error = asApiError(failure);
  if (error.status !== 422) return tell(error);
  const [first, ...others] = error.problems;
  const why = (t: Catalogue) =>
    first ? `${first.guideline ?? first.pointer}: ${t.problem(first.message)}` : t.problem(error.message);
  notices.fail((t) => t.guidelines.notImported(file, why(t), others.length));
  return null;
}

function tell(failure: unknown): null {
  notices.fail((t) => failureText(asApiError(failure), t));
  return null;
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
