import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../src/page/page.ts';

// Registered at run time, when the person switches page mode on: no `matches` here, so no permission up front.
export default defineContentScript({
  registration: 'runtime',
  main() {
    void startPage();
  },
});
