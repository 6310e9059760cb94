/** A cell of a table to be written as CSV. */
export type Cell = string | number | null;

/** The characters at which a spreadsheet takes a text for a formula (OWASP, CSV injection): such a text is written after an apostrophe. */
export const formulaStarts = '=+-@\t\r\n';

/** A telephone number as the world writes it: no formula, so it stays as it is. JavaScript and PostgreSQL read it alike. */
export const phoneNumber = '^[+][0-9 ]+$';

const isPhoneNumber = new RegExp(phoneNumber);

/**
 * A table as CSV (RFC 4180). A text that a spreadsheet would take for a formula is given an apostrophe, because names come
 * from outside; a telephone number is no formula, a number never is, and what is not known is an empty cell.
 */
export function csvText(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const formula = value !== '' && formulaStarts.includes(value.charAt(0)) && !isPhoneNumber.test(value);
  const text = formula ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
