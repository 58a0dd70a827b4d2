/** Kept in this tab, or in the browser. A store that is full or switched off stops nobody. */
export function keepText(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // Who leaves unsaved input is asked in any case.
  }
}
