// What someone writes, checked and answered with content that fits: for the person, as this device knows them.
import type { Profile } from '@herold/core';
import type { CheckRequest, Reader } from '../engine/protocol.ts';
import { uiLanguage } from '../platform/runtime.ts';
import { handedOut } from '../share/index.ts';
import { leadsTo, withPathsForLinks } from './draft-links.ts';
import type { Guidelines } from './guidelines.ts';
import type { Keep } from './keep.ts';
import type { AnswerOf, SuggestedItem } from './protocol.ts';
import { suggestedItem } from './suggested-item.ts';

const SUGGESTION_LIMIT = 3;
/** How many of the best may stand in the draft already, before fewer are suggested. */
const LINKED_ALREADY = 3;

export class Writing {
  readonly #keep: Keep;
  readonly #guidelines: Guidelines;

  constructor(keep: Keep, guidelines: Guidelines) {
    this.#keep = keep;
    this.#guidelines = guidelines;
  }

  async reader(): Promise<Reader> {
    const [membership, settings, ignored, captions] = await Promise.all([
      this.#keep.membership(),
      this.#keep.settings(),
      this.#keep.ignored(),
      this.#keep.captions(),
    ]);
    return {
      ...(membership?.role ? { role: membership.role } : {}),
      groups: membership?.groups ?? [],
      reader: settings.language ?? uiLanguage(),
      ignore: ignored.map((finding) => (finding.match === '' ? finding.guideline : finding)),
      captions,
    };
  }

  async check(request: CheckRequest): Promise<AnswerOf<'check'>> {
    const { answer, report } = await this.#guidelines.host.check(request, await this.reader());
    const texts = await report();
    return texts ? { answer, report: texts } : { answer };
  }

  async suggest(draft: string, network: string): Promise<SuggestedItem[]> {
    const { bundle } = await this.#guidelines.inForce();
    if (!bundle) return [];
    const profile = await this.#profile();
    const suggestions = await this.#guidelines.host.suggest(withPathsForLinks(draft), {
      profile,
      network,
      limit: SUGGESTION_LIMIT + LINKED_ALREADY,
    });
    const seed = await this.#keep.seed();
    return suggestions
      .flatMap((suggestion) => suggestedItem(bundle.content, suggestion) ?? [])
      .filter(({ item }) => !leadsTo(item, draft, bundle.settings.shortLinks))
      .slice(0, SUGGESTION_LIMIT)
      .map((found) => ({ ...found, captions: handedOut(found.captions, seed, found.item.id) }));
  }

  async #profile(): Promise<Profile> {
    const [membership, settings, shared] = await Promise.all([
      this.#keep.membership(),
      this.#keep.settings(),
      this.#keep.shared(),
    ]);
    return {
      interests: settings.interests,
      languages: [...navigator.languages],
      role: membership?.role ?? '',
      groups: membership?.groups ?? [],
      shared,
    };
  }
}
