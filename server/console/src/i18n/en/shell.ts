/** What is everywhere: navigation, signing in, failures, overview, the invitation page. */

import { inSentence } from '../../../../../extension/src/look/title.ts';
import type { shell as German } from '../de/shell.ts';
import { plural } from './numbers.ts';

const channelNames: Record<string, string> = { pilot: 'Pilot group', everyone: 'Everyone' };

export const shell: typeof German = {
  channelName: (id) => channelNames[id] ?? id,
  common: {
    skip: 'Skip to content',
    loading: 'Loading',
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    save: 'Save',
    remove: 'Remove',
    more: 'More',
    language: 'Language',
  },
  failures: {
    unreachable:
      'The server is not answering. Check the connection and try again; what you typed stays here.',
    forbidden: 'The server declined the request. Open the console at its own address.',
    gone: 'There is nothing here. Someone may have removed it, or the address is not right.',
    stale: 'Someone was faster and changed this meanwhile. Look at it, then try again.',
    tooLarge: 'That is more than the server takes. Shorten it and try again.',
    tooMany: 'Too many attempts. Wait a minute, then try again.',
    server: (detail) =>
      `The server cannot do that right now. Try again in a moment; if it goes on, tell your IT${detail ? `: “${detail}”` : ''}.`,
    unknown: 'That did not work. Try again.',
  },
  session: {
    title: 'Sign in',
    lead: 'Where communications looks after guidelines and content.',
    first: 'No account yet? This command on the server makes the first one:',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    wrong: 'The e-mail or the password is not right.',
    expiredTitle: 'Please sign in again',
    expiredText: 'Your session has expired. What you typed is still here, and you carry on where you were.',
  },
  nav: {
    label: 'Sections',
    overview: 'Overview',
    guidelines: 'Guidelines',
    content: 'Content',
    publish: 'Publish',
    invitations: 'Invitations',
    statistics: 'Figures',
    settings: 'Settings',
  },
  overview: {
    hello: (name) => `Hello, ${name}`,
    next: 'Next step',
    allPublished: 'Everything is published',
    nothingWaits: 'Nothing is waiting for you.',
    waiting: (n) => `${plural(n, 'change is', 'changes are')} waiting to be published.`,
    proposed: (n) => `${plural(n, 'proposal is', 'proposals are')} waiting for your look.`,
    review: 'Review changes',
    reviewProposals: 'Review proposals',
    ailing: (titles) =>
      titles.length === 1
        ? `The feed “${inSentence(titles[0] ?? '')}” cannot be read properly.`
        : `${titles.length} feeds cannot be read properly: ${titles.slice(0, 3).map(inSentence).join(', ')}${titles.length > 3 ? ' …' : ''}`,
    showFeeds: 'Look at the feeds',
    rootExpires: (day) =>
      `The root key of your updates is valid until ${day}. Ask your IT to run “herold admin rotate-keys” before then, or nothing new will arrive.`,
    linksLackAddress:
      'Short links are on, but the address of this server is missing. Until it is entered and published, the pages’ own addresses go out and no click is counted.',
    enterAddress: 'Enter the address',
    also: 'Also',
    toReview: 'To review',
    guidelines: 'Guidelines',
    unpublished: 'Not yet published',
    contentItems: 'Approved items',
    devices: 'Enrolled devices',
    shares: 'Shared in 30 days',
    latest: 'Last published',
    published: (revision, channel) => `Revision ${revision} for “${channel}”`,
    holds: (guidelines, content) =>
      `${plural(guidelines, 'guideline', 'guidelines')}, ${plural(content, 'content item', 'content items')}`,
    neverPublished: 'Nothing yet. Nobody sees what you prepare here until you publish it.',
    start: 'First steps',
    done: 'done',
    open: 'to do',
    steps: {
      copy: {
        label: 'Start from a template',
        text: 'Pick the guidelines that suit you from the templates, then put them in your own words.',
      },
      publish: {
        label: 'Publish to the pilot group',
        text: 'Look over what is ready and publish it to a small group first.',
      },
      invite: {
        label: 'Invite people',
        text: 'Make a link and send it to your first colleagues.',
      },
      content: {
        label: 'Offer content to share',
        text: 'Add what you would like to see shared, with two or three captions to choose from.',
      },
    },
  },
  kinds: {
    names: {
      existence: 'Term',
      substitution: 'Replacement',
      capitalization: 'Spelling',
      occurrence: 'How many',
      conditional: 'If – then',
      repetition: 'Repetition',
      consistency: 'Consistency',
      sequence: 'Sequence',
      metric: 'Measure',
      link: 'Links',
      similarity: 'Similarity',
    },
    hints: {
      existence: 'Points out every place where something appears.',
      substitution: 'Suggests one word instead of another.',
      capitalization: 'Minds the exact spelling of names.',
      occurrence: 'Counts something and points out too many or too few.',
      conditional: 'Where one thing appears, another must be there too.',
      sequence: 'Points out two things that stand close together.',
      repetition: 'Points out a word that stands twice in a row.',
      consistency: 'Minds that a post keeps to one variant.',
      metric: 'Measures the whole text, such as how easily it reads.',
      link: 'Minds where links lead.',
      similarity: 'Points out a text that is nearly the caption still.',
    },
  },
  networks: {
    linkedin: 'LinkedIn',
    x: 'X',
    xing: 'XING',
    facebook: 'Facebook',
    bluesky: 'Bluesky',
    mastodon: 'Mastodon',
    threads: 'Threads',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    teams: 'Teams',
    email: 'E-mail',
  },
  join: {
    title: 'You are invited',
    lead: 'Herold helps you write about your work with an easier mind: hints while you write, and posts that suit you.',
    broken: 'This link is incomplete. Open it again from the message, right to its end.',
    install: 'Get the extension',
    installText:
      'Install “Herold” in Chrome, Edge or Firefox. Your communications team can tell you where, if it is not there already.',
    paste: 'Paste the link',
    pasteText: 'Open Herold from the icon in your browser’s toolbar and paste this link.',
    link: 'Your invitation link',
    copy: 'Copy link',
    copied: 'Copied',
    promises: 'What you can rely on',
    promiseList: [
      'Your drafts do not leave your browser.',
      'Hints are advice. You decide, and nobody learns what you pass over.',
      'What is counted is how often something was shared, never by whom.',
      'One click and you are out again, with everything about you deleted.',
    ],
  },
};
