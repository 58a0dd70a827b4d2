/** How dates and numbers are written. */
import { isSwiss } from '../../../../extension/src/look/swiss.ts';

/** 10’000 in Switzerland, 10.000 in Germany and Austria; English as in Britain. */
export const locale = (language: string) => {
  if (language === 'en') return 'en-GB';
  return isSwiss ? 'de-CH' : 'de-DE';
};

export const formatNumber = (n: number, language: string) =>
  new Intl.NumberFormat(locale(language)).format(n);
