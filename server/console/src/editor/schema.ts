/** The schema of one guideline, cut out of the pack's. */
import type { JSONSchema7 } from 'json-schema';
import packSchema from '../../../../core/schema/pack.schema.json';

const { definitions } = packSchema as unknown as JSONSchema7;

export const guidelineSchema = { ...(definitions?.guideline as JSONSchema7), definitions } as JSONSchema7;
