// The draft in a page's composer, as the worker tells of it, and what the person does to it from the panel.
import type { Fix } from '@herold/core';
import { ask } from '../worker/ask.ts';
import type { PageDraft, SuggestedItem } from '../worker/protocol.ts';

type EditorName = PageDraft['editor'];

export class DraftOnPage {
  draft = $state.raw<PageDraft | null>(null);
  /** Null: what fits is still being looked for. */
  suggestions = $state.raw<SuggestedItem[] | null>(null);

  isIn(editor: EditorName): boolean {
    const mine = this.draft?.editor;
    return editor.tab === mine?.tab && editor.frame === mine.frame && editor.client === mine.client;
  }

  /** Another composer's draft begins without suggestions, and that nothing fits an empty one says nothing of its words. */
  take(draft: PageDraft): void {
    const isFirst = this.draft?.empty === true && this.suggestions?.length === 0;
    if (isFirst || !this.isIn(draft.editor)) this.suggestions = null;
    this.draft = draft;
  }

  /** Items that were shared meanwhile. */
  withdraw(item: string): void {
    this.suggestions = this.suggestions?.filter((suggestion) => suggestion.item.id !== item) ?? null;
  }

  leave(): void {
    this.draft = null;
    this.suggestions = null;
  }

  show(finding: number | null): void {
    if (!this.draft) return;
    void ask('show-on-page', { editor: this.draft.editor, finding }).catch(() => undefined);
  }

  /** False: the page's text was no longer the one that the fix was made for. */
  async apply(fix: Fix): Promise<boolean> {
    if (!this.draft) return false;
    const { editor, id } = this.draft;
    const edits = fix.edits.map(({ range, text }) => ({ ...range, text }));
    return ask('apply-on-page', { editor, id, edits }).catch(() => false);
  }

  /** False: the composer is gone, or took nothing. */
  async insert(text: string): Promise<boolean> {
    if (!this.draft) return false;
    return ask('insert-on-page', { editor: this.draft.editor, text }).catch(() => false);
  }
}
