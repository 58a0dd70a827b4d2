import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KINDS, launch } from '../harness/browser.mjs';
import { until } from '../harness/until.mjs';
import { startNetwork } from '../network/network.mjs';
import { LABELS } from './labels.mjs';
import { linkedinSite } from './site.mjs';

const FEED = 'https://www.linkedin.com/feed/';
const CLASSIC = 'https://www.linkedin.com/feed/classic/';
const PROBED = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
/** Quill joins what follows within a second to the same step of its history. */
const HISTORY_STEP_MS = 1100;

let network;
beforeAll(async () => {
  network = await startNetwork(new Map([['www.linkedin.com', await linkedinSite({ probed: [PROBED] })]]));
});
afterAll(() => network.close());

describe.each(KINDS)('the stand-in in %s', (kind) => {
  let browser;
  let tab;
  beforeAll(async () => {
    browser = await launch(kind, { proxyPort: network.port });
  });
  afterEach(() => tab.close());
  afterAll(() => browser.close());

  const openComposer = async (url) => {
    tab = await browser.open(url);
    await tab.click({ role: 'button', name: LABELS.de.start });
    await tab.find({ role: 'textbox', name: LABELS.de.editor });
  };
  const text = () => tab.evaluate(() => __standin.composer.text());
  const caret = () => tab.evaluate(() => __standin.composer.selection()?.index);
  const witness = () => tab.evaluate(() => ({ ...__witness, highlightNames: [...__witness.highlightNames] }));

  describe.each([FEED, CLASSIC])('%s', (url) => {
    test('what is typed reaches the model, Enter and Ctrl+Z included', async () => {
      await openComposer(url);
      await tab.type('Erste Zeile');
      await tab.press('Enter');
      await tab.type('zweite');
      expect(await text()).toBe('Erste Zeile\nzweite\n');
      await tab.press('Control+Z');
      expect(await text()).not.toContain('zweite');
    });

    test('text put in by execCommand keeps the model in step and can be undone', async () => {
      await openComposer(url);
      await tab.type('Projekt Falke fliegt');
      await new Promise((resolve) => setTimeout(resolve, HISTORY_STEP_MS));
      await tab.evaluate(replaceInEditor, 'Falke', 'Adler');
      expect(await text()).toBe('Projekt Adler fliegt\n');
      await tab.press('Control+Z');
      expect(await text()).toBe('Projekt Falke fliegt\n');
    });

    test('a hashtag is set off after a pause, and the caret stays', async () => {
      await openComposer(url);
      await tab.type('Heute #Falke und mehr');
      const setOff = () =>
        tab.evaluate(() => __standin.composer.editor().querySelector('strong')?.textContent);
      await until(async () => (await setOff()) === '#Falke', { what: 'the hashtag set off' });
      expect(await caret()).toBe(21);
    });

    test('re-rendering replaces the text nodes and leaves the model as it was', async () => {
      await openComposer(url);
      await tab.type('bleibt gleich');
      const isReplaced = await tab.evaluate(() => {
        const before = __standin.composer.editor().querySelector('p').firstChild;
        __standin.composer.rerender();
        return __standin.composer.editor().querySelector('p').firstChild !== before;
      });
      expect(isReplaced).toBe(true);
      expect(await text()).toBe('bleibt gleich\n');
    });

    test('closing throws the editor away, opening makes a new one', async () => {
      await openComposer(url);
      await tab.type('weg damit');
      await tab.click({ role: 'button', name: LABELS.de.close });
      expect(await text()).toBe(null);
      await tab.click({ role: 'button', name: LABELS.de.start });
      expect(await text()).toBe('\n');
    });

    test('a link with text opens the composer filled in', async () => {
      tab = await browser.open(`${url}?shareActive=true&text=${encodeURIComponent('Grüsse & mehr #eins')}`);
      await tab.find({ role: 'textbox', name: LABELS.de.editor });
      expect(await text()).toBe('Grüsse & mehr #eins\n');
    });

    test('a comment box and a message box take what is typed', async () => {
      tab = await browser.open(url);
      await tab.click({ role: 'textbox', name: LABELS.de.commentEditor });
      await tab.type('Ein Kommentar');
      expect(await tab.evaluate(() => __standin.comment.text().trim())).toBe('Ein Kommentar');
      await tab.click({ role: 'textbox', name: LABELS.de.messageEditor });
      await tab.type('Ganz privat');
      expect(await tab.evaluate(() => __standin.messaging.text().trim())).toBe('Ganz privat');
    });

    test('its own doings leave no trace on the witness', async () => {
      await openComposer(url);
      await tab.type('Ein #Tag und ein Satz.');
      await new Promise((resolve) => setTimeout(resolve, HISTORY_STEP_MS));
      await tab.evaluate(() => __standin.composer.rerender());
      await tab.click({ role: 'button', name: LABELS.de.close });
      expect((await witness()).foreign).toEqual([]);
    });

    test('the witness sees what is inserted, by whatever way', async () => {
      await openComposer(url);
      await tab.evaluate(() => {
        document.body.append(document.createElement('herold-card'));
        __standin.composer.editor().append(document.createElement('mark'));
        __standin.composer.editor().setAttribute('data-herold', '');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.herold { color: red }');
        document.adoptedStyleSheets.push(sheet);
        CSS.highlights.set('herold', new Highlight());
        window.herold = true;
      });
      await until(async () => (await witness()).foreign.length >= 5, { what: 'five foreign things' });
      const { foreign, highlightNames } = await witness();
      expect(foreign.join('\n')).toMatch(
        /herold-card[\s\S]*<mark[\s\S]*attribute data-herold[\s\S]*adopted style sheet[\s\S]*global herold/,
      );
      expect(highlightNames).toEqual(['herold']);
    });

    test('the policy refuses scripts and styles from elsewhere', async () => {
      tab = await browser.open(url);
      const refused = await tab.evaluate(async () => {
        const violations = [];
        document.addEventListener('securitypolicyviolation', (event) =>
          violations.push(event.effectiveDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'window.__ran = true';
        document.body.append(script);
        await fetch('https://example.com/').catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { violations, ran: window.__ran === true };
      });
      expect(refused).toEqual({ violations: ['script-src-elem', 'connect-src'], ran: false });
    });

    test('it looks for extensions', async () => {
      tab = await browser.open(url);
      const probes = await until(
        async () => {
          const { probes } = await witness();
          return probes.length === 5 && probes;
        },
        { what: 'five probes' },
      );
      expect(probes.every(({ url, found }) => url.startsWith(PROBED) && !found)).toBe(true);
    });
  });

  test('messages may be written in a Quill beside the composer', async () => {
    tab = await browser.open(`${FEED}?messaging=shadow`);
    await tab.click({ role: 'textbox', name: LABELS.de.messageEditor });
    await tab.type('Ganz privat');
    expect(await tab.evaluate(() => __standin.messaging.text().trim())).toBe('Ganz privat');
    expect((await witness()).foreign).toEqual([]);
  });

  test('its labels follow the language', async () => {
    tab = await browser.open(`${FEED}?lang=fr`);
    await tab.find({ role: 'button', name: LABELS.fr.start });
  });
});

describe('the recording', () => {
  test('finds a word in address, body and message, however it is encoded', async () => {
    const { recording } = network;
    const word = 'Zwölfquitte';
    const ways = [
      { url: `https://a.example/?q=${encodeURIComponent(word)}`, body: '' },
      { url: 'https://b.example/', body: JSON.stringify({ text: `so ${word} da` }) },
      { url: 'https://c.example/', body: Buffer.from(`so ${word} da`).toString('base64') },
      { url: 'https://d.example/', body: Buffer.from(`x${word}`).toString('hex') },
      { url: 'https://e.example/', body: 'nothing of it' },
    ];
    for (const { url, body } of ways) {
      recording.request({ method: 'POST', url, headers: {}, body: Buffer.from(body) });
    }
    const hosts = recording.carrying(word).map(({ url }) => new URL(url).host);
    expect(hosts).toEqual(['a.example', 'b.example', 'c.example', 'd.example']);
  });
});

/** What a fix does: selects `from` in the composer and types `to` over it. Runs in the page. */
function replaceInEditor(from, to) {
  const editor = __standin.composer.editor();
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const start = node.data.indexOf(from);
    if (start < 0) continue;
    editor.focus();
    document.getSelection().setBaseAndExtent(node, start, node, start + from.length);
    document.execCommand('insertText', false, to);
    return;
  }
}
