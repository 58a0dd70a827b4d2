/** The working pack as a file: out for review or version control, and back in. */
import { pack } from '../api/resources.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { questions } from './question.svelte.ts';
import { asApiError } from './resource.svelte.ts';

export async function exportPack(): Promise<void> {
  const document_ = await pack.document().catch(tell);
  if (document_) download(`${document_.id}.json`, `${JSON.stringify(document_, null, 2)}\n`);
}

/** True when the working pack was replaced. */
export async function importPack(file: File, t: Catalogue): Promise<boolean> {
  const words = t.guidelines;
  const document_ = await readJson(file);
  if (document_ === undefined) {
    notices.fail((t) => t.guidelines.notJson(file.name));
    return false;
  }
  const replaced = await pack.versioned().catch(tell);
  if (!replaced) return false;
  const choice = await questions.ask({
    title: words.importTitle(file.name),
    text: words.importText,
    choices: [{ id: 'import', label: words.importConfirm, tone: 'primary' }],
    cancel: t.common.cancel,
  });
  if (choice === null) return false;
  return replace(file.name, document_, replaced.version);
}

async function replace(file: string, document_: unknown, version: number): Promise<boolean> {
  const counts = await pack.replace(document_, version).catch((failure) => tellRefused(file, failure));
  if (!counts) return false;
  notices.say((t) => t.guidelines.imported(counts.added, counts.changed, counts.removed));
  return true;
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

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
