import { openPanelPage } from '../../src/panel/main.ts';

openPanelPage('settings');
