// Holds the server to its description: which operation a request was, and whether the answer fits it.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { parse } from 'yaml';

const description = parse(readFileSync(new URL('../../../server/openapi.yaml', import.meta.url), 'utf8'));
// Not strict: OpenAPI adds keywords such as `example`.
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(description, 'openapi');

const METHODS = ['get', 'put', 'post', 'delete'];
const escapePointer = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');
const asPattern = (path) =>
  new RegExp(
    `^${path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, (_, name) => (name === 'name' ? '[^/]+' : '[^/]+?'))}$`,
  );

export const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => ({
    method,
    path,
    id: item[method].operationId,
    pattern: asPattern(path),
    literal: !path.includes('{'),
    responses: item[method].responses,
    takesBody: 'requestBody' in item[method],
    /** "session", "device", or undefined where anyone may ask. */
    credential: Object.keys((item[method].security ?? description.security ?? [])[0] ?? {})[0],
  })),
);

const exercised = new Set();

const operationOf = (method, path) => {
  const fits = operations.filter((operation) => operation.method === method && operation.pattern.test(path));
  return fits.find((operation) => operation.literal) ?? fits[0];
};

// Where the response stands in the document, through at most one reference.
function locate(operation, status) {
  const response = operation.responses[status];
  if (!response) return undefined;
  if (response.$ref) return { at: response.$ref, response: resolve(response.$ref) };
  return { at: `#/paths/${escapePointer(operation.path)}/${operation.method}/responses/${status}`, response };
}

const resolve = (pointer) =>
  pointer
    .slice(2)
    .split('/')
    .reduce((value, part) => value[part.replaceAll('~1', '/').replaceAll('~0', '~')], description);

/** Fails unless the answer is one that the description lists for this request. */
export function check(method, path, answer) {
  const operation = operationOf(method.toLowerCase(), path.split('?')[0]);
  expect(operation, `${method} ${path} is described`).toBeDefined();
  const found = locate(operation, answer.status);
  expect(found, `${operation.id} may answer ${answer.status}: ${JSON.stringify(answer.body)}`).toBeDefined();
  const content = found.response.content;
  if (content) checkBody(found, content, answer);
  else expect(answer.body, `${operation.id} ${answer.status} has no body`).toBe('');
  exercised.add(operation.id);
}

function checkBody({ at }, content, answer) {
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  expect(Object.keys(content)).toContain(type);
  if (!type.endsWith('json')) return;
  const validate = ajv.compile({ $ref: `openapi${at}/content/${escapePointer(type)}/schema` });
  expect(validate(answer.body), `${ajv.errorsText(validate.errors)} in ${JSON.stringify(answer.body)}`).toBe(
    true,
  );
}

/** The names of the operations that no answer was checked for. */
export const unexercised = () => operations.map(({ id }) => id).filter((id) => !exercised.has(id));
