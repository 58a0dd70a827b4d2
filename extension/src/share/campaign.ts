// Campaign parameters of a shared link: one set per item and channel, and nothing about who shares it.

/**
 * Adds what a web statistic tells channels apart by. A parameter with a value, wherever it stands, stays as the
 * organisation set it.
 */
export function withCampaign(
  url: string,
  campaign: { source: string; medium: string; item: string },
): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return url;
  const { search } = new URL(url);
  const given = new URLSearchParams(search);
  const missing = [
    ['utm_source', campaign.source],
    ['utm_medium', campaign.medium],
    ['utm_campaign', campaign.item],
  ].filter(([key]) => !given.getAll(key as string).some((value) => value !== ''));
  if (missing.length === 0) return url;
  const added = missing.map(([key, value]) => `${key}=${encodeURIComponent(value as string)}`).join('&');
  // Written into the address as it stands: reading and writing it anew would respell what is there.
  const [, base = url, query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const before = query ? (query === '?' || query.endsWith('&') ? query : `${query}&`) : '?';
  return `${base}${before}${added}${fragment}`;
}
