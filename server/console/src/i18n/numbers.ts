/** Numbers in a reader's notation, alone and with their noun; enough for German and English. */
export function numbersIn(locale: string) {
  const format = new Intl.NumberFormat(locale);
  const number = (n: number) => format.format(n);
  const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${number(n)} ${many}`);
  return { number, plural };
}
