import { randomUUIDv7 } from 'node:crypto';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Session } from './session-store.ts';

/** A half-written form that a lock interrupted. */
export interface KeptForm {
  readonly id: string;
  readonly url: string;
  readonly fields: Record<string, string>;
  /** True when it had been sent already and must be sent again; false when it goes back into the page at `url`. */
  readonly posted: boolean;
  /** What a danger in its words asks for, and the page where it is seen to; null where there is none. */
  readonly advice: Danger['advice'] | null;
  readonly advicePage: string | null;
}

/** A danger in words that could not be sent. */
export interface Danger {
  readonly advice: 'ambulance' | 'clinician';
  /** The page where it has been raised with a clinician; null where nobody has been told of it. */
  readonly page: string | null;
}

/** Words that are kept for somebody: whose, where they were to go, and what was kept there before them. */
export interface KeptWords {
  readonly personId: string;
  readonly roleHeldId: string | null;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly before: { readonly fields: Readonly<Record<string, string>>; readonly page: string } | undefined;
}

/** Looks for danger in words that could not be sent; the platform knows no domain, so the app says how. */
export interface Hearing {
  /** Raises what it finds, in the name of whoever wrote it. */
  kept(words: KeptWords): Promise<Danger | undefined>;
  /** Only looks: nobody is known to have written it, so nothing is raised. */
  unknown(url: string, fields: Readonly<Record<string, string>>): Danger['advice'] | undefined;
}

/** What keeping a form needs. */
export interface Keeping {
  readonly db: Queryable;
  readonly hearing: Hearing;
  readonly log: { error(about: object, text: string): void };
}

/**
 * Keeps what a person had written, for that person only, until it is taken back or a day has passed, and has it heard at
 * once. Whatever goes wrong with the hearing, the words are kept, and whoever sits there is told what to do.
 */
export async function keepForm(
  { db, hearing, log }: Keeping,
  session: Pick<Session, 'personId' | 'roleHeldId' | 'tokenHash'>,
  form: Pick<KeptForm, 'url' | 'fields' | 'posted'>,
): Promise<Danger | undefined> {
  const { personId, roleHeldId, tokenHash } = session;
  const { url, fields } = form;
  const id = randomUUIDv7();
  const before = await db.maybe<Pick<KeptForm, 'fields' | 'advice' | 'advicePage'>>(sql`select fields, advice,
      advice_page as "advicePage" from platform.kept_form
    where person_id = ${personId} and url = ${url} and session = ${tokenHash} order by kept_at desc limit 1`);
  await db.rows(sql`delete from platform.kept_form
    where person_id = ${personId} and (url = ${url} or kept_at < now() - interval '1 day')`);
  // What has been found stays found, though the words be written over.
  await db.rows(sql`insert into platform.kept_form (id, person_id, session, url, fields, posted, advice, advice_page)
    values (${id}, ${personId}, ${tokenHash}, ${url}, ${JSON.stringify(fields)}::jsonb, ${form.posted},
      ${before?.advice ?? null}, ${before?.advicePage ?? null})`);
  const page = before?.advicePage;
  const words = { personId, roleHeldId, url, fields, before: page ? { fields: before.fields, page } : undefined };
  const danger = await hearing.kept(words).catch((error: unknown): Danger | undefined => {
    // Never its message: that may quote the words.
    log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a kept form could not be heard');
    const advice = hearing.unknown(url, fields);
    return advice && { advice, page: null };
  });
  if (danger)
    await db.rows(sql`update platform.kept_form set advice_page = coalesce(${danger.page}, advice_page),
        advice = case advice when 'ambulance' then advice else ${danger.advice} end where id = ${id}`);
  return danger;
}

const found = sql`id, url, fields, posted, advice, advice_page as "advicePage"`;

/** The forms a person has waiting, newest first. */
export async function keptForms(db: Queryable, personId: string): Promise<KeptForm[]> {
  return db.rows<KeptForm>(sql`select ${found} from platform.kept_form
    where person_id = ${personId} and kept_at >= now() - interval '1 day' order by kept_at desc`);
}

/** The gravest danger in forms: what is said on a screen that shows nothing of them. */
export function gravest(forms: readonly Pick<KeptForm, 'advice' | 'advicePage'>[]): Danger | undefined {
  const [first] = forms
    .flatMap(({ advice, advicePage }) => (advice === null ? [] : [{ advice, page: advicePage }]))
    .toSorted((a, b) => Number(a.page !== null) - Number(b.page !== null))
    .toSorted((a, b) => Number(b.advice === 'ambulance') - Number(a.advice === 'ambulance'));
  return first;
}

/** The danger in what was kept for a session that is locked or has ended. */
export async function dangerOf(db: Queryable, { tokenHash }: Pick<Session, 'tokenHash'>): Promise<Danger | undefined> {
  return gravest(
    await db.rows(sql`select ${found} from platform.kept_form
      where session = ${tokenHash} and advice is not null and kept_at >= now() - interval '1 day'`),
  );
}

/** Takes a half-written form back; it is no longer kept. */
export async function takeKeptForm(db: Queryable, personId: string, url: string): Promise<KeptForm | undefined> {
  return db.maybe<KeptForm>(sql`delete from platform.kept_form
    where person_id = ${personId} and url = ${url} and not posted returning ${found}`);
}

/** Drops one of a person's kept forms: it has been sent again, or is not wanted. */
export async function dropKeptForm(db: Queryable, personId: string, id: string): Promise<void> {
  await db.rows(sql`delete from platform.kept_form where person_id = ${personId} and id = ${id}`);
}
