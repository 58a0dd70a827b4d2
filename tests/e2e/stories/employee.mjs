import { de as words } from '../../../extension/src/words/de.ts';
import { until } from '../harness/until.mjs';
import { LABELS } from '../linkedin/labels.mjs';

export const FEED = 'https://www.linkedin.com/feed/';
export const CLASSIC = 'https://www.linkedin.com/feed/classic/';
const PANEL_SIZE = { width: 400, height: 900 };
/** Quill joins what follows within a second to the same step of its history. */
const HISTORY_STEP_MS = 1100;

/** Someone who writes on LinkedIn with the extension beside: a window for the page, one for the panel. */
export class Employee {
  page = null;

  constructor(browser, panel) {
    this.browser = browser;
    this.panel = panel;
  }

  /** Opens the panel as it is after installing. */
  static async arrive(browser, size = PANEL_SIZE) {
    return new Employee(browser, await browser.openOwn('sidepanel.html', { size }));
  }

  /** Joins by invitation and switches page mode on, as a person would, click by click; `published`: guidelines are there. */
  async join(invitation, { pageMode = true, published = true } = {}) {
    const { panel, browser } = this;
    await browser.grant(`http://${new URL(invitation).hostname}/*`, 'https://www.linkedin.com/*');
    await panel.fill({ role: 'textbox', name: words.onboarding.link }, invitation);
    await panel.click({ role: 'button', name: words.onboarding.next });
    await panel.click({ role: 'button', name: words.onboarding.join });
    await panel.click({ role: 'button', name: pageMode ? words.pageMode.turnOn : words.pageMode.skip });
    if (published) await this.guidelinesArrive();
  }

  async guidelinesArrive() {
    await this.panel.find({ css: '[data-testid=as-of]', name: /, Stand / }, 20_000);
  }

  /** Opens the feed anew with an empty composer. */
  async openComposer(url = FEED, size = undefined) {
    await this.page?.close();
    this.page = await this.browser.open(url, { size });
    await this.page.click({ role: 'button', name: LABELS.de.start });
    await this.page.click({ role: 'textbox', name: LABELS.de.editor });
  }

  async write(text) {
    await this.page.type(text);
  }

  /** The words painted in the page, in order. */
  painted() {
    return this.page.evaluate(() => __painted().map(({ text }) => text));
  }

  async paintedWord(text, timeout) {
    await until(async () => (await this.painted()).includes(text), { what: `“${text}” painted`, timeout });
  }

  draft() {
    return this.page.evaluate(() => __standin.composer.text());
  }

  /** Opens the card about `quoted` in the panel and returns what it says. */
  async readCard(quoted) {
    const finding = { css: '[data-testid=finding]', name: new RegExp(quoted) };
    await this.panel.find(finding);
    const summary = { css: '[data-testid=finding] button[aria-expanded]', name: new RegExp(quoted) };
    const { expanded } = await this.panel.find(summary);
    if (!expanded) await this.panel.click(summary);
    return (await this.panel.find(finding)).text;
  }

  /** Clicks the painted word in the page. */
  async clickPainted(text) {
    const place = await this.page.evaluate((text) => {
      const range = [...CSS.highlights.values()].flatMap((h) => [...h]).find((r) => r.toString() === text);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, text);
    await this.page.clickAt(place.x, place.y);
  }

  /** Applies the open card's fix a moment after typing, so that it is a step of its own in the history. */
  async applyFix() {
    await new Promise((resolve) => setTimeout(resolve, HISTORY_STEP_MS));
    await this.panel.click({ css: '[data-testid=fix]' });
  }

  async undo() {
    await this.page.click({ role: 'textbox', name: LABELS.de.editor });
    await this.page.press('Control+Z');
  }

  /** Waits for the item of that title among the suggestions, and returns what its card says. */
  async suggestion(title) {
    const { text } = await this.panel.find(suggestionOf(title));
    return text;
  }

  async firstSuggestion() {
    const { css } = suggestionOf('');
    await this.panel.find({ css });
    const { name } = await this.panel.find({ css: `${css} h3` });
    return name;
  }

  /** Unfolds the caption of the item; `share` then takes the first one to LinkedIn. */
  async openShare(title) {
    await this.panel.click({ role: 'button', name: words.share.heading, within: await this.#cardOf(title) });
  }

  async share(title) {
    await this.panel.click({ css: '[data-testid=share]', within: await this.#cardOf(title) });
  }

  /** Id of the suggested item of that title. */
  async itemOf(title) {
    const { data } = await this.panel.find(suggestionOf(title));
    return data.item;
  }

  async #cardOf(title) {
    return `[data-testid=suggestion][data-item="${await this.itemOf(title)}"]`;
  }

  /** What a paste into the panel's own editor brings. */
  async clipboard() {
    const editor = { role: 'textbox', name: words.draft.label };
    if (!(await this.panel.peek(editor))) await this.panel.click({ role: 'button', name: words.draft.here });
    await this.panel.fill(editor, '');
    await this.panel.press('Control+V');
    return (await this.panel.find(editor)).value;
  }

  /** The code of the update problem that the panel shows, and what it says; null when all is well. */
  updateProblem() {
    return this.panel.evaluate(() => {
      const notice = document.querySelector('[data-testid=update-problem]');
      return notice && { code: notice.dataset.code, text: notice.textContent };
    });
  }

  /** Everything the extension keeps, as text. */
  stored() {
    return this.panel.evaluate(async () => {
      const { storage } = globalThis.browser ?? globalThis.chrome;
      const areas = [storage.local, storage.session, storage.sync].filter(Boolean);
      const contents = await Promise.all(areas.map((area) => area.get(null)));
      return JSON.stringify(contents);
    });
  }
}

function suggestionOf(title) {
  return { css: '[data-testid=suggestion]', name: new RegExp(`^${title}`) };
}
