/** Content, publishing and what changes with it. */

import type { publishing as German } from '../de/publishing.ts';
import { plural } from '../plural.ts';

export const publishing: typeof German = {
  content: {
    lead: 'What your people like to share: articles, reports, openings. Herold suggests what fits a draft.',
    items: 'Items',
    create: 'New item',
    emptyTitle: 'No content yet',
    emptyText:
      'An item is a link with a title and a few captions. Start with what you are sharing this week anyway.',
    search: 'Search',
    topic: 'Topic',
    anyTopic: 'Any topic',
    count: (shown, all) =>
      shown === all ? plural(all, 'item', 'items') : `${shown} of ${plural(all, 'item', 'items')}`,
    title: 'Title',
    topics: 'Topics',
    language: 'Language',
    captions: 'Captions',
    shown: 'Offered',
    period: (from, until) => {
      if (from && until) return `${from} to ${until}`;
      if (from) return `from ${from}`;
      return until ? `until ${until}` : 'always';
    },
    topicsLead: 'Topics sort the content; people choose from them what interests them.',
    addTopic: 'Add a topic',
    topicsSaved: 'The topics are saved.',
    url: 'Address of the page',
    badUrl: 'The address starts with https:// or http://.',
    badPeriod: 'The end is before the beginning.',
    idTaken: 'There is an item with this title already. Choose another title.',
    summary: 'Summary',
    summaryHint: 'Helps Herold to see which drafts the item fits.',
    priority: 'Priority',
    priorityHint: '0 to 10; higher first when several fit.',
    owner: 'Contact',
    ownerHint: 'Whom to ask about it.',
    network: 'Network',
    anyNetwork: 'any',
    captionText: (n) => `Caption ${n}`,
    noCaptions: 'None yet. With two or three, not everyone posts the same.',
    page: {
      read: 'Read from the page',
      reading: 'Reading …',
      parts: { title: 'title', summary: 'summary', imageUrl: 'picture', language: 'language' },
      taken: (parts) => `Taken over: ${parts.join(', ')}.`,
      altMissing: 'Say what the picture shows.',
      nothing: 'The page names nothing that is missing here.',
    },
    addCaption: 'Add a caption',
    length: (used, limit) =>
      limit === undefined
        ? `${used} characters with the link`
        : `${used} of ${limit} characters with the link`,
    hashtags: 'Hashtags',
    hashtagsHint: 'Without #.',
    disclosure: 'Disclosure',
    disclosureHint: 'A sentence that has to go along, such as “I work at …”.',
    audience: 'To whom and when',
    audienceLead: 'With nothing chosen, the item is offered to everyone, everywhere and always.',
    from: 'Offer from',
    until: 'Offer until',
  },
  publish: {
    lead: 'The examples run, then it is signed. Within a second it reaches everyone who is writing.',
    changes: (channel) => `What changes for “${channel}”`,
    since: (revision) => `since revision ${revision}`,
    nothingTitle: 'Nothing to publish',
    nothingText: (channel) => `“${channel}” is up to date.`,
    whats: {
      guideline: 'Guidelines',
      content: 'Content',
      topics: 'Topics',
      organisation: 'Roles, groups, settings',
      pack: 'Title and language of the guidelines',
    },
    signs: { added: 'new', changed: 'changed', removed: 'removed' },
    act: 'Publish',
    channel: 'To',
    channelHint: 'First the pilot group, then everyone: a mistake stays small.',
    note: 'Note',
    noteHint: 'What it is about, for the history.',
    tests: 'Examples',
    button: (channel) =>
      channel === 'pilot'
        ? 'Publish to the pilot group'
        : `Publish to ${channel === 'everyone' ? 'everyone' : channel}`,
    done: (revision, channel) => `Revision ${revision} is published to “${channel}”.`,
    history: 'History',
    noHistory: 'Nothing published yet.',
    revision: 'Revision',
    when: 'When',
    who: 'Who',
    extent: 'Guidelines',
    extentText: (added, changed, removed) =>
      [added && `${added} new`, changed && `${changed} changed`, removed && `${removed} removed`]
        .filter(Boolean)
        .join(', ') || 'unchanged',
    current: 'in force',
    restore: 'Restore',
    restoreTitle: (revision, channel) => `Go back to revision ${revision} for “${channel}”?`,
    restoreText: 'Its contents are published under a new revision. What you are working on stays as it is.',
    restoreConfirm: (channel) => `Restore for “${channel}”`,
    restored: (old, now) => `Revision ${old} is in force again, as revision ${now}.`,
  },
  tests: {
    passed: (examples, guidelines) =>
      `${plural(examples, 'example', 'examples')} in ${plural(guidelines, 'guideline', 'guidelines')}: all as expected.`,
    failed: 'This cannot be published yet:',
    failure: (text, expected) =>
      expected === 'violates' ? `Stays quiet at “${text}”.` : `Speaks up at “${text}” but should be quiet.`,
    warnings: (n) => plural(n, 'remark', 'remarks'),
  },
  changes: {
    names: {
      kind: 'Kind',
      message: 'Message',
      why: 'Reason',
      lesson: '“A short lesson”',
      source: 'Source',
      link: 'Link',
      terms: 'Terms',
      patterns: 'Patterns',
      detect: 'Recognition',
      match: 'Precision',
      except: 'Exceptions',
      replace: 'Suggestions',
      remove: 'Leaving out',
      swap: 'Pairs of words',
      swapPatterns: 'Pairs with patterns',
      count: 'Counted',
      min: 'At least',
      max: 'At most',
      scope: 'Scope',
      if: 'Condition',
      // biome-ignore lint/suspicious/noThenProperty: a key of guidelines, no promise
      then: 'Consequence',
      where: 'Place',
      insert: 'Text to insert',
    },
    conditions: {
      languages: 'Languages',
      notLanguages: 'Excepted languages',
      roles: 'Roles',
      notRoles: 'Excepted roles',
      groups: 'Groups',
      notGroups: 'Excepted groups',
      networks: 'Networks',
      notNetworks: 'Excepted networks',
      from: 'Holds from',
      until: 'Holds until',
      periods: 'Periods',
    },
    severities: { suggestion: 'Tip', warning: 'Careful', error: 'Please don’t post this yet' },
    severity: (before, after) => `Level: from “${before}” to “${after}”.`,
    added: (name, value) => `${name}, new: ${value}`,
    removed: (name) => `${name}: dropped.`,
    reworded: (name) => `${name}: reworded.`,
    reordered: (name) => `${name}: in another order.`,
    replaced: (name, before, after) => `${name}: ${after} instead of ${before}`,
    listAdded: (name, values) => `${name}: ${values} added.`,
    listRemoved: (name, values) => `${name}: ${values} gone.`,
    conditionNow: (name, value) => `${name}: ${value}.`,
    examples: (before, after) =>
      before === after ? 'Examples: changed.' : `Examples: ${after} instead of ${before}.`,
    quote: (value) => `“${value.replaceAll('“', '‘').replaceAll('”', '’')}”`,
    more: (n) => `and ${n} more`,
  },
};
