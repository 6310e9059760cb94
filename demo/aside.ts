import type pg from 'pg';

/** Tables whose rows row-level security protects from everyone but those it lets through. */
const protectedTables = [
  'network.group_practice', 'network.hub', 'network.hub_member', 'network.contract', 'network.agreement', 'workforce.clinician', 'workforce.daily_limit',
  'patients.patient', 'access.session', 'access.duty', 'access.request', 'access.red_flag', 'access.clinician_day', 'access.booking', 'access.hand_back',
  'access.hand_back_ask', 'access.owed_result', 'access.fullness_policy', 'access.waiting_place', 'access.danger_review', 'access.level_change', 'access.group_level_change', 'access.hub_quota',
  'access.session_change', 'access.orphan', 'access.book', 'access.book_clinician', 'access.book_entry', 'access.book_import', 'access.hub_week', 'workforce.supervision', 'workforce.micro_team_member', 'audit.event',
]; // prettier-ignore

/** Tables whose changes triggers audit one by one, or check. */
const watchedTables = [
  'network.practice', 'network.group', 'network.branch_site', 'network.person', 'network.role_held',
  ...protectedTables.filter((table) => table !== 'audit.event' && table !== 'access.clinician_day'),
]; // prettier-ignore

/** Tables of hundreds of thousands of rows: their indexes and references are quicker made whole than row by row. */
const largeTables = ['patients.patient', 'access.session', 'access.request', 'access.booking', 'audit.event'];

interface Definition {
  readonly drop: string;
  readonly make: string;
}

/**
 * Sets aside, within the transaction and as the owner, what stands in the way of loading in bulk: COPY is refused under
 * row-level security, the audit would write a row for each row, and references and indexes are checked row by row.
 * What is answered puts all of it back as it was, which checks every reference and unique index over everything loaded.
 */
export async function setAside(client: pg.Client): Promise<() => Promise<void>> {
  const definitions = await definitionsOf(client);
  const run = async (statements: readonly string[]): Promise<void> => {
    if (statements.length > 0) await client.query(statements.join(';\n'));
  };
  await run([
    ...protectedTables.map((table) => `alter table ${table} no force row level security`),
    ...watchedTables.map((table) => `alter table ${table} disable trigger user`),
    // Plans are checked, and the times they open kept, row by row also here.
    'alter table access.session enable trigger plan_is_legal',
    ...definitions.map((each) => each.drop),
  ]);
  return () =>
    run([
      ...definitions.map((each) => each.make).reverse(),
      ...watchedTables.map((table) => `alter table ${table} enable trigger user`),
      ...protectedTables.map((table) => `alter table ${table} force row level security`),
    ]);
}

/** The references and plain indexes of the large tables; references first, because they may lean on an index. */
async function definitionsOf(client: pg.Client): Promise<Definition[]> {
  const { rows } = await client.query<Definition>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as make
     from pg_constraint c where c.contype = 'f' and c.conrelid = any ($1::regclass[])
     union all
     select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisprimary
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [largeTables],
  );
  return rows;
}
