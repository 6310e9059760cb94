import type { Tx } from '#platform/db/transaction.ts';
import { timeWords } from '#platform/ui/when.ts';
import type { Call } from '../queries/call.ts';
import { practicesOfGroup } from '../queries/request.ts';
import { helpAtDesk, helpSteps } from '../request/help.ts';
import { ordinal } from '../request/words.ts';
import { mayRingAlone } from '../request/person.ts';
import { tryResults, type ContactRule } from '../request/contact.ts';

/** One person at two windows: which of them the page stands in is not known here, so neither is called the other. */
const inTwoWindows = {
  happened: 'You wrote in two windows.',
  choose: 'Keep the first, keep the second, or put both.',
  standing: 'First',
  beside: 'Second',
  keepBeside: 'Keep the second',
  keepStanding: 'Keep the first',
};

/** Words that wait to be put together with those that stand: whose each text is, when it was written, and what to press. */
export function apartOf({ request }: Call, me: string | null): object[] {
  const { typedBy, typedAt, typedByName, apart } = request;
  const standsMine = typedBy !== null && typedBy === me;
  const other = typedByName ?? 'Somebody';
  return apart.map((one) => {
    const mine = one.by !== null && one.by === me;
    const what = one.words === undefined ? 'the notes' : 'these words';
    const at = typedAt ? ` at ${timeWords(typedAt)}` : '';
    return {
      ...one,
      at: Temporal.Instant.from(one.at),
      standingAt: typedAt,
      ...(standsMine && mine
        ? inTwoWindows
        : {
            happened: mine
              ? `${other} changed ${what}${at}.`
              : `${one.byName} wrote something else, and it was kept apart.`,
            choose: mine
              ? 'Yours are below: keep yours, keep theirs, or put both.'
              : 'Keep one of the two, or put both.',
            standing: standsMine ? 'Yours' : other,
            beside: mine ? 'Yours' : one.byName,
            keepBeside: mine ? 'Keep yours' : `Keep ${one.byName}’s`,
            keepStanding: standsMine ? 'Keep yours' : mine ? 'Keep theirs' : `Keep ${other}’s`,
          }),
      parts: (['words', 'notes'] as const)
        .filter((part) => one[part] !== undefined)
        .map((part) => ({ part, stands: request[part], beside: one[part] })),
    };
  });
}

/** Who rings: the choices with the words for this patient, and what is known of the caller. */
export function callerOf({ request, called }: Call): object {
  const { callerIs, callerName, callerRelation, forOther, channel } = request;
  const patient = { value: 'patient', text: called?.name ?? 'The patient', key: 's' };
  const others = [
    { value: 'parent', text: 'Parent or guardian', key: 'g' },
    { value: 'carer', text: 'Carer', key: 'c' },
    { value: 'other', text: 'Somebody else', key: 'e' },
  ];
  // Whoever is likely to ring stands first: of a young child somebody else.
  const choices = called && !mayRingAlone(called) ? [...others, patient] : [patient, ...others];
  const chosen = choices.find(({ value }) => value === callerIs);
  return {
    asks: channel === 'telephone' ? 'Who is ringing' : 'Who is asking',
    choices,
    // A young child's call is taken to be somebody else's until it is said.
    assumed: forOther && callerIs === null,
    says: [callerName, callerRelation || (callerIs === 'patient' ? '' : (chosen?.text.toLowerCase() ?? ''))]
      .filter(Boolean)
      .join(', '),
  };
}

/** The number to ring back on: the caller's own; the patient's record only where the patient rings. */
export function ringBackOf({ request, patient, safe }: Call): string | null {
  if (safe.asks) return null;
  return request.callerPhone ?? (request.forOther ? null : (patient?.phone ?? null));
}

/** Where the page begins: whom to find, what to check, or what they say. Nowhere a key could confirm or book by itself. */
export function firstField(
  { request, patient }: Call,
  { stopped, finding = false }: { stopped: boolean; finding?: boolean | undefined },
): 'find' | 'check' | 'words' | null {
  if (stopped || request.status === 'booked' || request.status === 'ended') return null;
  if (!patient) return finding || request.words === '' ? 'find' : null;
  if (!request.identityConfirmed) return 'check';
  return request.words === '' ? 'words' : null;
}

/** What was tried to reach somebody, in words, and what the rule asks for; undefined where nobody is to be rung. */
export function reachShown({ reach }: Call): object | undefined {
  if (reach === undefined) return undefined;
  const says = { ...tryResults, sent: 'Written to' };
  return {
    ...reach,
    attempts: reach.attempts.map((one) => ({ ...one, says: says[one.result] })),
    ruleSays: ruleWords(reach.rule),
  };
}

/** "Up to 3 tries, an hour apart; then the duty doctor decides." */
function ruleWords({ tries, minutesBetween, afterwards }: ContactRule): string {
  const apart =
    minutesBetween < 60
      ? `${minutesBetween} minutes`
      : minutesBetween < 1440
        ? `${Math.round(minutesBetween / 60)} hour${minutesBetween < 90 ? '' : 's'}`
        : `${Math.round(minutesBetween / 1440)} day${minutesBetween < 2160 ? '' : 's'}`;
  return `Up to ${tries} tries, ${apart} apart; then ${afterwards === 'duty' ? 'the duty doctor decides' : 'we write to them'}.`;
}

/** What may be recorded as done about a red flag, each with its key, who did it and when; at the desk its staff ring first. */
export function helpShown({ help, desk }: Call): object[] {
  const steps = desk.length > 0 ? helpAtDesk : helpSteps;
  return Object.entries(steps).map(([step, does], at) => ({
    ...{ step, does, key: String(7 + at) },
    done: help.find((one) => one.step === step),
  }));
}

/** How often they have come with the same problem, where a clinician is to look at it afresh. */
export function presentedShown({ presented }: Call): object | undefined {
  return presented && { ...presented, ordinal: ordinal(presented.time) };
}

/** Whether this contact may join another open request of the patient: known who it is, and nothing that must be dealt with first. */
export function joinable({ request }: Call, stopped: boolean): boolean {
  const open = request.status === 'draft' || request.status === 'waiting';
  return open && !stopped && request.patientId !== null && request.identityConfirmed;
}

/** What is asked about who sent a request that is not the patient's own; undefined where nobody else did. */
export async function senderOf(tx: Tx, { request }: Call): Promise<object | undefined> {
  if (request.channel === '111') return { asks: '111’s case number' };
  if (request.channel !== 'referral') return undefined;
  const practices = (await practicesOfGroup(tx)).filter(({ id }) => id !== request.practiceId);
  return { asks: 'Their reference', practices };
}
