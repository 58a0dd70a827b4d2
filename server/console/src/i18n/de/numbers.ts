import { locale } from '../locales.ts';
import { numbersIn } from '../numbers.ts';

export const { number, plural } = numbersIn(locale('de'));
