import { randomUUIDv7 } from 'node:crypto';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A half-written form that a lock interrupted. */
export interface KeptForm {
  readonly id: string;
  readonly url: string;
  readonly fields: Record<string, string>;
  /** True when it had been sent already and must be sent again; false when it goes back into the page at `url`. */
  readonly posted: boolean;
}

/** Keeps what a person had written, for that person only, until it is taken back or a day has passed. */
export async function keepForm(db: Queryable, personId: string, form: Omit<KeptForm, 'id'>): Promise<void> {
  await db.rows(sql`delete from platform.kept_form
    where person_id = ${personId} and (url = ${form.url} or kept_at < now() - interval '1 day')`);
  await db.rows(sql`insert into platform.kept_form (id, person_id, url, fields, posted)
    values (${randomUUIDv7()}, ${personId}, ${form.url}, ${JSON.stringify(form.fields)}::jsonb, ${form.posted})`);
}

/** The forms a person has waiting, newest first. */
export async function keptForms(db: Queryable, personId: string): Promise<KeptForm[]> {
  return db.rows<KeptForm>(sql`select id, url, fields, posted from platform.kept_form
    where person_id = ${personId} and kept_at >= now() - interval '1 day' order by kept_at desc`);
}

/** Takes a half-written form back; it is no longer kept. */
export async function takeKeptForm(db: Queryable, personId: string, url: string): Promise<KeptForm | undefined> {
  return db.maybe<KeptForm>(sql`delete from platform.kept_form
    where person_id = ${personId} and url = ${url} and not posted returning id, url, fields, posted`);
}

/** Drops one of a person's kept forms: it has been sent again, or is not wanted. */
export async function dropKeptForm(db: Queryable, personId: string, id: string): Promise<void> {
  await db.rows(sql`delete from platform.kept_form where person_id = ${personId} and id = ${id}`);
}
