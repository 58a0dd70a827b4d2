/** Tables as spreadsheets read them (RFC 4180), in UTF-8 that says so. */

/** What a spreadsheet would take for a formula is to stay a text (OWASP, "CSV injection"). */
const asText = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const quoted = (value: string) => `"${asText(value).replaceAll('"', '""')}"`;

/** Where numbers have a decimal comma, spreadsheets want semicolons between the cells. */
const separator = (language: string) => (language === 'en' ? ',' : ';');

export function csv(rows: (string | number)[][], language: string): string {
  const lines = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(separator(language)),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
