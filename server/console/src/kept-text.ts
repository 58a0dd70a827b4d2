/** Kept in this tab, or in the browser. A store that is full or switched off stops nobody. */
export function keepText(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // Nothing is lost that is not asked about: leaving unsaved input always is, theme and language are chosen again.
  }
}
