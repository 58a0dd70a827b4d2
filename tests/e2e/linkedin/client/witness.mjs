/**
 * What the page notices of an extension, as a network that looks for them would: kept at
 * `window.__witness` and read by the tests. The page changes its own DOM within `own()`; whatever
 * else appears outside the editors' text is foreign.
 */
const EDITOR_MARKUP = /^(P|BR|STRONG|SPAN|A|#text)$/;
const PATIENCE_MS = 250;

export const witness = {
  foreign: [],
  highlightNames: new Set(),
  probes: [],
  posts: [],
  comments: [],
  messages: [],
  styleSheets: [],
};
window.__witness = witness;

const observer = new MutationObserver((records) => note(records));
const roots = new Map();
const globalsAtStart = new Set(Object.getOwnPropertyNames(window));

/** Watches `root` (the document or a shadow root) from now on. */
export function watch(root) {
  observer.observe(root, { subtree: true, childList: true, attributes: true });
  roots.set(root, [...root.adoptedStyleSheets]);
}

export function own(change) {
  note(observer.takeRecords());
  const result = change();
  observer.takeRecords();
  return result;
}

function note(records) {
  for (const record of records) {
    if (record.type === 'attributes') noteAttribute(record);
    else for (const node of record.addedNodes) noteNode(node);
  }
}

function noteAttribute({ target, attributeName }) {
  if (isEditorPart(target) && /^(class|style|contenteditable|data-placeholder)$/.test(attributeName)) return;
  witness.foreign.push(`attribute ${attributeName} on ${target.nodeName}`);
}

function noteNode(node) {
  if (isEditorPart(node.parentNode) && EDITOR_MARKUP.test(node.nodeName)) return;
  if (node.nodeName === '#text' && !node.data.trim()) return;
  witness.foreign.push(`node ${node.outerHTML ?? node.data}`);
}

function isEditorPart(node) {
  const target = node instanceof Element ? node : node?.parentElement;
  return !target || target.closest('.ql-container, .tiptap, .msg-form__contenteditable') !== null;
}

function look() {
  for (const name of CSS.highlights.keys()) witness.highlightNames.add(name);
  for (const [root, known] of roots) {
    for (const sheet of root.adoptedStyleSheets) {
      if (!known.includes(sheet)) witness.foreign.push(`adopted style sheet: ${sheet.cssRules[0]?.cssText}`);
    }
  }
  const fresh = Object.getOwnPropertyNames(window).filter(
    (name) => !globalsAtStart.has(name) && !name.startsWith('__'),
  );
  for (const name of fresh) {
    globalsAtStart.add(name);
    witness.foreign.push(`global ${name}`);
  }
  witness.styleSheets = [...document.styleSheets].map((sheet) => sheet.href ?? 'inline');
}
setInterval(look, PATIENCE_MS);

/** What is painted now: `[{ name, text, inMessage }]`, one for each range of each highlight. */
window.__painted = () =>
  [...CSS.highlights].flatMap(([name, highlight]) =>
    [...highlight].map((range) => ({
      name,
      text: range.toString(),
      inMessage: elementOf(range.startContainer)?.closest('.msg-form') != null,
    })),
  );

function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}
