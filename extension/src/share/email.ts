import { textOfMessage } from './message.ts';
import { encode, type Network } from './network.ts';
import { shortened } from './shorten.ts';

/** Mail programs cut the whole address (RFC 6068) at about this length. */
const ADDRESS_LENGTH = 2000;
const SUBJECT_LENGTH = 400;
const FIXED_LENGTH = 'mailto:?subject=&body='.length;

export const email: Network = {
  id: 'email',
  name: null,
  network: 'email',
  medium: 'email',
  hashtags: false,
  prefills: 'text',
  limit: ADDRESS_LENGTH - SUBJECT_LENGTH - FIXED_LENGTH,
  limitOf: 'window',
  length: (text) => encodedBody(text).length,
  window: (message) =>
    `mailto:?subject=${encodedSubject(message.title)}&body=${encodedBody(textOfMessage(message))}`,
};

/** RFC 6068: line breaks in a body are CRLF. */
function encodedBody(text: string): string {
  return encode(text.replace(/\r\n|\r|\n/g, '\r\n'));
}

/** One line. */
function encodedSubject(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return encode(shortened(line, (kept) => encode(kept).length <= SUBJECT_LENGTH));
}
