import { locate } from './locate.mjs';
import { until } from './until.mjs';

/** A tab of either browser, with the few things a person does in it. `page` is Puppeteer's. */
export class Tab {
  constructor(page) {
    this.page = page;
  }

  async goto(url) {
    await this.page.goto(url);
  }

  /** Runs `work` in the page's own world. */
  evaluate(work, ...args) {
    return this.page.evaluate(work, ...args);
  }

  /** Waits for an element, see locate.mjs; a `name` may be a RegExp. */
  find(query, timeout) {
    const plain = serializable(query);
    return until(() => this.page.evaluate(locate, plain), { what: describe(query), timeout });
  }

  /** The element as it is now, or null. */
  peek(query) {
    return this.page.evaluate(locate, serializable(query));
  }

  async gone(query, timeout) {
    await until(async () => !(await this.peek(query)), { what: `no more ${describe(query)}`, timeout });
  }

  /** Clicks once the element is enabled, uncovered and at rest: at the same place twice in a row. */
  async click(query, timeout) {
    const box = await this.#atRest(query, timeout);
    await this.clickAt(box.x + box.width / 2, box.y + box.height / 2);
    return box;
  }

  async doubleClick(query) {
    const box = await this.#atRest(query);
    await this.clickAt(box.x + box.width / 2, box.y + box.height / 2, { count: 2 });
  }

  #atRest(query, timeout) {
    let last = null;
    return until(
      async () => {
        const found = await this.peek(query);
        const isReady = found?.uncovered && !found.disabled && found.x === last?.x && found.y === last?.y;
        last = found;
        return isReady && found;
      },
      { what: `${describe(query)} that can be clicked`, timeout },
    );
  }

  async clickAt(x, y, options) {
    await this.page.bringToFront();
    await this.page.mouse.click(x, y, options);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Clicks until it has the focus: a click that closes an open list of choices does nothing else. */
  async focus(query) {
    const isFocused = async () => {
      await this.click(query);
      return (await this.peek(query))?.focused;
    };
    await until(isFocused, { what: `${describe(query)} with the focus` });
  }

  /** Puts `text` in place of what a field holds. */
  async fill(query, text) {
    await this.focus(query);
    await this.press('Control+A');
    await this.type(text);
  }

  /** Picks the option that begins with `label`, as one does with the keyboard. */
  async choose(query, label) {
    await this.find({ ...query, focus: true });
    await this.type(label);
  }

  /** One key or chord: `Enter`, `Control+Z`. */
  async press(chord) {
    const keys = chord.split('+');
    const last = keys.pop();
    for (const key of keys) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last.length === 1 && keys.length ? `Key${last.toUpperCase()}` : last);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }

  async scrollToTop() {
    await this.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  }

  async picture(path) {
    await this.page.screenshot({ path });
    return path;
  }

  async close() {
    await this.page.close();
  }
}

function serializable({ name, ...query }) {
  if (name === undefined) return query;
  return { ...query, name: name instanceof RegExp ? { pattern: name.source, flags: name.flags } : name };
}

function describe({ role, css, name }) {
  return `${role ?? css ?? 'element'}${name === undefined ? '' : ` named ${name}`}`;
}
