// Drafts in pages, on their way to the panel. The page is the one that knows them: after the worker was stopped,
// pages are asked to send again.

import type { EngineHost } from '../engine/host.ts';
import type { CheckAnswer, Reader } from '../engine/protocol.ts';
import type { Sender } from '../platform/messages.ts';
import type { PageEditor, PanelNews, RequestOf, SuggestedItem } from './protocol.ts';

const SUGGEST_PAUSE_MS = 300;

interface PageDraftsParts {
  host: EngineHost;
  reader(): Promise<Reader>;
  suggest(draft: string, network: string): Promise<SuggestedItem[]>;
  panelOpen(): boolean;
  tell(news: PanelNews): void;
}

export class PageDrafts {
  readonly #parts: PageDraftsParts;
  /** By editor: one that is checked takes no other's content away. */
  readonly #suggesting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(parts: PageDraftsParts) {
    this.#parts = parts;
  }

  async check(message: RequestOf<'page-check'>, sender: Sender): Promise<{ answer: CheckAnswer }> {
    const { host, reader, panelOpen } = this.#parts;
    const editor = editorOf(message.request.client, sender);
    const request = { ...message.request, client: keyOf(editor) };
    const { answer, report } = await host.check(request, await reader());
    // The page paints first: texts for the panel are made once the answer is on its way.
    if (panelOpen()) afterwards(async () => this.#show(message, editor, await report()));
    return { answer };
  }

  gone(client: string, sender: Sender): void {
    const editor = editorOf(client, sender);
    clearTimeout(this.#suggesting.get(keyOf(editor)));
    this.#suggesting.delete(keyOf(editor));
    this.#parts.tell({ kind: 'page-gone', editor });
  }

  show(client: string, finding: number, sender: Sender): void {
    this.#parts.tell({ kind: 'page-show', editor: editorOf(client, sender), finding });
  }

  #show(
    { request, place, usedAt, shown }: RequestOf<'page-check'>,
    editor: PageEditor,
    report: PageReport | undefined,
  ): void {
    if (!report) return;
    const { id, network, draft } = request;
    const empty = draft.trim() === '';
    this.#parts.tell({
      kind: 'page-draft',
      draft: { editor, network, place, usedAt, id, report, empty, shown },
    });
    this.#suggestAfterPause(editor, draft, network);
  }

  #suggestAfterPause(editor: PageEditor, draft: string, network: string): void {
    const key = keyOf(editor);
    clearTimeout(this.#suggesting.get(key));
    const suggest = async () => {
      this.#suggesting.delete(key);
      const suggestions = await this.#parts.suggest(draft, network);
      this.#parts.tell({ kind: 'page-suggestions', editor, suggestions });
    };
    this.#suggesting.set(key, afterwards(suggest, SUGGEST_PAUSE_MS));
  }
}

type PageReport = Extract<PanelNews, { kind: 'page-draft' }>['draft']['report'];

/** For the panel, once the page has its answer. A failure is mended by the next text: the page's own answer names it. */
function afterwards(work: () => Promise<void>, pauseMs = 0): ReturnType<typeof setTimeout> {
  return setTimeout(() => work().catch(() => undefined), pauseMs);
}

function editorOf(client: string, { tab = -1, frame = 0 }: Sender): PageEditor {
  return { tab, frame, client };
}

function keyOf({ tab, frame, client }: PageEditor): string {
  return `${tab}:${frame}:${client}`;
}
