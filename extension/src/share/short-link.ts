// A short link: what those of the organisation begin with, the item's slug, and the channel that it goes out on.

export const shortLinkTo = (beginning: string, slug: string): string => beginning + slug;

export const onChannel = (shortLink: string, channel: string): string => `${shortLink}-${channel}`;

/** On a channel or on none. */
export const isShortLink = (link: string, shortLink: string): boolean =>
  link === shortLink || link.startsWith(onChannel(shortLink, ''));
