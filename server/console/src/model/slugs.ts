const longest = 64; // as the server has it

/** A short name for programs from what people type: "Künstliche Intelligenz" becomes "kuenstliche-intelligenz". */
export function slug(text: string): string {
  const spelled = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss');
  const plain = spelled.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, longest).replace(/-$/, '');
}
