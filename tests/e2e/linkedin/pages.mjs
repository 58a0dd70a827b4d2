const FEED_POST = `
  <article class="feed-shared-update-v2" data-urn="urn:li:activity:7000000000000000001">
    <header class="update-components-actor">
      <span class="avatar" aria-hidden="true">MB</span>
      <span><strong>Mara Baumann</strong><small>Product Lead · 2 h</small></span>
    </header>
    <p class="update-components-text">Three things we learned while moving our customer support to four languages.</p>
    <div class="comments-comment-box"></div>
  </article>`;

/** The feed as served: `entry` is its client script, `outlet` where the composer will be put. */
export function feedPage({ language, nonce, entry, outlet }) {
  return `<!doctype html>
<html lang="${language}" class="theme theme--light">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Feed | LinkedIn</title>
  <link rel="stylesheet" href="/assets/feed.css">
  <link rel="icon" href="data:,">
</head>
<body class="render-mode-BIGPIPE nav-v2">
  <header class="global-nav"><span class="logo" aria-hidden="true">in</span></header>
  <main class="scaffold-layout__main">
    <div class="share-box-feed-entry__closed-share-box"></div>
    ${FEED_POST}
  </main>
  <aside id="msg-overlay" class="msg-overlay-container"></aside>
  ${outlet}
  <script nonce="${nonce}">window.__language = ${JSON.stringify(language)};</script>
  <script nonce="${nonce}" type="module" src="/assets/${entry}.js"></script>
</body>
</html>`;
}

/** Nothing inline but what carries the nonce, no connection but to the network itself and the ids it probes. */
export function contentSecurityPolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' chrome-extension: moz-extension:",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
