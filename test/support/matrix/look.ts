import type pg from 'pg';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
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
  const { personId, says, roleHeldId, role, group, practice, clientId } = actor;
  const groupId = ids[group] ?? null;
  const program = { personId: null, roleHeldId: null, practiceId: null, name: says, role, groupId };
  return {
    db,
    actor:
      clientId === undefined ? { ...program, personId, roleHeldId, practiceId: practice } : { ...program, clientId },
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

/** Tries to add a copy of a hidden row for each practice, one by one in the server; answers each that was not refused for it. */
export async function insertsThrough(tx: Tx, table: Table, hidden: readonly TrueRow[]): Promise<string[]> {
  if (hidden.length === 0 || !table.may.insert) return [];
  const column = has(table, 'practice_id') ? 'practice_id' : 'group_id';
  const onePerPractice = new Map(hidden.map(({ row }) => [row[column], row]));
  const names = table.columns
    .filter(({ generated, identity }) => !generated && !identity)
    .map(({ name }) => `"${name}"`);
  await tx.rows(sql`create function pg_temp.try_all(rows jsonb, target text, columns text) returns text[] language plpgsql as $try$
    declare
      one jsonb;
      let_through text[] := '{}';
    begin
      for one in select * from jsonb_array_elements(rows) loop
        begin
          execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', target, columns, columns, target) using one;
          let_through := let_through || (one ->> 0 || 'a row');
        exception
          when insufficient_privilege then null;
          when others then let_through := let_through || sqlerrm;
        end;
      end loop;
      return let_through;
    end $try$`);
  const { answer } = await tx.one<{ answer: (string | null)[] }>(
    sql`select pg_temp.try_all(${JSON.stringify([...onePerPractice.values()])}::jsonb, ${table.name}, ${names.join()}) as answer`,
  );
  await tx.rows(sql`drop function pg_temp.try_all(jsonb, text, text)`);
  return answer.map((why) => `inserts into ${table.name}: ${why ?? 'a row'}`);
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
