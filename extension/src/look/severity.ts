/**
 * What a person sees of a severity, in words and signs. Advice, never a verdict.
 * The order is that of the flat records of the core: 0 suggestion, 1 warning, 2 error.
 */
export const SEVERITIES = ['suggestion', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type InterfaceLanguage = 'de' | 'en';

export const SEVERITY_WORDS: Record<InterfaceLanguage, Record<Severity, string>> = {
  de: { suggestion: 'Tipp', warning: 'Achtung', error: 'Bitte so nicht' },
  en: { suggestion: 'Tip', warning: 'Careful', error: 'Please don’t post this yet' },
};

/** Paths in a 16 × 16 box, drawn as lines of 1.5. Each shape reads without its colour. */
export const SEVERITY_ICONS: Record<Severity, string> = {
  // A light bulb.
  suggestion:
    'M6 11.5h4M6.5 14h3M8 1.75a4.25 4.25 0 0 0-2.4 7.76c.4.3.65.75.65 1.24v.75h3.5v-.75c0-.49.25-.94.65-1.24A4.25 4.25 0 0 0 8 1.75Z',
  // A triangle with an exclamation mark.
  warning: 'M8 2 14.5 13.5h-13ZM8 6.25v3.5M8 11.4v.2',
  // An octagon with a bar.
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4ZM5 8h6',
};
