/** The seven places of the console and their addresses. */
export const places = [
  'overview',
  'guidelines',
  'content',
  'publish',
  'invitations',
  'statistics',
  'settings',
] as const;
export type Place = (typeof places)[number];

export function path(place: Place, ...rest: string[]): string {
  if (place === 'overview') return '/';
  return `/${[place, ...rest.map(encodeURIComponent)].join('/')}`;
}

/** Where the templates are chosen from. */
export const templatesPath = path('guidelines', '~copy');

/** Where a list of links becomes drafts. */
export const linksPath = path('content', '~links');

/** Parts of the content's place. */
export const reviewPath = `${path('content')}?tab=review`;
export const feedsPath = `${path('content')}?tab=feeds`;
export const topicsPath = `${path('content')}?tab=topics`;
export const draftsPath = `${path('content')}?state=draft`;
export const approvedPath = `${path('content')}?state=approved`;
