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

/**
 * The network with the stand-in, which looks for our extension too, and one browser that has it. `linkedin` is a
 * `LinkedInApi` that answers for LinkedIn's OAuth and API, when a story needs them.
 */
export async function startWorld(kind, { linkedin } = {}) {
  const extension = extensionFolder(kind);
  const probed = [await extensionOrigin(kind, extension), ...OTHERS];
  const site = await linkedinSite({ probed });
  const sites = new Map([['www.linkedin.com', linkedin ? besides(linkedin, site) : site]]);
  if (linkedin) sites.set('api.linkedin.com', (...asked) => linkedin.answer(...asked));
  const network = await startNetwork(sites);
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

function besides(linkedin, site) {
  return (request, response, body) => {
    const { pathname } = new URL(request.url, 'https://www.linkedin.com');
    return linkedin.handles(pathname) ? linkedin.answer(request, response, body) : site(request, response);
  };
}
