import { fileURLToPath } from 'node:url';
import { extensionOrigin, launch } from '../harness/browser.mjs';
import { linkedinSite } from '../linkedin/site.mjs';
import { startNetwork } from '../network/network.mjs';

const BUILDS = { chromium: 'chrome', firefox: 'firefox' };

export const extensionFolder = (kind) =>
  fileURLToPath(new URL(`../../../extension/dist/${BUILDS[kind]}`, import.meta.url));

/** Extensions that are not ours: those of the ids that LinkedIn is known to look for. */
const OTHERS = [
  'chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb',
  'chrome-extension://kbfnbcaeplbcioakkpcpgfkobkghlhen',
];

/** The network with the stand-in, which looks for our extension too, and one browser that has it. */
export async function startWorld(kind) {
  const extension = extensionFolder(kind);
  const probed = [await extensionOrigin(kind, extension), ...OTHERS];
  const network = await startNetwork(new Map([['www.linkedin.com', await linkedinSite({ probed })]]));
  const browser = await launch(kind, { proxyPort: network.port, extension });
  return {
    network,
    browser,
    async close() {
      await browser.close();
      await network.close();
    },
  };
}
