/** How dates and numbers are written. */
export const isSwiss = navigator.languages.some((tag) => /^de-(CH|LI)$/i.test(tag));

/** 10’000 in Switzerland, 10.000 in Germany and Austria; English as in Britain. */
export const locale = (language: string) => {
  if (language === 'en') return 'en-GB';
  return isSwiss ? 'de-CH' : 'de-DE';
};
