import { mount } from 'svelte';
import '../look/tokens.css';
import '../look/base.css';
import '../look/severity.css';
import './panel.css';
import App from './App.svelte';
import { keepFocus } from './keyboard.ts';

/** `settings` is the options page: the panel that begins with its settings. */
export function openPanelPage(view: 'panel' | 'settings'): void {
  const target = document.getElementById('app');
  if (!target) return;
  mount(App, { target, props: { view } });
  keepFocus(target);
}
