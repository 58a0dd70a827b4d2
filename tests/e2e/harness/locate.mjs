// biome-ignore-all lint/performance/useDomNodeTextContent: what is shown counts, not what is in the tree.
/**
 * Finds an element as a person would name it, also inside open shadow roots, and says where it is.
 * Runs in the page, so it may use nothing from outside itself. A query has any of
 * `{ role, name, css, within, nth, focus }`; `name` is compared after trimming, or as a pattern when it is
 * `{ pattern, flags }`. Returns `{ x, y, width, height, name, text, value, data, uncovered, focused, disabled, checked, expanded, count }`
 * or null.
 */
export function locate(query) {
  const ROLES = {
    button: 'button, [role=button], summary, input[type=submit], input[type=button]',
    link: 'a[href], [role=link]',
    textbox:
      'textarea, input:not([type]), input[type=text], input[type=email], input[type=password], input[type=url], input[type=search], input[type=number], [role=textbox], [contenteditable=true]',
    checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
    radio: 'input[type=radio], [role=radio]',
    combobox: 'select, [role=combobox]',
    tab: '[role=tab]',
    option: 'option, [role=option]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    dialog: 'dialog[open], [role=dialog], [role=alertdialog]',
    row: 'tr, [role=row]',
    listitem: 'li, [role=listitem]',
    alert: '[role=alert]',
    status: '[role=status], output',
    menuitem: '[role=menuitem]',
  };

  const roots = [];
  const collect = (root) => {
    roots.push(root);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot);
  };
  collect(document);
  const all = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]);

  const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return tidy(
        by
          .split(/\s+/)
          .map((id) => element.getRootNode().getElementById(id)?.textContent)
          .join(' '),
      );
    const own = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText;
    if (own) return tidy(own);
    if (element.matches('input[type=submit], input[type=button]')) return tidy(element.value);
    if (element.matches('input, textarea, select')) return tidy(element.placeholder || element.title);
    return tidy(element.innerText) || tidy(element.title);
  };
  const isNamed = (element) => {
    if (query.name === undefined) return true;
    const name = nameOf(element);
    if (typeof query.name === 'string') return name === query.name;
    return new RegExp(query.name.pattern, query.name.flags).test(name);
  };
  const isShown = (element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';

  const scopes = query.within ? all(query.within) : null;
  const matches = all(query.css ?? ROLES[query.role] ?? `[role=${query.role}]`).filter(
    (element) =>
      isShown(element) && isNamed(element) && (!scopes || scopes.some((scope) => scope.contains(element))),
  );
  const element = matches.at(query.nth ?? 0);
  if (!element) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (query.focus) element.focus();
  const { x, y, width, height } = element.getBoundingClientRect();
  let top = document.elementFromPoint(x + width / 2, y + height / 2);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x + width / 2, y + height / 2);
    if (!inner || inner === top) break;
    top = inner;
  }
  return {
    x,
    y,
    width,
    height,
    uncovered: top !== null && (element.contains(top) || top.contains(element)),
    focused: element.contains(element.getRootNode().activeElement),
    count: matches.length,
    name: nameOf(element),
    text: tidy(element.innerText),
    value: element.value ?? '',
    data: { ...element.dataset },
    disabled: element.disabled === true || element.getAttribute('aria-disabled') === 'true',
    expanded: element.getAttribute('aria-expanded') === 'true',
    checked: element.checked === true || element.getAttribute('aria-checked') === 'true',
  };
}
