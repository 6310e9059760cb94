import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import type { Session } from './session-store.ts';

/** What stands in a form: a field that is there several times has a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form that a lock or the end of a session interrupted. */
export interface KeptForm {
  readonly id: string;
  /** The page it stands on; for one that had been sent, where it went. */
  readonly url: string;
  /** Where it goes when it is sent: which form of the page it is. */
  readonly action: string;
  readonly fields: Fields;
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
export interface KeptWords extends Writer {
  readonly url: string;
  readonly fields: Fields;
  readonly before: { readonly fields: Fields; readonly page: string } | undefined;
}

/** Whose session words were written in; a patient's is their own and holds no role. */
type Writer = Pick<Session, 'personId' | 'roleHeldId' | 'patient'>;

/** Looks for danger in words that could not be sent; the platform knows no domain, so the app says how. */
export interface Hearing {
  /** Raises what it finds, in the name of whoever wrote it. */
  kept(words: KeptWords): Promise<Danger | undefined>;
  /** Whether a form of that address is about patients, and heard once it was refused, or saved by a route that hears nothing itself. */
  hears(url: string, when: 'refused' | 'saved'): boolean;
  /** The same of a form that arrived: undefined where nothing of it stops a request, or only words that a clinician has closed. */
  sent(words: KeptWords): Promise<Danger | undefined>;
  /** The page on which a patient wrote a form of that address, and whether it brings back what waits; undefined for staff. */
  ownPageOf(url: string): { readonly href: string; readonly filled: boolean } | undefined;
  /** Only looks: nobody is known to have written it, so nothing is raised. */
  unknown(url: string, fields: Fields): Danger['advice'] | undefined;
}

/** What keeping a form needs. */
export interface Keeping {
  readonly db: Database;
  readonly hearing: Hearing;
  readonly log: { error(about: object, text: string): void };
}

/** A form to be kept, with the mark of the window it was written in where that is known. */
interface ToKeep extends Pick<KeptForm, 'url' | 'action' | 'fields' | 'posted'> {
  readonly mark: string | null;
}

/** Runs work as whoever wrote what is kept, and without a role: the database shows it to nobody else. */
async function asWriter<T>(db: Database, personId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = { personId, name: '', roleHeldId: null, role: 'public', groupId: null, practiceId: null };
  return transaction({ db, actor, act: { action: 'keep-form' } }, work);
}

/**
 * Keeps what a person had written, for that person only, until it is taken back or a day has passed, and has it heard at
 * once. Whatever goes wrong with the hearing, the words are kept, and whoever sits there is told what to do. It takes the
 * place of the same form of the same window, or of the very same form sent again; any other stays.
 */
export async function keepForm(
  { db, hearing, log }: Keeping,
  session: Writer & Pick<Session, 'tokenHash'>,
  form: ToKeep,
): Promise<Danger | undefined> {
  const { personId, roleHeldId, patient, tokenHash } = session;
  const { url, action, fields, posted, mark } = form;
  const id = randomUUIDv7();
  const written = JSON.stringify(fields);
  const before = await keptBefore(db, session, action);
  await asWriter(db, personId, async (tx) => {
    await tx.rows(sql`delete from platform.kept_form
      where person_id = ${personId} and kept_at < now() - interval '1 day'`);
    const replaced = await tx.rows<Pick<KeptForm, 'advice' | 'advicePage'>>(sql`delete from platform.kept_form
      where person_id = ${personId} and url = ${url} and action = ${action} and posted = ${posted}
        and (mark = ${mark} or (posted and fields = ${written}::jsonb)) returning advice, advice_page as "advicePage"`);
    // What has been found stays found, though the words be written over.
    const found = gravest(replaced);
    await tx.rows(sql`insert into platform.kept_form (id, person_id, session, url, action, fields, posted, mark, advice, advice_page)
      values (${id}, ${personId}, ${tokenHash}, ${url}, ${action}, ${written}::jsonb, ${posted}, ${mark},
        ${found?.advice ?? null}, ${found?.page ?? null})`);
  });
  const words = { personId, roleHeldId, patient, url: action, fields, before };
  const danger = await hearing.kept(words).catch((error: unknown): Danger | undefined => {
    // Never its message: that may quote the words.
    log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a kept form could not be heard');
    const advice = hearing.unknown(action, fields);
    return advice && { advice, page: null };
  });
  // Apart from the keeping: the words must stand before anything can go wrong with hearing them.
  if (danger)
    await asWriter(db, personId, (tx) =>
      tx.rows(sql`update platform.kept_form set advice_page = coalesce(${danger.page}, advice_page),
        advice = case advice when 'ambulance' then advice else ${danger.advice} end where id = ${id}`),
    );
  return danger;
}

/** What was kept last of a form in that session, and the page where a danger in it has been raised. */
export async function keptBefore(
  db: Database,
  { personId, tokenHash }: Pick<Session, 'personId' | 'tokenHash'>,
  action: string,
): Promise<KeptWords['before']> {
  const last = await asWriter(db, personId, (tx) =>
    tx.maybe<{ fields: Fields; page: string | null }>(sql`select fields, advice_page as page
      from platform.kept_form where person_id = ${personId} and action = ${action} and session = ${tokenHash}
      order by kept_at desc limit 1`),
  );
  return last?.page ? { fields: last.fields, page: last.page } : undefined;
}

const columns = sql`id, url, action, fields, posted, advice, advice_page as "advicePage"`;

/** The forms a person has waiting, newest first. */
export async function keptForms(db: Database, personId: string): Promise<KeptForm[]> {
  return asWriter(db, personId, (tx) =>
    tx.rows<KeptForm>(sql`select ${columns} from platform.kept_form
      where person_id = ${personId} and kept_at >= now() - interval '1 day' order by kept_at desc`),
  );
}

/** One of the forms a person has waiting. */
export async function keptForm(db: Database, personId: string, id: string): Promise<KeptForm | undefined> {
  return (await keptForms(db, personId)).find((form) => form.id === id);
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
export async function dangerOf(
  db: Database,
  { personId, tokenHash }: Pick<Session, 'personId' | 'tokenHash'>,
): Promise<Danger | undefined> {
  return gravest(
    await asWriter(db, personId, (tx) =>
      tx.rows<KeptForm>(sql`select ${columns} from platform.kept_form where person_id = ${personId}
        and session = ${tokenHash} and advice is not null and kept_at >= now() - interval '1 day'`),
    ),
  );
}

/** What a person had half-written on a page, oldest first, and whether it was in the window that asks. */
export async function halfWritten(
  db: Database,
  personId: string,
  { url, marks }: { url: string; marks: readonly string[] },
): Promise<(Pick<KeptForm, 'id' | 'action' | 'fields' | 'advicePage'> & { readonly own: boolean })[]> {
  return asWriter(db, personId, (tx) =>
    tx.rows(sql`select id, action, fields, advice_page as "advicePage", coalesce(mark = any(${marks}), false) as own
      from platform.kept_form where person_id = ${personId} and url = ${url} and not posted
        and kept_at >= now() - interval '1 day' order by kept_at, id`),
  );
}

/** Drops one of a person's kept forms: it has been put back or sent again, or is not wanted. */
export async function dropKeptForm(db: Database, personId: string, id: string): Promise<void> {
  await asWriter(db, personId, (tx) =>
    tx.rows(sql`delete from platform.kept_form where person_id = ${personId} and id = ${id}`),
  );
}

/**
 * The key with which a person's browser seals drafts that have not arrived yet: 32 bytes in base64, the same on every machine,
 * and given to nobody else.
 */
export async function spareKey(db: Database, personId: string): Promise<string> {
  return asWriter(db, personId, async (tx) => {
    const known = await tx.maybe<{ key: string }>(
      sql`select key from platform.spare_key where person_id = ${personId}`,
    );
    if (known) return known.key;
    const key = randomBytes(32).toString('base64');
    const { key: first } = await tx.one<{
      key: string;
    }>(sql`insert into platform.spare_key (person_id, key) values (${personId}, ${key})
      on conflict (person_id) do update set person_id = excluded.person_id returning key`);
    return first;
  });
}
