import { inSentence } from '../../../../../extension/src/look/title.ts';
import type { Catalogue } from '../index.svelte.ts';
import { plural } from './numbers.ts';

export const feeds: Pick<Catalogue, 'feeds'> = {
  feeds: {
    tab: 'Feeds',
    lead: 'Herold reads these feeds and proposes what is new. Nothing is published before you approve it.',
    emptyTitle: 'No feeds yet',
    emptyText: 'Add the feed of your news page, and its articles will wait here for your review.',
    ailing: 'These cannot be read properly:',
    add: 'Add a feed',
    edit: 'Edit',
    url: 'Address of the feed',
    urlHint: 'RSS, Atom or JSON Feed.',
    check: 'Check',
    checking: 'Reading …',
    found: (title, n) => `“${inSentence(title)}” has ${plural(n, 'entry', 'entries')}. The newest:`,
    noEntries: (title) => `“${inSentence(title)}” is a feed, but it has no entries yet.`,
    takeNamed: 'Use that feed',
    title: 'Name',
    missingTitle: 'Give the feed a name. “Check” suggests one.',
    language: 'Language',
    languageHint: 'Of entries that do not say theirs.',
    languageOpen: 'as the feed says',
    topics: 'Topics of what is proposed',
    minutes: 'Minutes between two visits',
    owner: 'Contact',
    ownerHint: 'Stands with what the feed proposes.',
    save: 'Save feed',
    proposed: (n) => `${n} proposed`,
    last: (time) => `last read ${time}`,
    next: (time) => `next ${time}`,
    lastGood: (time) => `last succeeded ${time}`,
    neverGood: (n) => (n === 1 ? 'never worked yet' : `never worked in ${n} attempts`),
    never: 'never read yet',
    reading: 'Being read …',
    paused: 'Paused',
    good: 'All is well',
    waiting: 'Waiting for the first visit',
    entries: (n) => plural(n, 'entry', 'entries'),
    fetch: 'Read now',
    fetching: (title) => `“${inSentence(title)}” is being read.`,
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    removeTitle: (title) => `Remove the feed “${inSentence(title)}”?`,
    removeText: 'What was proposed from it stays in your content.',
    removed: 'Feed removed.',
    saved: 'Feed saved.',
    changedMeanwhile: 'Somebody changed this feed meanwhile. You see it as it is now; try again.',
    trouble: {
      address: 'Herold cannot read this address. It has to begin with http or https and hold no password.',
      inside: (address) =>
        `The address leads to ${address}, inside your own network, where Herold does not go. If it is yours, your IT can allow it: --allow-network ${address}.`,
      port: (port) =>
        `The address leads to port ${port}, which Herold does not use. To change that, your IT has to start the server with --allow-port ${port}.`,
      unknown: (host) => `There is no website named ${host}. Check the spelling.`,
      unreachable: (host) =>
        `${host} does not answer. Open the address in your browser; if that fails too, the website is down.`,
      insecure: (host) => `The certificate of ${host} is not valid. Whoever runs the website can mend that.`,
      slow: 'The website answers too slowly. If that goes on, ask whoever runs it.',
      'too-large': (bytes) =>
        `The answer is larger than ${size(bytes)}. Ask whoever runs the website for a feed of the latest articles only.`,
      redirects: 'The address redirects too often. Enter the one it leads to.',
      broken: 'The answer ended early. If that goes on, ask whoever runs the website.',
      stopped: 'The server was stopping. Try again.',
      status: statuses,
      gone: 'The website says that this feed is gone for good, so Herold does not read it. Enter its new address or remove it.',
      html: (feed) =>
        feed
          ? `This is a page, not a feed. It names this feed: ${feed}`
          : 'This is a page, not a feed, and it names none. Look for “RSS” on the website, or ask whoever runs it.',
      'not-a-feed':
        'There is no feed at this address. Look for “RSS” on the website, or ask whoever runs it.',
      'not-a-page': 'There is no web page at this address.',
      charset: (name) =>
        `The answer is not written in the character set that it names (${name}). Whoever runs the website can mend that.`,
      long: (n) =>
        `The feed has more than ${n} entries; Herold looks at the first ${n}. Ask whoever runs the website for a feed of the latest articles only.`,
      malformed: (byte) =>
        byte
          ? `The feed is damaged (at byte ${byte}). What stands before was read; whoever runs the website can mend it.`
          : 'The feed is damaged and cannot be read. Whoever runs the website can mend it.',
      'no-title': 'The page says no title. Write it behind the address.',
      'no-links': (n) =>
        `The feed has ${plural(Number(n), 'entry', 'entries')}, but none with an address, and without one nothing can be shared. Ask whoever runs the website.`,
      full: (n) =>
        `${n} proposals from this feed wait for you. More will come once you have decided on some.`,
    },
  },
};

function size(bytes: string): string {
  const kilobytes = Math.round(Number(bytes) / 2 ** 10);
  return kilobytes < 2 ** 10 ? `${kilobytes} kB` : `${Math.round(kilobytes / 2 ** 10)} MB`;
}

function statuses(status: string): string {
  if (status === '404') return 'There is nothing at this address (404). Check whether it is still right.';
  if (status === '401' || status === '403')
    return `The website refuses access (${status}). Ask whoever runs it whether Herold may read it.`;
  if (status === '429')
    return 'The website asks for fewer visits (429). Herold waits by itself; there is nothing to do.';
  if (status.startsWith('5'))
    return `The website has a fault (${status}). If that goes on, ask whoever runs it.`;
  return `The website answered ${status}. Ask whoever runs it what that means.`;
}
