import type pg from 'pg';
import { domains } from '../../../scripts/domains.ts';
import { rowMakers, type Place, type Pointer } from './row-makers.ts';
import type { Row } from './reference.ts';
import { ids, type World } from './world.ts';

/** A table as the catalogue describes it. */
export interface Table {
  readonly name: string;
  readonly comment: string;
  readonly forced: boolean;
  readonly columns: readonly {
    name: string;
    type: string;
    required: boolean;
    generated: boolean;
    identity: boolean;
  }[];
  readonly parents: readonly { column: string; table: string; parentColumn: string }[];
  /** Each policy's name with what it lets through. */
  readonly policies: readonly { name: string; lets: string }[];
  readonly may: { readonly insert: boolean; readonly update: boolean; readonly delete: boolean };
}

const catalogue = `
  select n.nspname || '.' || c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as comment, c.relforcerowsecurity as forced,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> '',
        'required', a.attnotnull and not a.atthasdef and a.attidentity = '', 'identity', a.attidentity <> '') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(jsonb_agg(jsonb_build_object('column', a.attname, 'table', pn.nspname || '.' || pc.relname, 'parentColumn', pa.attname)), '[]')
      from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      join pg_class pc on pc.oid = k.confrelid join pg_namespace pn on pn.oid = pc.relnamespace
      join pg_attribute pa on pa.attrelid = pc.oid and pa.attnum = k.confkey[1]
      where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 1) as parents,
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.polname, 'lets', coalesce(pg_get_expr(p.polqual, p.polrelid), '')) order by p.polname), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies,
    jsonb_build_object('insert', has_table_privilege('superpractice_app', c.oid, 'insert'),
      'update', has_any_column_privilege('superpractice_app', c.oid, 'update'),
      'delete', has_table_privilege('superpractice_app', c.oid, 'delete')) as may
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker')
    and has_table_privilege('superpractice_app', c.oid, 'select')`;

const placeOf = ({ name }: Table): number => {
  const schema = name.split('.')[0] ?? '';
  return ['platform', ...domains, 'audit'].indexOf(schema);
};

/** Every table the app may read, in the order of the domains, so that what others point at comes first. */
export async function tables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(catalogue);
  const depth = (table: Table): number =>
    1 +
    Math.max(
      0,
      ...table.parents
        .filter(({ table: name }) => name !== table.name)
        .map(({ table: name }) => depthOf(rows, name, depth)),
    );
  return rows.sort((a, b) => placeOf(a) - placeOf(b) || depth(a) - depth(b) || (a.name < b.name ? -1 : 1));
}

function depthOf(all: readonly Table[], name: string, depth: (table: Table) => number): number {
  const parent = all.find((table) => table.name === name);
  return parent ? depth(parent) : 0;
}

/** Whether a table has a column. */
export const has = (table: Table, column: string): boolean => table.columns.some(({ name }) => name === column);

/** What fills the tables: the client acts as superpractice_guard. */
export interface Filling {
  readonly client: pg.Client;
  readonly all: readonly Table[];
  readonly world: World;
  readonly today: Temporal.PlainDate;
}

/**
 * Gives a table a row for each practice (or group), by its maker or from the catalogue alone; fails with the table's name
 * when neither works, so that a new table must be thought of here.
 */
export async function fill(filling: Filling, table: Table): Promise<void> {
  const places = has(table, 'practice_id') ? practicePlaces(filling.world) : groupPlaces;
  for (const place of places) {
    for (const values of rowMakers[table.name]?.(place, filling.today) ?? [{}]) {
      await insert(filling, table, [place, values]).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`test/support/matrix/row-makers.ts needs a maker for ${table.name}: ${why}`);
      });
    }
  }
}

const groupPlaces: readonly Place[] = [
  { practiceId: null, groupId: ids['ours'] ?? '', n: 1001 },
  { practiceId: null, groupId: ids['other'] ?? '', n: 1002 },
];

function practicePlaces({ practices }: World): Place[] {
  return practices.map(({ id, groups }, n) => ({
    practiceId: id,
    groupId: ids[groups.ours ? 'ours' : 'other'] ?? '',
    n,
  }));
}

async function insert(filling: Filling, table: Table, [place, values]: [Place, Row]): Promise<void> {
  const row: Record<string, unknown> = {};
  for (const column of table.columns) {
    if (column.generated || column.name in values) continue;
    const parent = table.parents.find((each) => each.column === column.name);
    const own = ownValue(column.name, place);
    if (own !== undefined) row[column.name] = own;
    else if (column.required && parent) row[column.name] = await parentOf(filling, parent, place);
    else if (column.required) row[column.name] = anyValue(column.type, filling.today);
  }
  for (const [name, value] of Object.entries(values))
    row[name] = isPointer(value)
      ? await parentOf(filling, { table: value.pointsAt, parentColumn: 'id', nth: value.nth }, place)
      : value;
  const names = Object.keys(row).map((name) => `"${name}"`);
  await filling.client.query(
    `insert into ${table.name} (${names.join()}) select ${names.join()} from jsonb_populate_record(null::${table.name}, $1)`,
    [JSON.stringify(row)],
  );
}

function isPointer(value: unknown): value is Pointer {
  return typeof value === 'object' && value !== null && 'pointsAt' in value;
}

function ownValue(column: string, place: Place): string | null | undefined {
  if (column === 'practice_id') return place.practiceId;
  return column === 'group_id' ? place.groupId : undefined;
}

/** The row a foreign key points at: of the same practice, else of the same group, else any there is. */
async function parentOf(
  { client, all }: Filling,
  parent: { table: string; parentColumn: string; nth?: number },
  place: Place,
): Promise<unknown> {
  const table = all.find(({ name }) => name === parent.table);
  const same = ['practice_id', 'group_id'].find((column) => table && has(table, column));
  const value = same === 'practice_id' ? place.practiceId : place.groupId;
  const where = same && value !== null ? `where ${same} = $1` : '';
  // Two of any must be of one group, which has several.
  const first = where === '' && table && has(table, 'group_id') ? `(group_id = '${ids['ours'] ?? ''}') desc,` : '';
  const { rows } = await client.query<{ key: unknown }>(
    `select ${parent.parentColumn} as key from ${parent.table} ${where} order by ${first} key limit 1 offset ${String(parent.nth ?? 0)}`,
    where ? [value] : [],
  );
  return rows[0]?.key;
}

function anyValue(type: string, today: Temporal.PlainDate): unknown {
  if (type === 'uuid') return crypto.randomUUID();
  if (type === 'text') return 'x';
  if (type === 'boolean') return false;
  if (type === 'date') return today.toString();
  if (type.startsWith('timestamp')) return `${today.toString()}T09:00:00Z`;
  if (type === 'jsonb' || type === 'json') return {};
  if (type.endsWith('[]')) return '{x}';
  return 1;
}
