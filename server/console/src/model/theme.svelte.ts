/** Light, dark, or as the system asks. */
import { keepText } from '../kept-text.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
const key = 'herold.theme';

class ThemeChoice {
  value = $state<Theme>(themes.find((t) => t === localStorage.getItem(key)) ?? 'system');

  choose(theme: Theme): void {
    this.value = theme;
    keepText(localStorage, key, theme);
  }

  apply(): void {
    if (this.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.value;
  }
}

export const theme = new ThemeChoice();
