import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { saveTyped } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { settle, type Settled } from './settle.ts';

/** What a form of a call carries; what it leaves out stays as it was. */
export interface TypedForm {
  readonly words?: string | undefined;
  readonly notes?: string | undefined;
  readonly callerPhone?: string | undefined;
  readonly forOther?: boolean | undefined;
  readonly reason?: string | undefined;
}

/** Saves what was typed, exactly, and looks at all of it again: red flags first, then where it leads. */
export async function saveCall(
  context: Context,
  id: string,
  { form, now }: { form: TypedForm; now: Temporal.Instant },
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const typed = form.callerPhone?.trim();
    const phone = typed ? parsePhone(typed) : null;
    const { words, notes, forOther, reason } = form;
    const known = typed === undefined || typed === '' || phone !== null;
    await saveTyped(tx, id, {
      ...(words === undefined ? {} : { words }),
      ...(notes === undefined ? {} : { notes }),
      ...(forOther === undefined ? {} : { forOther }),
      ...(reason === undefined ? {} : { reason }),
      ...(typed === undefined || !known ? {} : { callerPhone: phone }),
    });
    const also = known ? [] : [typed];
    const settled = await settle(tx, id, { by: context.actor.personId, now, also });
    // The words are kept and screened even where the number beside them cannot be read.
    return known ? ok(settled) : err({ kind: 'phone' });
  });
}

/** Screens what was typed where it did not belong: a search that is none may be what they are saying. */
export async function screenMisplaced(
  context: Context,
  id: string,
  { text, now }: { text: string; now: Temporal.Instant },
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    return ok(await settle(tx, id, { by: context.actor.personId, now, also: [text] }));
  });
}
