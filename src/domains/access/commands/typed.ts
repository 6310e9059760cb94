import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { grownNotes, grownWords } from '../kept-words.ts';
import { meet, putTogether, seenOf, type Kept, type Met } from '../request/apart.ts';
import type { Request } from '../queries/request.ts';
import { announce, saveApart, saveTyped, saveWritten } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { settle, type Settled } from './settle.ts';

/** What a form of a call carries; what it leaves out stays as it was. */
export interface TypedForm {
  readonly words?: string | undefined;
  readonly notes?: string | undefined;
  /** What else is said once a red flag has put the words away: a line of the words that grows as it is typed. */
  readonly more?: string | undefined;
  readonly callerPhone?: string | undefined;
  readonly callerIs?: string | undefined;
  readonly callerName?: string | undefined;
  readonly callerRelation?: string | undefined;
  readonly reason?: string | undefined;
  /** The practice that refers, and the sender's own number for the request. */
  readonly referredBy?: string | undefined;
  readonly reference?: string | undefined;
  /** The mark of the words and notes its window saw, and which window it is. */
  readonly seen?: string | undefined;
  readonly page?: string | undefined;
}

/** How words were kept. */
export interface Typed extends Settled {
  /** Somebody had changed the words: these are kept beside them, and nothing was overwritten. */
  readonly apart: boolean;
  /** It was the same person, in another window. */
  readonly ownWindow: boolean;
  /** What the window has seen from now on. */
  readonly seen: string;
  /** Whether a number was given that cannot be read; it is screened like other words. */
  readonly unread: boolean;
  /** The request had been booked or had ended: what was written since stands in its notes. */
  readonly late: boolean;
}

/** Saves what was typed, exactly, and looks at all of it again: red flags first, then where it leads. */
export async function saveCall(
  context: Context,
  id: string,
  { form, now }: { form: TypedForm; now: Temporal.Instant },
): Promise<Result<Typed, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return keepLate(tx, request, { context, form, now });
    const typed = form.callerPhone?.trim();
    const phone = typed ? parsePhone(typed) : null;
    const { callerIs, callerName, callerRelation, reason, referredBy, reference } = form;
    const known = typed === undefined || typed === '' || phone !== null;
    const met = meet(request, form);
    const ownWindow = request.typedBy !== null && request.typedBy === context.actor.personId;
    await keep(tx, request, { context, form, met, now });
    const words = grownWords(request.words, form.more ?? '');
    if (words.length > mostLetters) return err({ kind: 'too-long' });
    if (words !== request.words)
      await saveWritten(tx, id, { words, by: context.actor.personId, at: now, page: request.typedIn ?? '' });
    await saveTyped(tx, id, {
      ...(callerIs === undefined ? {} : { callerIs }),
      ...(callerName === undefined ? {} : { callerName }),
      ...(callerRelation === undefined ? {} : { callerRelation }),
      ...(reason === undefined ? {} : { reason }),
      ...(referredBy === undefined ? {} : { referredBy }),
      ...(reference === undefined ? {} : { reference: reference.trim() }),
      ...(typed === undefined || !known ? {} : { callerPhone: phone }),
    });
    const settled = await settle(tx, id, { by: context.actor.personId, now, also: known ? [] : [typed] });
    return ok({ ...settled, apart: met.apart !== undefined, ownWindow, seen: met.seen, unread: !known, late: false });
  });
}

/**
 * Keeps what a window that was left open still writes after its request was booked or ended: in the notes, and screened,
 * since what is said last may be what matters. Each window's line grows with what is typed.
 */
async function keepLate(
  tx: Tx,
  request: Request,
  { context, form, now }: { context: Context; form: TypedForm; now: Temporal.Instant },
): Promise<Result<Typed, CallReason>> {
  const said = [form.words, form.notes].map((text) => text?.trim() ?? '');
  const news = said.filter((text) => text !== '' && text !== request.words.trim() && !request.notes.includes(text));
  if (news.length === 0) return err({ kind: 'not-open' });
  const head = `Written after it was ${request.status === 'booked' ? 'booked' : 'ended'}:`;
  const notes = grownNotes(request.notes, head, news.join(' '));
  if (notes.length > mostLetters) return err({ kind: 'too-long' });
  const { personId } = context.actor;
  await saveWritten(tx, request.id, { notes, by: personId, at: now, page: form.page ?? '' });
  const settled = await settle(tx, request.id, { by: personId, now });
  if (settled.stopped) await announce(tx, 'requests', request);
  return ok({ ...settled, apart: false, ownWindow: false, seen: form.seen ?? '', unread: false, late: true });
}

/** Saves what may be saved, and keeps beside it what met another's change; both are screened with everything else. */
async function keep(
  tx: Tx,
  request: Request,
  { context, form, met, now }: { context: Context; form: TypedForm; met: Met; now: Temporal.Instant },
): Promise<void> {
  const { personId, name } = context.actor;
  const { id } = request;
  const { page = '' } = form;
  if (Object.keys(met.save).length > 0) await saveWritten(tx, id, { ...met.save, by: personId, at: now, page });
  const others = request.apart.filter((one) => one.page !== page);
  const before = request.apart.find((one) => one.page === page);
  if (met.apart !== undefined)
    await saveApart(tx, id, [...others, { ...met.apart, page, by: personId, byName: name, at: now.toString() }]);
  // Written back to what stands: nothing waits to be put together any more.
  else if (before !== undefined && form.words !== undefined) await saveApart(tx, id, others);
  if (met.apart !== undefined && before === undefined) await announce(tx, 'requests', request);
}

/** What somebody decided about words that were kept apart. */
export interface Together {
  /** The window whose words they are. */
  readonly page: string;
  readonly keep: Kept;
  /** The mark of the words that stood when it was decided. */
  readonly seen: string;
  readonly now: Temporal.Instant;
}

/** Puts words that were kept apart together with those that stand, as somebody decided who has seen both. */
export async function settleApart(
  context: Context,
  id: string,
  { page, keep: kept, seen, now }: Together,
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const apart = request.apart.find((one) => one.page === page);
    // Two people may decide at once: the first has.
    if (apart === undefined) return ok(await settle(tx, id, { by: context.actor.personId, now }));
    if (kept === 'apart' && seen !== seenOf(request)) return err({ kind: 'changed' });
    const written = putTogether(request, apart, kept);
    if (Object.values(written).some((text) => text.length > mostLetters)) return err({ kind: 'too-long' });
    await saveWritten(tx, id, { ...written, by: context.actor.personId, at: now, page: '' });
    await saveApart(
      tx,
      id,
      request.apart.filter((one) => one.page !== page),
    );
    await announce(tx, 'requests', request);
    return ok(await settle(tx, id, { by: context.actor.personId, now }));
  });
}

/** The most letters words or notes hold. */
const mostLetters = 10_000;

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

/** Records that nobody on the lists was found, with what the caller gave; the request goes on without a patient. */
export async function recordUnknown(
  context: Context,
  id: string,
  { name, born, now }: { name: string; born: string; now: Temporal.Instant },
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (name.trim() === '') return err({ kind: 'name' });
    const given = [name.trim(), born.trim() && `born ${born.trim()}`].filter((part) => part !== '').join(', ');
    const line = `Not found on our lists: ${given}.`;
    const notes = request.notes.includes(line) ? request.notes : `${request.notes}\n${line}`.trim();
    if (notes.length > mostLetters) return err({ kind: 'too-long' });
    await saveWritten(tx, id, { notes, by: context.actor.personId, at: now, page: '' });
    return ok(await settle(tx, id, { by: context.actor.personId, now }));
  });
}
