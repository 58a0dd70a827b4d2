/** For `onkeydown` on the window: the keys that save a page elsewhere save what is typed here. */
export const onSaveKey = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
};
