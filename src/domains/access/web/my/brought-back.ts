import { keptForm } from '#platform/auth/kept-form.ts';
import type { Context } from '#platform/db/transaction.ts';

/** What a patient wrote in a form that waits, to stand in its page again; undefined where it waits no longer. */
export async function broughtBack({ db, actor }: Context, id = ''): Promise<Record<string, string> | undefined> {
  const form = await keptForm(db, actor.patientId ?? '', id);
  if (form === undefined) return undefined;
  return Object.fromEntries(Object.entries(form.fields).map(([name, value]) => [name, [value].flat().join(', ')]));
}
