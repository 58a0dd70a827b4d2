import { SEVERITY_WORDS } from '../../../extension/src/look/severity.ts';
import { de as words } from '../../../server/console/src/i18n/de.ts';
import { until } from '../harness/until.mjs';

/** Someone from communications at the console, who clicks and types what it offers. */
export class Administrator {
  #revision = 0;

  constructor(tab) {
    this.tab = tab;
  }

  static async signIn(browser, origin, { email, password }, size = undefined) {
    const tab = await browser.open(`${origin}/`, { size });
    await tab.fill({ role: 'textbox', name: words.session.email }, email);
    await tab.fill({ role: 'textbox', name: words.session.password }, password);
    await tab.click({ role: 'button', name: words.session.signIn });
    await tab.find({ role: 'link', name: words.nav.overview });
    return new Administrator(tab);
  }

  async go(place) {
    await this.tab.click({ role: 'link', name: words.nav[place], within: 'nav' });
    await this.tab.find({ role: 'heading', name: words.nav[place] });
  }

  /** A guideline that finds `terms` and offers `replacement`, entered into the form and saved. */
  async writeGuideline({ id, severity = 'error', message, why, terms, replacement, violates }) {
    const { tab } = this;
    const { form } = words;
    await this.go('guidelines');
    await tab.click({ css: 'a, button', name: words.guidelines.create });
    await tab.fill({ role: 'textbox', name: form.id }, id);
    await tab.choose({ role: 'combobox', name: form.severity }, SEVERITY_WORDS.de[severity]);
    await tab.fill({ role: 'textbox', name: `${form.message} (de)` }, message);
    await tab.fill({ role: 'textbox', name: `${form.why} (de)` }, why);
    for (const term of terms) await this.#addChip(form.terms, term);
    await tab.choose({ role: 'combobox', name: form.remedy }, form.remedies.replace);
    await this.#addChip(form.replace, replacement);
    await tab.fill({ role: 'textbox', name: `${form.violates} 1` }, violates);
    await this.#save(id);
  }

  /** Types a text into the preview beside the form and waits for what is found. */
  async tryOut(text) {
    await this.tab.fill({ role: 'textbox', name: words.preview.title }, text);
    await this.tab.find({ role: 'status', name: words.preview.count(1) });
  }

  /** A part of the place one is at; its name may be followed by a number. */
  async openTab(name) {
    await this.tab.click({ role: 'tab', name: new RegExp(`^${name}`) });
  }

  /** Looks at the feed at `url` and takes it as it calls itself. */
  async takeFeed(url) {
    const { tab } = this;
    const { feeds } = words;
    await this.go('content');
    await this.openTab(feeds.tab);
    await tab.click({ role: 'button', name: feeds.add });
    await tab.fill({ role: 'textbox', name: feeds.url }, url);
    await tab.click({ role: 'button', name: feeds.check });
    await until(async () => (await tab.find({ role: 'textbox', name: feeds.title })).value !== '', {
      what: 'the name of the feed',
    });
    await tab.click({ role: 'button', name: feeds.save });
  }

  async addCaption(text) {
    const { content } = words;
    await this.tab.click({ role: 'button', name: content.addCaption });
    await this.tab.fill({ role: 'textbox', name: content.captionText(1) }, text);
  }

  async writeContent({ url, title, summary, topic, caption, hashtag }) {
    const { tab } = this;
    const { content } = words;
    await this.go('content');
    await tab.click({ css: 'a, button', name: content.create });
    await tab.fill({ role: 'textbox', name: content.url }, url);
    await tab.fill({ role: 'textbox', name: content.title }, title);
    await tab.fill({ role: 'textbox', name: content.summary }, summary);
    await tab.click({ css: 'label', name: topic });
    await this.addCaption(caption);
    await this.#addChip(content.hashtags, hashtag);
    await this.#save(title);
  }

  /** Everything up to the click that publishes; `publish` is that click. */
  async prepareToPublish(channel) {
    const { tab } = this;
    await this.go('publish');
    await tab.choose({ role: 'combobox', name: words.publish.channel }, words.channelName(channel));
    await tab.find({ role: 'button', name: words.publish.button(channel) });
  }

  async publish(channel) {
    await this.tab.click({ role: 'button', name: words.publish.button(channel) });
  }

  /** The revision that the console says is published; notices of earlier ones may still be there. */
  async published() {
    const before = this.#revision;
    const isNewer = async () => {
      this.#revision = await this.#newestNotice();
      return this.#revision > before;
    };
    await until(isNewer, { what: `a revision after ${before} announced` });
    return this.#revision;
  }

  async #newestNotice() {
    const notices = await this.tab.peek({ role: 'status', name: /Revision \d+/ });
    return Math.max(
      0,
      ...[...(notices?.name ?? '').matchAll(/Revision (\d+)/g)].map(([, number]) => Number(number)),
    );
  }

  async #addChip(label, text) {
    await this.tab.fill({ role: 'textbox', name: label }, text);
    await this.tab.press('Enter');
  }

  async #save(name) {
    await this.tab.click({ role: 'button', name: words.common.save });
    await this.tab.find({ role: 'status', name: includes(words.editor.saved(name)) });
  }
}

/** A pattern for names that hold `text`. */
function includes(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
