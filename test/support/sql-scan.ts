import ts from 'typescript';
import { domains } from '../../scripts/domains.ts';

/** What a file's statements name: tables and functions with their schema, and tables without one. */
export interface SqlNames {
  readonly statements: number;
  readonly qualified: readonly { readonly schema: string; readonly name: string; readonly isFunction: boolean }[];
  readonly bare: readonly string[];
  /** The verbs that change data, and the first one's statement to show. */
  readonly writes: readonly string[];
}

const schemas: readonly string[] = [...domains, 'platform', 'audit', 'graphile_worker'];

/** Reads every sql`…` of a source file. Values stand as `$`; a nested fragment is a statement of its own. */
export function sqlNames(source: string): SqlNames {
  const texts = sqlTexts(source).map(withoutTextsAndComments);
  return {
    statements: texts.length,
    qualified: texts.flatMap(qualifiedNames),
    // A fragment may stand under the WITH of another statement of its file.
    bare: texts.flatMap((text) => bareTables(text, new Set(texts.flatMap(namedWith)))),
    writes: texts.flatMap((text) => [...text.matchAll(writing)].map((match) => match[0].replaceAll(/\s+/g, ' '))),
  };
}

/** What breaks the ownership of tables in a store or queries file of the domain. */
export function ownershipFaults(domain: string, kind: 'store' | 'queries', source: string): string[] {
  const { qualified, bare, writes } = sqlNames(source);
  const place = (domains as readonly string[]).indexOf(domain);
  const readable = ['platform', 'audit', ...domains.slice(0, place + 1)];
  const foreign = qualified.filter(({ schema, isFunction }) =>
    kind === 'store' ? schema !== domain && !(schema === 'platform' && isFunction) : !readable.includes(schema),
  );
  return [
    ...foreign.map(({ schema, name }) => `names ${schema}.${name}`),
    ...bare.map((name) => `names ${name} without its schema`),
    ...(kind === 'queries' ? writes.map((verb) => `writes: ${verb}`) : []),
  ];
}

/** Statements in plain strings: SQL that goes round the tag, and with it round the fence. */
export function strayStatements(source: string): string[] {
  const stray: string[] = [];
  const statement = new RegExp(`\\b(?:from|join|into|update|call)\\s+(?:${schemas.join('|')})\\.\\w+`);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const [found] = statement.exec(node.getText()) ?? [];
      if (found !== undefined) stray.push(found);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('strings.ts', source, ts.ScriptTarget.Latest, true));
  return stray;
}

const writing =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate|copy\s+[\w.]+|(?<!\bfor\s+|\bdo\s+|\bkey\s+|\bon\s+)update\s+(?=[\w.]+\s+(?:as\s+)?(?:\w+\s+)?set\b))/g;

function sqlTexts(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql') {
      const { template } = node;
      if (ts.isNoSubstitutionTemplateLiteral(template)) texts.push(template.text);
      else texts.push([template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join(' $ '));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('statements.ts', source, ts.ScriptTarget.Latest, true));
  return texts;
}

function withoutTextsAndComments(text: string): string {
  return text
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase();
}

function qualifiedNames(text: string): { schema: string; name: string; isFunction: boolean }[] {
  const aliases = new Set(
    [...text.matchAll(/[\w)]\s+(?:as\s+)?(\w+)\s*(?=$|[,;)\n]|\bon\b|\bwhere\b|\bset\b)/g)].map((m) => m[1]),
  );
  return [...text.matchAll(/(?<![\w."$])([a-z_]+)\s*\.\s*"?([a-z_][\w]*)"?(\s*\()?/g)]
    .map((match) => ({
      schema: match[1] ?? '',
      name: match[2] ?? '',
      isFunction: match[3] !== undefined,
      at: match.index,
    }))
    .filter(({ schema, at }) => schemas.includes(schema) && (!aliases.has(schema) || isTablePlace(text, at)));
}

/** Whether a table is expected here: an alias that happens to have a schema's name is not one. */
function isTablePlace(text: string, at: number): boolean {
  return /\b(?:from|join|into|update|table|only)\s+$/.test(text.slice(0, at));
}

const notTables = new Set(['select', 'lateral', 'set', 'stdin']);

/** The names a statement gives by WITH. */
function namedWith(text: string): string[] {
  const given = /(?:\bwith(?:\s+recursive)?|,)\s+(\w+)\s*(?:\([^()]*\)\s*)?as\s+(?:not\s+)?(?:materialized\s*)?\(/g;
  return [...text.matchAll(given)].flatMap(([, name]) => name ?? []);
}

function bareTables(text: string, named: ReadonlySet<string>): string[] {
  const places = /\b(from|join|into|update|using)\s+(?:only\s+|lateral\s+)?("?[a-z_]\w*"?)(?!\w|"?\s*[.(])/g;
  return [...text.matchAll(places)].flatMap((match) => {
    const [, place, name] = match;
    const before = text.slice(0, match.index);
    if (place === 'from' && (/\bdistinct\s+$/.test(before) || insideExtract(before))) return [];
    if (place === 'update' && /\b(?:for|do|key)\s+(?:no\s+)?$/.test(before)) return [];
    if (place === 'using' && !/\b(?:delete|merge)\b/.test(before)) return [];
    return name === undefined || named.has(name) || notTables.has(name) ? [] : [name];
  });
}

/** `extract(year from d)` and its like are not a FROM clause. */
function insideExtract(before: string): boolean {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    if (before[at] === ')') depth += 1;
    if (before[at] === '(' && depth-- === 0)
      return /\b(?:extract|substring|trim|overlay|position)\s*$/.test(before.slice(0, at));
  }
  return false;
}
