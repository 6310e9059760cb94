import type { Ask, DutyWhat, LostWhat, PlacesWhat, RemedyRow, Risk } from './remedy.ts';

/** A row of the board, or of what a practice is asked, in words. */
export interface RowWords {
  readonly title: string;
  readonly tag: { readonly state: 'now' | 'soon' | 'settled' | 'act' | 'plain'; readonly words: string };
  readonly meta: string;
  /** What would be done, and what it comes to. */
  readonly does: string;
  readonly effect: string;
  /** Whose consent it needs. */
  readonly consent: string;
  /** The button; empty where there is nothing to press. */
  readonly press: string;
  /** What became of it, where it was asked for; whether it is settled. */
  readonly became: { readonly says: string; readonly done: boolean } | null;
}

const london = 'Europe/London';
const counted = new Intl.NumberFormat('en-GB');
const some = (n: number, one: string, many = `${one}s`): string => `${counted.format(n)} ${n === 1 ? one : many}`;

/** A row in words at an instant: the risk, what would help, and how it stands. */
export function wordsFor({ risk, ask }: RemedyRow, now: Temporal.Instant): RowWords {
  const { what } = risk;
  const words =
    what.kind === 'places'
      ? placesWords(what, risk, now)
      : what.kind === 'duty'
        ? dutyWords(what, risk, now)
        : lostWords(what, risk);
  if (ask === undefined) return { ...words, became: null };
  return { ...words, tag: tagOf(ask), press: '', became: { says: becameOf(ask), done: ask.state === 'done' } };
}

type Plain = Omit<RowWords, 'became'>;

function placesWords(what: PlacesWhat, { promised, consent }: Risk, now: Temporal.Instant): Plain {
  const { hubName, hostName, places, sessions, parts, of } = what;
  const owner = hubName ?? hostName;
  const opens = parts
    .map(({ opensAt }) => Temporal.Instant.from(opensAt))
    .sort((a, b) => Temporal.Instant.compare(a, b))[0];
  const people = some(promised ?? 0, 'person waits', 'people wait');
  return {
    title: `${owner} keeps ${some(places, 'place')} back while ${people}`,
    tag: { state: 'soon', words: opens ? `Opens ${whenOf(opens, now)}` : 'Kept back' },
    meta: `Patients of ${listOf(of.map(({ name, requests }) => `${name} (${requests})`))}`,
    does: `Open ${some(places, 'place')} in ${some(sessions, 'session')} now.`,
    effect: `${some(promised ?? 0, 'request')} near ${promised === 1 ? 'its' : 'their'} time or past it could then be booked.`,
    consent:
      consent === null
        ? 'Nobody’s consent: the group has decided that you open its hubs’ places.'
        : `Needs the consent of ${consent.name}, which hosts them.`,
    press: consent === null ? `Open ${some(places, 'place')} now` : `Ask ${consent.name} to open ${places}`,
  };
}

function dutyWords(what: DutyWhat, { affected, consent }: Risk, now: Temporal.Instant): Plain {
  const { practiceName, taker } = what;
  const [from, to] = [Temporal.Instant.from(what.from), Temporal.Instant.from(what.to)];
  const isToday = dayOf(from).equals(dayOf(now));
  const where = { own: 'at the practice', hub: 'in its hub', group: 'in the group' } as const;
  const hours = (since: Temporal.Instant, upto: Temporal.Instant): string => `${clockOf(since)} to ${clockOf(upto)}`;
  const left =
    taker && (!Temporal.Instant.from(taker.from).equals(from) || !Temporal.Instant.from(taker.to).equals(to))
      ? ' The rest stays open.'
      : '';
  return {
    title: `Nobody is on duty for ${practiceName}, ${dayWords(from, now)} ${hours(from, to)}`,
    tag: isToday ? { state: 'now', words: 'Today' } : { state: 'soon', words: dayWords(from, now) },
    meta: 'A danger would reach nobody of the practice, the hub or the group',
    does: taker
      ? `Put ${taker.name} on duty ${hours(Temporal.Instant.from(taker.from), Temporal.Instant.from(taker.to))}.`
      : 'No GP works then who could take it.',
    effect: taker
      ? `${taker.name} works a session then ${where[taker.near]}.${left} ${usually(affected)}`
      : usually(affected),
    consent: consent === null ? '' : `Needs the consent of ${consent.name}.`,
    press: taker && consent ? `Ask ${consent.name} for ${taker.name}` : '',
  };
}

