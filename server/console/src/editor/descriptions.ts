/** Renders a schema description: plain text with `code` and **bold**, nothing else. The result is safe HTML. */
export function renderMarkdown(text: string, _inline = true): string {
  const escaped = text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return escaped.replace(/`([^`]+)`/g, '<code>$1</code>').replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}
