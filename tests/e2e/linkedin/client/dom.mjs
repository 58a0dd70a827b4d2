/** `element('button', { class: 'x', onclick }, 'text', child…)`: attributes, or properties for `on…`. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}
