/** JSON Pointers of problems, and the form field that each belongs to. */
import type { FieldProblem } from '../api/client.ts';

/** Drops the way into a pack: `/guidelines/3/terms/0` and `/terms/0` are the same place in a guideline. */
export const withinGuideline = (pointer: string) => pointer.replace(/^\/guidelines\/\d+/, '');

/** What is wrong at `field` or below it, each in the words of `say` and once: form and server may find the same. */
export function problemsAt(
  problems: FieldProblem[],
  field: string,
  say: (message: string) => string,
): string[] {
  const here = problems.filter((p) => covers(field, withinGuideline(p.pointer)));
  return [...new Set(here.map((p) => say(p.message)))];
}

/** Those that none of the fields shows, so that a form can show them above itself. */
export function unclaimed(problems: FieldProblem[], fields: readonly string[]): FieldProblem[] {
  return problems.filter((p) => !fields.some((field) => covers(field, withinGuideline(p.pointer))));
}

const covers = (field: string, pointer: string) => pointer === field || pointer.startsWith(`${field}/`);

/** The places in a guideline beside which the form shows what is wrong. */
export const fieldsOfForm = [
  '/id',
  '/kind',
  '/severity',
  '/message',
  '/why',
  '/lesson',
  '/source',
  '/link',
  '/applies/languages',
  '/applies/notLanguages',
  '/applies/roles',
  '/applies/notRoles',
  '/applies/groups',
  '/applies/notGroups',
  '/applies/networks',
  '/applies/notNetworks',
  '/applies/from',
  '/applies/until',
  '/terms',
  '/patterns',
  '/detect',
  '/except',
  '/swap',
  '/swapPatterns',
  '/replace',
  '/count',
  '/min',
  '/max',
  '/scope',
  '/if',
  '/then',
  '/where',
  '/first',
  '/second',
  '/within',
  '/either',
  '/metric',
  '/minWords',
  '/allowDomains',
  '/denyDomains',
  '/https',
  '/utm',
  '/insert',
] as const;
