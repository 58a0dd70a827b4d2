/** Whether a text is the address of a page in the web, as far as can be told while it is typed. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text);
