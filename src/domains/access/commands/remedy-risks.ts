import { england, isWorkingDay } from '#kernel/working-day.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { candidates } from '../queries/candidates.ts';
import { dutiesIn, dutyPractices, type DutyPractice } from '../queries/duty-rota.ts';
import { protocolAt } from '../queries/guidance.ts';
import { offerTerms } from '../queries/offers.ts';
import { joinedPractices } from '../queries/orphan.ts';
import {
  ableThen,
  askedBefore,
  asksSince,
  hubOpensItself,
  keptSessions,
  pressingRequests,
  type PressingRow,
} from '../queries/remedy.ts';
import type { CandidateSession } from '../offer/opening.ts';
import { gapsOf, middleOf, takerFor } from '../remedy/duty-gap.ts';
import { openedFor, type Opened, type Pressing } from '../remedy/places.ts';
import type { Ask, Risk } from '../remedy/remedy.ts';
import { guide } from '../request/guidance.ts';
import { coreHoursOn } from '../waiting-list.ts';
import { orphansAtRisk } from './orphan.ts';

const london = 'Europe/London';
/** On how many of the same weekdays before it is counted what a practice is asked. */
const weeksBack = 4;

/** How the requests near their time or past it stand. */
export interface Pressed {
  readonly all: number;
  /** Those navigation has decided a visit for, and those it has decided otherwise for. */
  readonly decided: number;
  readonly otherwise: number;
  readonly notNavigated: number;
}

/** What could go wrong today in a group, with what would help. */
export interface Risks {
  readonly risks: readonly Risk[];
  readonly pressed: Pressed;
}

interface Looked {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  /** The practices that book for one another: nothing is counted of any other. */
  readonly joined: readonly string[];
  readonly all: readonly DutyPractice[];
  /** What was asked for today, or waits. */
  readonly asks: readonly Ask[];
  /** Today and the next working day. */
  readonly days: readonly Temporal.PlainDate[];
}

/** The program's own context, for what a person may be told the number of and not the whole. */
export function asProgram({ db, actor }: Context, action: string): Context {
  return { db, actor: systemActor('remedies', actor.groupId), act: { action, purpose: `for ${actor.name}` } };
}

/** Everything that could go wrong now and what would help, worked out from how things stand. The program counts it for itself. */
export async function risksNow(context: Context, now: Temporal.Instant): Promise<Risks> {
  const today = now.toZonedDateTimeISO(london).toPlainDate();
  let next = today.add({ days: 1 });
  while (!isWorkingDay(england, next)) next = next.add({ days: 1 });
  return transaction(asProgram(context, 'count-risks'), async (tx) => {
    const looked: Looked = {
      ...{ tx, now, days: [today, next] },
      joined: await joinedPractices(tx),
      all: await dutyPractices(tx, today),
      asks: await asksSince(tx, { since: today.toZonedDateTime(london).toInstant(), practice: null }),
    };
    const { pressing, pressed } = await pressingNow(looked);
    const risks = [...(await placesRisks(looked, pressing)), ...(await dutyRisks(looked)), ...(await lostRisk(looked))];
    return { risks, pressed };
  });
}

async function pressingNow({ tx, now, joined }: Looked): Promise<{ pressing: Pressing[]; pressed: Pressed }> {
  const rows = await pressingRequests(tx, { practices: joined, now });
  const protocol = await protocolAt(tx, now);
  const today = now.toZonedDateTimeISO(london).toPlainDate();
  const guidanceOf = ({ birthDate, sex, ...row }: PressingRow) => {
    const { urgency, dueAt, answerBy, warnAt } = row;
    return guide({
      ...{ protocol, typed: row, reason: row.reason, flags: row.flags, forOther: row.forOther, override: row.override },
      ageYears: birthDate?.until(today, { largestUnit: 'years' }).years,
      sex: sex ?? undefined,
      ...{ receivedAt: row.receivedAt, promised: { urgency, dueAt, answerBy, warnAt }, now },
    });
  };
  const pressing: Pressing[] = [];
  let [otherwise, notNavigated] = [0, 0];
  for (const row of rows) {
    const { need, question, ruleId } = guidanceOf(row);
    // A question still open, or nobody known: what they need is not decided, and nothing is promised for it.
    if (question !== undefined || ruleId === null || row.patient === null || row.patientId === null) notNavigated += 1;
    else if (need === undefined) otherwise += 1;
    else
      pressing.push({
        ...{ requestId: row.id, practiceId: row.practiceId, patientId: row.patientId, need, patient: row.patient },
        answerBy: row.promisedBy.epochMilliseconds,
      });
  }
  return { pressing, pressed: { all: rows.length, decided: pressing.length, otherwise, notNavigated } };
}

