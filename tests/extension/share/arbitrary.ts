import fc from 'fast-check';

/** Addresses with paths, queries and fragments of all kinds; `fc.webUrl` spends its time on host names. */
export const anyUrl = fc
  .tuple(
    fc.constantFrom('https://acme.example', 'http://www.zürich.example:8080', 'https://a.b-c.example'),
    fc.webPath(),
    fc.option(fc.webQueryParameters(), { nil: undefined }),
    fc.option(fc.webFragments(), { nil: undefined }),
  )
  .map(([origin, path, query, fragment]) => {
    const parts = [query === undefined ? '' : `?${query}`, fragment === undefined ? '' : `#${fragment}`];
    return origin + path + parts.join('');
  });
