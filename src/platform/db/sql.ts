/** A statement with its values kept apart from its text; nothing a user typed ever becomes text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

const fragments = new WeakSet<object>();

function isFragment(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && fragments.has(value);
}

/** Temporal values travel as their ISO text; everything else as the driver sends it. */
function bindable(value: unknown): unknown {
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.PlainDateTime
  )
    return value.toString();
  return value;
}

/** Builds a statement; a nested `sql` fragment is spliced in, any other value becomes a numbered parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const values: unknown[] = [];
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    if (isFragment(part)) {
      text += part.text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + values.length}`);
      values.push(...part.values);
    } else {
      values.push(bindable(part));
      text += `$${values.length}`;
    }
    text += strings[index + 1] ?? '';
  });
  const statement: Sql = { text, values };
  fragments.add(statement);
  return statement;
}
