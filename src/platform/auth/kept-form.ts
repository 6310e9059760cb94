import { randomUUIDv7 } from 'node:crypto';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A half-written form that a lock interrupted. */
export interface KeptForm {
  readonly id: string;
  readonly url: string;
  readonly fields: Record<string, string>;
}

/** Keeps what a person had written, for that person only, until it is taken back or a day has passed. */
export async function keepForm(
  db: Queryable,
  personId: string,
  { url, fields }: Omit<KeptForm, 'id'>,
): Promise<string> {
  const id = randomUUIDv7();
  await db.rows(
    sql`delete from platform.kept_form where person_id = ${personId} and (url = ${url} or kept_at < now() - interval '1 day')`,
  );
  await db.rows(
    sql`insert into platform.kept_form (id, person_id, url, fields) values (${id}, ${personId}, ${url}, ${JSON.stringify(fields)}::jsonb)`,
  );
  return id;
}

/** The forms a person has waiting, newest first. */
export async function keptForms(db: Queryable, personId: string): Promise<KeptForm[]> {
  return db.rows<KeptForm>(
    sql`select id, url, fields from platform.kept_form where person_id = ${personId} and kept_at >= now() - interval '1 day' order by kept_at desc`,
  );
}

/** Takes a form back; it is no longer kept. */
export async function takeKeptForm(db: Queryable, personId: string, url: string): Promise<KeptForm | undefined> {
  return db.maybe<KeptForm>(
    sql`delete from platform.kept_form where person_id = ${personId} and url = ${url} returning id, url, fields`,
  );
}
