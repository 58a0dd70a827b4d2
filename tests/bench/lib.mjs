// What the benches share: percentiles, and the line each figure is printed as.

/** The value below which `share` (0…1) of the `samples` lie; nearest rank. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** One JSON line: {"bench", "subject", "metric", "value", "unit"}. */
export function print(bench, subject, metric, value, unit) {
  console.log(JSON.stringify({ bench, subject, metric, value: Number(value.toPrecision(4)), unit }));
}

/** Prints p50, p95 and p99 of milliseconds, those asked for. */
export function printPercentiles(bench, subject, samples, shares = [0.5, 0.95]) {
  for (const share of shares)
    print(bench, subject, `p${Math.round(share * 100)}`, percentile(samples, share), 'ms');
}
