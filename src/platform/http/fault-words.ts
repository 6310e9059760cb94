/** What a schema found wrong with one place of a request, as the validator says it. */
export interface Fault {
  readonly instancePath: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A fault in words for whoever filled the form in; `field` is null where it is not about one field. */
export interface SaidFault {
  readonly field: string | null;
  readonly text: string;
}

/** What is said of a field in its schema: `description` ends "… must be", such as "a day, like 2026-12-19". */
type Described = Readonly<Record<string, { readonly description?: string } | undefined>>;

/** The names fields have on pages, where another word stands there than in the form. */
const labels: Readonly<Record<string, string>> = {
  q: 'what you look for',
  fte: 'part of full time',
  dir: 'the order',
  nhs: 'NHS number',
  nhsNumber: 'NHS number',
  cqc: 'CQC provider',
};

const dateParts = /^(.+)-(day|month|year)$/;

function labelOf(field: string): string {
  const part = dateParts.exec(field);
  if (part) return `the ${part[2] ?? ''} of “${labelOf(part[1] ?? '')}”`;
  return (
    labels[field] ??
    field
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[-_]/g, ' ')
      .toLowerCase()
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: unknown): string =>
  count === 1 ? '1 character' : `${Number(count).toLocaleString('en-GB')} characters`;

/**
 * Says what is wrong with what was sent, a sentence for each field, without repeating what was typed: it may be a name or
 * a symptom. Of several faults of one field the first alone is said.
 */
export function sayFaults(faults: readonly Fault[], described: Described = {}): SaidFault[] {
  const said = new Map<string, SaidFault>();
  for (const fault of faults) {
    const field = fieldOf(fault);
    const says = field === '' ? 'Something in the form was not as it should be' : textOf(fault, field, described);
    if (!said.has(field)) said.set(field, { field: field === '' ? null : field, text: says });
  }
  return [...said.values()];
}

function fieldOf({ instancePath, keyword, params }: Fault): string {
  const first = instancePath.split('/')[1] ?? '';
  if (first === '' && keyword === 'required') return text(params?.['missingProperty']);
  return first.replaceAll('~1', '/').replaceAll('~0', '~');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function textOf({ keyword, params }: Fault, field: string, described: Described): string {
  const label = labelOf(field);
  const description = described[field]?.description;
  if (description) return `${capital(label)} must be ${description}`;
  switch (keyword) {
    case 'required':
    case 'minLength':
      return `Enter ${label}`;
    case 'maxLength':
      return `${capital(label)} must be ${counted(params?.['limit'])} or fewer`;
    case 'enum':
    case 'const':
    case 'anyOf':
      return `Choose one of the answers offered for ${label}`;
    case 'minimum':
      return `${capital(label)} must be ${String(params?.['limit'])} or more`;
    case 'maximum':
      return `${capital(label)} must be ${Number(params?.['limit']).toLocaleString('en-GB', { maximumFractionDigits: 6 })} or less`;
    case 'type':
      return ['integer', 'number'].includes(String(params?.['type']))
        ? `${capital(label)} must be a number`
        : `${capital(label)} was not sent as one answer: enter it again`;
    default:
      return `${capital(label)} is not written as it should be: enter it again`;
  }
}
