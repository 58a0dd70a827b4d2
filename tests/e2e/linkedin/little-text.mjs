// LinkedIn's reading of `commentary`, written from the grammar of its documentation and independently of ours.
const RESERVED = new Set('\\|{}@[]()<>#*_~');
const TEMPLATE = /^\{hashtag\|(\\?[#＃])\|((?:\\.|[^\\|{}@[\]()<>#*_~])+)\}/su;
const MENTION = /^@\[((?:\\.|[^\\|{}@[\]()<>#*_~])+)\] ?\(urn:li:(?:person|organization):\w+\)/su;
const HASHTAG = /^[#＃]([\p{L}\p{M}\p{N}]+)/u;
const unescaped = (text) => text.replace(/\\(.)/gsu, '$1');

/** What people see, the hashtags among it, and whether the rest was cut at a reserved character. */
export function readLittleText(commentary) {
  const seen = { text: '', hashtags: [], cut: false };
  let rest = commentary;
  while (rest !== '') {
    const length = readOne(rest, seen);
    if (length === 0) return { ...seen, cut: true };
    rest = rest.slice(length);
  }
  return seen;
}

/** The length of the element in front; 0: there is none, and everything from here is lost. */
function readOne(rest, seen) {
  if (rest[0] === '\\') {
    if (!RESERVED.has(rest[1])) return 0;
    seen.text += rest[1];
    return 2;
  }
  const template = TEMPLATE.exec(rest);
  if (template) {
    const word = unescaped(template[2]);
    seen.text += unescaped(template[1]) + word;
    seen.hashtags.push(word);
    return template[0].length;
  }
  const mention = MENTION.exec(rest);
  if (mention) {
    seen.text += unescaped(mention[1]);
    return mention[0].length;
  }
  if (rest[0] === '#') {
    const hashtag = HASHTAG.exec(rest);
    if (!hashtag) return 0;
    seen.text += hashtag[0];
    seen.hashtags.push(hashtag[1]);
    return hashtag[0].length;
  }
  if (RESERVED.has(rest[0])) return 0;
  seen.text += rest[0];
  return 1;
}
