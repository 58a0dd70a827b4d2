/** What a form can say of a guideline: its kinds, and the words that they choose from. */
export const formKinds = [
  'existence',
  'substitution',
  'capitalization',
  'occurrence',
  'conditional',
  'sequence',
  'repetition',
  'consistency',
  'metric',
  'link',
  'similarity',
] as const;
export type FormKind = (typeof formKinds)[number];
export const detectors = [
  'email',
  'phone',
  'iban',
  'credit-card',
  'ahv',
  'ip-address',
  'secret-token',
  'url',
  'url-shortener',
  'hashtag',
  'mention',
  'emoji',
  'money',
  'percentage',
  'styled-letters',
] as const;
export const metrics = [
  'readability',
  'lix',
  'sentence-length',
  'capitals',
  'automated-readability',
  'coleman-liau',
  'flesch-kincaid',
  'gunning-fog',
  'smog',
] as const;
export const counts = [
  'hashtags',
  'mentions',
  'links',
  'emojis',
  'words',
  'characters',
  'sentences',
  'paragraphs',
  'exclamations',
] as const;
export const scopes = ['draft', 'sentence', 'paragraph', 'opening'] as const;
export const places = ['anywhere', 'before', 'after', 'opening', 'same-sentence', 'same-text'] as const;

export const hasForm = (kind: string): kind is FormKind => (formKinds as readonly string[]).includes(kind);