function usually(affected: number | null): string {
  return affected === null
    ? 'How many usually ask the practice in those hours is not known.'
    : `${some(affected, 'person', 'people')} usually ${affected === 1 ? 'asks' : 'ask'} the practice in those hours (middle of the last four same weekdays).`;
}

function lostWords(what: LostWhat, { affected, promised }: Risk): Plain {
  const { placed, of } = what;
  return {
    title: some(affected ?? 0, 'visit lost its place', 'visits lost their place'),
    tag: { state: 'now', words: `${affected ?? 0} without another` },
    meta: `Patients of ${listOf(of.map(({ name, visits }) => `${name} (${visits})`))}`,
    does:
      placed > 0
        ? `Give ${placed === affected ? 'each' : `${placed} of them`} the best other place, for all together.`
        : 'No other place would do for any of them.',
    effect:
      placed > 0
        ? `${some(promised ?? 0, 'visit')} in time. Each patient must still be told: navigators ring them.`
        : 'A navigator or clinician settles each.',
    consent: placed > 0 ? 'Nobody’s consent is needed.' : '',
    press: placed > 0 ? `Give ${placed} another place` : '',
  };
}

const tags = {
  asked: { state: 'act', words: 'Asked' },
  agreed: { state: 'act', words: 'Being done' },
  declined: { state: 'now', words: 'Declined' },
  withdrawn: { state: 'plain', words: 'Taken back' },
  done: { state: 'settled', words: 'Done' },
  gone: { state: 'plain', words: 'Too late' },
} as const;

function tagOf({ state }: Ask): RowWords['tag'] {
  return tags[state];
}

/** What became of an ask: who asked, who answered, when, and what was achieved. */
function becameOf(ask: Ask): string {
  const { consent, askedAt, askedBy, answeredAt, answeredBy, note, state } = ask;
  const asked = `sked ${clockOf(askedAt)} by ${askedBy ?? 'somebody'}`;
  const answer = answeredAt === null ? '' : `${clockOf(answeredAt)} by ${answeredBy ?? 'somebody'}`;
  if (consent === null)
    return `${state === 'done' ? 'Done' : 'Pressed'} ${clockOf(askedAt)} by ${askedBy ?? 'somebody'}: ${achievedOf(ask)}.`;
  if (state === 'asked') return `A${asked}. ${consent.name} has not answered.`;
  if (state === 'declined') return `A${asked}, declined ${answer}: “${note}”.`;
  if (state === 'withdrawn') return `A${asked}, taken back ${answer}.`;
  return `A${asked}, agreed ${answer}: ${achievedOf(ask)}.`;
}

function achievedOf({ state, what, achieved }: Ask): string {
  if (state === 'agreed') return 'it is being done';
  if (state === 'gone')
    return {
      places: 'too late, the places were open or taken by then, and nothing was changed',
      duty: 'too late, somebody was on duty or the session had changed, and nothing was changed',
      lost: 'no place was left for any of them, and nothing was changed',
    }[what.kind];
  if (what.kind === 'places') return `${some(achieved ?? 0, 'place')} open`;
  if (what.kind === 'lost') return `${some(achieved ?? 0, 'visit has', 'visits have')} another place`;
  const { taker } = what;
  return taker
    ? `${taker.name} is on duty ${clockOf(Temporal.Instant.from(taker.from))} to ${clockOf(Temporal.Instant.from(taker.to))}`
    : 'done';
}

/** How the day stands in one heading: how many things could go wrong, and for how many people as far as that is known. */
export function risksHeading({ rows, people, unknown }: { rows: number; people: number; unknown: boolean }): string {
  const things = `${some(rows, 'thing')} could go wrong`;
  if (unknown && people === 0) return `${things}; for how many people is not known`;
  return `${things}, for ${unknown ? 'at least ' : ''}${some(people, 'person', 'people')}`;
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(london).toPlainDate();
}

function clockOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(london).toPlainTime().toString().slice(0, 5);
}

function dayWords(at: Temporal.Instant, now: Temporal.Instant): string {
  const days = dayOf(now).until(dayOf(at)).days;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : dayOf(at).toLocaleString('en-GB', { weekday: 'long' });
}

function whenOf(at: Temporal.Instant, now: Temporal.Instant): string {
  return `${dayWords(at, now)} ${clockOf(at)}`;
}
