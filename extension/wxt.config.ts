import { defineConfig } from 'wxt';

const built = (name: string) => decodeURIComponent(new URL(`../wasm/dist/${name}`, import.meta.url).pathname);

/** The core, and what words mean with the licence of that data. */
const PACKAGED = ['herold.wasm', 'words.lexicon', 'words.lexicon.NOTICE'];

/** Fixes the Chromium id to gmdcblflhgjcpdjagkaeijghcfhppkbl; only the public half of the key exists. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA37jJgBGb+HYNaWIwVKTiY52MIwuwvo6rXNVHzkrHReu/nmf+fbX1xVhct/uWBrXm7SCpQutVs0gYZqlwtyR8RelZq2VxDRvEtpA8aQLy9U1EHMPXDv8hpVacwRP5I+2CxtGb5DXultUMpJ+2sKTBoug5fRm4H9JyRrDAunTb5yo8eh7k8ySPuZZq7gvFonrPfFI4chFEJXfWta3HwgBAJXXFZn3oDysMroFjr1EXWM4JJ55QTu54E/lBt0uS7RIJazER/+rSot2axmnJrc/d4o/HhGppBuLE1gHIJIsFo3SLeTvXdR6v3xTJyjd9gkXflsipCuV4O246T+X7/x+0GQIDAQAB';

const FIREFOX_ID = 'herold@herold.example';

/**
 * No inline code, no foreign code, no images from elsewhere; the server's address is known only at run time. Firefox's
 * default would upgrade `ws:` to `wss:` and so cut off a server on loopback.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `activeTab`: the address of the page on which the person clicked Herold's button, to propose it. */
const PERMISSIONS = ['storage', 'scripting', 'alarms', 'activeTab'];

export default defineConfig({
  outDir: 'dist',
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-svelte'],
  hooks: {
    'build:publicAssets': (_wxt, assets) => {
      for (const name of PACKAGED) assets.push({ absoluteSrc: built(name), relativeDest: name });
    },
  },
  manifest: ({ browser }) => ({
    name: 'Herold',
    description: '__MSG_description__',
    default_locale: 'en',
    action: { default_title: 'Herold' },
    permissions: PERMISSIONS,
    content_security_policy: { extension_pages: POLICY },
    // Asked for on the person's click: the server when joining, LinkedIn when page mode is switched on.
    optional_host_permissions: [
      'https://www.linkedin.com/*',
      'https://*/*',
      'http://127.0.0.1/*',
      'http://localhost/*',
    ],
    ...(browser === 'firefox' ? firefox() : chromium()),
  }),
});

function chromium() {
  return {
    key: CHROMIUM_KEY,
    // A bundle with all that an organisation offers can be larger than the 10 MB that storage has without.
    permissions: [...PERMISSIONS, 'unlimitedStorage'],
    minimum_chrome_version: '126',
  };
}

function firefox() {
  return {
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: '142.0',
        // What leaves are counts of shares and the pages a person proposes, each only when they agree.
        data_collection_permissions: {
          required: ['none'],
          optional: ['technicalAndInteraction', 'browsingActivity'],
        },
      },
    },
  };
}
