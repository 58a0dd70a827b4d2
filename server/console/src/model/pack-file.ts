/** The working pack as a file: out for review or version control, and back in. */
import { pack } from '../api/resources.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { questions } from './question.svelte.ts';
import { asApiError } from './resource.svelte.ts';

export async function exportPack(): Promise<void> {
  try {
    const document_ = await pack.document();
    download(`${document_.id}.json`, `${JSON.stringify(document_, null, 2)}\n`);
  } catch (failure) {
    notices.fail((t) => failureText(asApiError(failure), t));
  }
}

/** True when the working pack was replaced. */
export async function importPack(file: File, t: Catalogue): Promise<boolean> {
  const words = t.guidelines;
  const document_ = await readJson(file);
  if (document_ === undefined) {
    notices.fail((t) => t.guidelines.notJson(file.name));
    return false;
  }
  const choice = await questions.ask({
    title: words.importTitle(file.name),
    text: words.importText,
    choices: [{ id: 'import', label: words.importConfirm, tone: 'primary' }],
    cancel: t.common.cancel,
  });
  if (choice === null) return false;
  return replace(document_);
}

async function replace(document_: unknown): Promise<boolean> {
  try {
    const { added, changed, removed } = await pack.replace(document_);
    notices.say((t) => t.guidelines.imported(added, changed, removed));
    return true;
  } catch (failure) {
    const error = asApiError(failure);
    const first = error.problems[0];
    const where = first ? ` ${first.guideline ?? first.pointer}: ${first.message}` : '';
    notices.fail((t) => failureText(error, t) + where);
    return false;
  }
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
