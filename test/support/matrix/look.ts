import type pg from 'pg';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Database } from '#platform/db/database.ts';
import { has, type Table } from './tables.ts';
import type { Row } from './reference.ts';
import { ids, type Actor } from './world.ts';

/** A row as it truly stands, whoever may see it. */
export interface TrueRow {
  readonly at: string;
  readonly row: Row;
}

/** Every row of a table; the client acts as superpractice_guard. */
export async function trueRows(client: pg.Client, table: Table): Promise<TrueRow[]> {
  const { rows } = await client.query<TrueRow>(`select t.ctid::text as at, to_jsonb(t) as row from ${table.name} t`);
  return rows;
}

/** The context in which somebody acts. */
function contextOf(db: Database, actor: Actor): Context {
  const { personId, says, roleHeldId, role, group, practice, clientId, patientId } = actor;
  const groupId = ids[group] ?? null;
  const program = { personId: null, roleHeldId: null, practiceId: null, name: says, role, groupId };
  return {
    db,
    actor:
      patientId !== undefined
        ? { ...program, patientId }
        : clientId === undefined
          ? { ...program, personId, roleHeldId, practiceId: practice }
          : { ...program, clientId },
    act: { action: 'look' },
  };
}

/** Where the rows stand that the actor of a transaction sees. */
export async function seenRows(tx: Tx, table: Table): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ at: string }>(`select t.ctid::text as at from ${table.name} t`);
  return new Set(rows.map(({ at }) => at));
}

/** What an actor could write of rows they do not see; every entry is a fault. Nothing of it stays. */
export async function writesThrough(tx: Tx, table: Table, hidden: readonly TrueRow[]): Promise<string[]> {
  if (hidden.length === 0) return [];
  const column = has(table, 'practice_id') ? 'practice_id' : 'group_id';
  const places = hidden.map(({ at }) => at);
  const faults: string[] = [];
  for (const [verb, text] of [
    ['update', `update ${table.name} set ${column} = ${column} where ctid = any ($1::tid[])`],
    ['delete', `delete from ${table.name} where ctid = any ($1::tid[])`],
  ] as const) {
    if (!table.may[verb]) continue;
    await tx.client.query('savepoint before');
    const answer = await tx.client.query(text, [places]).then(
      ({ rowCount }) => rowCount ?? 0,
      (error: unknown) => (isRefusal(error) ? 0 : String(error)),
    );
    await tx.client.query('rollback to savepoint before');
    if (answer !== 0) faults.push(`${verb}s ${table.name}: ${answer}`);
  }
  return faults;
}

const isRefusal = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501';

/** The name of the function that tries inserts into a table. */
const tryOf = (table: Table): string => `matrix."${table.name}"`;

/** Makes, as the owner, one function a table that tries inserts one by one: its statement is planned once, not for each try. */
export async function makeTries(owner: Database, tables: readonly Table[]): Promise<void> {
  const statements = tables
    .filter(({ may }) => may.insert)
    .map((table) => {
      const names = table.columns
        .filter(({ generated, identity }) => !generated && !identity)
        .map(({ name }) => `"${name}"`)
        .join();
      return `create function ${tryOf(table)}(rows jsonb) returns text[] language plpgsql as $try$
      declare
        one jsonb;
        let_through text[] := '{}';
      begin
        for one in select * from jsonb_array_elements(rows) loop
          begin
            insert into ${table.name} (${names}) select ${names} from jsonb_populate_record(null::${table.name}, one);
            let_through := let_through || 'a row'::text;
          exception
            when insufficient_privilege then null;
            when others then let_through := let_through || sqlerrm;
          end;
        end loop;
        return let_through;
      end $try$`;
    });
  await owner.pool.query(
    ['create schema matrix', 'grant usage on schema matrix to superpractice_app', ...statements].join(';\n'),
  );
}

/** Tries to add a copy of a hidden row for each practice, one by one in the server; answers each that was not refused for it. */
export async function insertsThrough(tx: Tx, table: Table, hidden: readonly TrueRow[]): Promise<string[]> {
  if (hidden.length === 0 || !table.may.insert) return [];
  const column = has(table, 'practice_id') ? 'practice_id' : 'group_id';
  const onePerPractice = new Map(hidden.map(({ row }) => [row[column], row]));
  const { rows } = await tx.client.query<{ answer: string[] }>(`select ${tryOf(table)}($1) as answer`, [
    JSON.stringify([...onePerPractice.values()]),
  ]);
  return (rows[0]?.answer ?? ['no answer']).map((why) => `inserts into ${table.name}: ${why}`);
}

/** Runs work as an actor and leaves nothing of it behind. */
export async function asActor<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const undone = new Error('undone');
  let value: { of: T } | undefined;
  try {
    await transaction(contextOf(db, actor), async (tx) => {
      value = { of: await work(tx) };
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  if (!value) throw undone;
  return value.of;
}