async function placesRisks(looked: Looked, pressing: readonly Pressing[]): Promise<Risk[]> {
  const { tx, now, joined, all, asks } = looked;
  if (pressing.length === 0) return [];
  const kept = await keptSessions(tx, { practices: joined, days: looked.days.map(String), now });
  if (kept.length === 0) return [];
  const openedBefore = asks.flatMap(({ state, what }) =>
    state === 'done' && what.kind === 'places' ? [...what.parts] : [],
  );
  const looks = await keptFor(looked, pressing, [...new Set([...kept, ...openedBefore.map((part) => part.sessionId)])]);
  // Whoever declined today is not counted on: those who wait may be served elsewhere.
  const declined = new Set(asks.filter(({ state }) => state === 'declined').map(({ subject }) => subject));
  const sessionsOf = (one: Pressing) =>
    looks(one).filter(({ kind, practiceId }) => !declined.has(subjectOfHost(practiceId, kind === 'hub')));
  const terms = await offerTerms(tx, looked.days[0] ?? now.toZonedDateTimeISO(london).toPlainDate());
  const found = openedFor(pressing, { sessionsOf, openedBefore, now: now.epochMilliseconds, ...terms });
  const byItself = await hubOpensItself(tx);
  const names = new Map(all.map((practice) => [practice.id, practice]));
  return found.map((one) => placesRisk(one, { names, byItself }));
}

function subjectOfHost(hostId: string, ofHub: boolean): string {
  return `${ofHub ? 'hub' : 'practice'} ${hostId}`;
}

function placesRisk(
  { hostId, ofHub, met, ...opened }: Opened,
  { names, byItself }: { names: ReadonlyMap<string, DutyPractice>; byItself: boolean },
): Risk {
  const host = names.get(hostId);
  const name = host?.name ?? hostId;
  const hubName = ofHub ? (host?.hubName ?? name) : null;
  const of = [...Map.groupBy(met, ({ practiceId }) => practiceId)]
    .map(([id, requests]) => ({ name: names.get(id)?.name ?? id, requests: requests.length }))
    .sort((a, b) => b.requests - a.requests || a.name.localeCompare(b.name));
  return {
    what: { kind: 'places', hostId, hostName: name, hubName, ...opened, of },
    subject: subjectOfHost(hostId, ofHub),
    ...{ affected: met.length, promised: met.length },
    consent: ofHub && byItself ? null : { practiceId: hostId, name },
  };
}

/** The sessions under embargo each request may go to: one search for each practice whose patients wait, and for urgent need apart. */
async function keptFor(
  { tx, now, joined, days }: Looked,
  pressing: readonly Pressing[],
  kept: readonly string[],
): Promise<(one: Pressing) => readonly CandidateSession[]> {
  const keyOf = ({ practiceId, need }: Pressing): string => `${practiceId} ${need.mustBeInTime}`;
  const found = new Map<string, CandidateSession[]>();
  for (const [key, of] of Map.groupBy(pressing, keyOf)) {
    const practiceId = of[0]?.practiceId ?? '';
    found.set(
      key,
      await candidates(tx, {
        ...{ practiceId, patientId: null, usualGpId: null, now, within: joined, sessions: kept },
        roles: [...new Set(of.flatMap(({ need }) => need.roles))],
        modes: [...new Set(of.flatMap(({ need }) => need.modes))],
        until: days[1] ?? now.toZonedDateTimeISO(london).toPlainDate(),
        duty: of.some(({ need }) => need.mustBeInTime),
        practices: joined.length,
      }),
    );
  }
  return (one) => found.get(keyOf(one)) ?? [];
}

async function dutyRisks({ tx, now, joined, all, days }: Looked): Promise<Risk[]> {
  const risks: Risk[] = [];
  for (const day of days.filter((one) => isWorkingDay(england, one))) {
    const core = coreHoursOn(day);
    if (Temporal.Instant.compare(core.endsAt, now) <= 0) continue;
    const hours = { ...core, startsAt: Temporal.Instant.compare(core.startsAt, now) > 0 ? core.startsAt : now };
    const duties = await dutiesIn(tx, hours);
    for (const gap of all.flatMap((practice) => gapsOf(practice, hours, duties))) {
      const { practice, ...stretch } = gap;
      const taker = takerFor(gap, await ableThen(tx, { practices: joined, ...stretch }));
      // What is asked of a practice that has not joined is not the group's to count.
      const asked = joined.includes(practice.id)
        ? middleOf(await askedBefore(tx, { practiceId: practice.id, ...stretch, weeks: weeksBack }))
        : null;
      risks.push({
        what: {
          ...{ kind: 'duty', practiceId: practice.id, practiceName: practice.name },
          ...{ from: stretch.startsAt.toString(), to: stretch.endsAt.toString() },
          taker: taker
            ? {
                ...{ clinicianId: taker.clinicianId, name: taker.name, practiceName: taker.homeName, near: taker.near },
                ...{ from: taker.startsAt.toString(), to: taker.endsAt.toString() },
              }
            : null,
        },
        // To the day: a gap that goes on is the same gap a minute later.
        subject: `${practice.id} ${day.toString()} ${stretch.endsAt.toString()}`,
        ...{ affected: asked, promised: taker ? asked : 0 },
        consent: taker ? { practiceId: taker.homeId, name: taker.homeName } : null,
      });
    }
  }
  return risks;
}

async function lostRisk({ tx, now, joined }: Looked): Promise<Risk[]> {
  const { orphans, places } = await orphansAtRisk(tx, { practices: joined, now });
  if (orphans.length === 0) return [];
  const of = [...Map.groupBy(orphans, ({ practiceName }) => practiceName)]
    .map(([name, visits]) => ({ name, visits: visits.length }))
    .sort((a, b) => b.visits - a.visits || a.name.localeCompare(b.name));
  const inTime = [...places.values()].filter((place) => place.inTime).length;
  return [
    {
      what: { kind: 'lost', of, placed: places.size },
      ...{ subject: 'group', affected: orphans.length, promised: inTime, consent: null },
    },
  ];
}
