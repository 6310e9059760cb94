import { earliestLeaving, standing, type Agreement, type Standing } from './agreement.ts';
import { classWords, viewersOf, standingViewers, type Holder, type Seen, type Sight, type Viewers } from './sight.ts';

/** A service as the ledger needs it. */
interface Service {
  readonly code: string;
  readonly name: string;
  readonly opens: string;
  readonly noticeDays: number;
}

/** What passes between a practice and its group by one service, told by the domain that knows it. */
export interface Exchange {
  readonly service: string;
  /** Bars on one scale, such as places given and received. */
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly words: string;
    readonly second?: boolean;
  }[];
  /** One line under the bars; empty where there is nothing to say so briefly. */
  readonly note: string;
  /** The same at length, in sentences; what is absent is said too. */
  readonly says: readonly string[];
  /** Another page that counts something like it: how it differs, and where it is; null where nothing is counted here. */
  readonly elsewhere: { readonly says: string; readonly name: string; readonly href: string } | null;
  /** What the practice's patients lose when it leaves, in one sentence. */
  readonly loses: string;
  /** With whom, where anything has passed; the first column names them. */
  readonly table: ExchangeTable | null;
  /** What is arranged already and still to come, for whoever thinks of leaving; null where it may not be told. */
  readonly toCome: { readonly says: string; readonly table: ExchangeTable | null } | null;
}

/** A table told by another domain; its first column names the rows, numbers stand to the right. */
export interface ExchangeTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Everything the ledger is made from; `reads` counts looks of others by role and class. */
export interface LedgerParts {
  readonly services: readonly Service[];
  readonly agreements: readonly Agreement[];
  readonly sights: readonly Sight[];
  readonly holders: readonly Holder[];
  readonly reads: readonly { readonly role: string; readonly class: string; readonly reads: number }[];
  readonly exchanges: readonly Exchange[];
  readonly practice: { readonly practiceId: string; readonly hubId: string | null };
  readonly today: Temporal.PlainDate;
}

/** One service on the practice manager's page. */
export interface LedgerRow {
  readonly code: string;
  readonly name: string;
  readonly opens: string;
  readonly state: Standing['kind'];
  /** Since when it is joined, or from when it will be. */
  readonly since: Temporal.PlainDate | null;
  readonly leavesOn: Temporal.PlainDate | null;
  readonly who: string;
  readonly reads: number;
  readonly others: number;
  /** With the longest bar, on whose scale the others are drawn. */
  readonly exchange: (Exchange & { readonly most: number }) | null;
}

/** People who see something, in words; `one` when the words name a single person. */
export interface Onlookers {
  readonly who: string;
  readonly what: string;
  readonly one: boolean;
}

/** What the group sees of one practice, service by service, and what it sees whatever the practice has joined. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly joined: number;
  readonly reads: number;
  readonly always: readonly Onlookers[];
}

/** Puts the ledger together as of a day. */
export function ledgerOf(parts: LedgerParts): Ledger {
  const { services, sights, holders, today } = parts;
  const rows = services.map((service) => rowOf(service, parts));
  const always = standingViewers({ sights, holders, seen: seenThrough('', parts, today) });
  return {
    rows,
    joined: rows.filter(({ state }) => state === 'joined' || state === 'leaving').length,
    reads: parts.reads.reduce((sum, each) => sum + each.reads, 0),
    always: onlookers(always),
  };
}

function rowOf(service: Service, parts: LedgerParts): LedgerRow {
  const { agreements, sights, holders, reads, today, practice } = parts;
  const now = standing(ours(service.code, parts), today);
  const seen = seenThrough(service.code, parts, today);
  const viewers = viewersOf(service.code, { sights, holders, seen });
  const through = (each: { role: string; class: string }): boolean =>
    sights.some((sight) => sight.service === service.code && sight.role === each.role && sight.class === each.class);
  const others = new Set(
    agreements
      .filter((each) => each.service === service.code && each.practiceId !== practice.practiceId)
      .filter((each) => seen.joinedPractices.includes(each.practiceId))
      .map(({ practiceId }) => practiceId),
  );
  return {
    code: service.code,
    name: service.name,
    opens: service.opens,
    state: now.kind,
    since: now.kind === 'not-joined' ? null : now.agreement.joinedFrom,
    leavesOn: now.kind === 'leaving' ? now.from : null,
    who: whoWords(viewers),
    reads: reads.filter(through).reduce((sum, each) => sum + each.reads, 0),
    others: others.size,
    exchange: withMost(parts.exchanges.find((exchange) => exchange.service === service.code)),
  };
}

function withMost(exchange: Exchange | undefined): LedgerRow['exchange'] {
  return exchange ? { ...exchange, most: Math.max(1, ...exchange.bars.map(({ value }) => value)) } : null;
}

function ours(service: string, { agreements, practice }: LedgerParts): Agreement[] {
  return agreements.filter((each) => each.service === service && each.practiceId === practice.practiceId);
}

function seenThrough(service: string, { agreements, practice }: LedgerParts, on: Temporal.PlainDate): Seen {
  const joinedPractices = [...Map.groupBy(agreements, ({ practiceId }) => practiceId)].flatMap(([practiceId, all]) => {
    const { kind } = standing(
      all.filter((each) => each.service === service),
      on,
    );
    return kind === 'joined' || kind === 'leaving' ? [practiceId] : [];
  });
  return { ...practice, joinedPractices };
}

/** What a step opens or closes, and for whom. */
export interface Preview {
  readonly service: Service;
  readonly standing: Standing;
  readonly earliest: Temporal.PlainDate;
  readonly viewers: readonly Viewed[];
  /** People, and apart from them programs of other systems. */
  readonly people: number;
  readonly systems: number;
  readonly kinds: number;
  /** What our own people see of others by it, as roles with what they see. */
  readonly mutual: readonly Onlookers[];
  readonly others: number;
  /** What stays visible after leaving, until it is settled or audited. */
  readonly stays: Ledger['always'];
}

/** A role that a step opens or closes rows for. */
export interface Viewed {
  readonly who: string;
  readonly what: readonly string[];
  readonly people: readonly { readonly name: string; readonly place: string }[];
}

/** Looks ahead at a practice's joining or leaving one service. */
export function previewOf(service: Service, parts: LedgerParts): Preview {
  const { sights, holders, today, practice } = parts;
  const now = standing(ours(service.code, parts), today);
  const leaving = now.kind !== 'not-joined';
  const seen = seenThrough(service.code, parts, today);
  const viewers = viewersOf(service.code, { sights, holders, seen }).filter(({ people }) => people.length > 0);
  const holding = (programs: boolean): number =>
    new Set(
      viewers
        .filter(({ role }) => (role === 'client') === programs)
        .flatMap((each) => each.people.map(({ personId }) => personId)),
    ).size;
  const mutual = sights.filter(({ reach, service: by }) => reach === 'shared' && by === service.code);
  return {
    service,
    standing: now,
    earliest: leaving ? earliestLeaving(today, service.noticeDays) : today,
    viewers: viewers.map((each) => ({
      who: countWords(each),
      what: each.classes.map(classWords),
      people: each.people.map(({ personName, placeName }) => ({ name: personName, place: placeName })),
    })),
    people: holding(false),
    systems: holding(true),
    kinds: new Set(viewers.flatMap(({ classes }) => classes)).size,
    mutual: onlookers(
      mutual.map(({ role, roleName, class: of }) => ({
        role,
        roleName,
        classes: [of],
        people: holders.filter((holder) => holder.role === role && holder.practiceId === practice.practiceId),
      })),
    ),
    others: seen.joinedPractices.filter((code) => code !== practice.practiceId).length,
    stays: ledgerOf(parts).always,
  };
}

const crowds: Readonly<Record<string, string>> = {
  operations: 'in group operations',
  finance: 'in finance',
  governance: 'in governance',
  workforce: 'in workforce',
};

/** "31 care navigators", "2 people in finance". */
function countWords({ role, roleName, people }: Viewers): string {
  const count = people.length.toLocaleString('en-GB');
  const crowd = crowds[role];
  if (crowd) return `${count} ${people.length === 1 ? 'person' : 'people'} ${crowd}`;
  return `${count} ${roleName.toLowerCase()}${people.length === 1 ? '' : 's'}`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function whoWords(viewers: readonly Viewers[]): string {
  const some = [...Map.groupBy(viewers, ({ role }) => role).values()].flatMap((ofRole) => {
    const people = [...new Map(ofRole.flatMap((one) => one.people.map((each) => [each.personId, each]))).values()];
    return ofRole[0] === undefined || people.length === 0 ? [] : [countWords({ ...ofRole[0], people })];
  });
  return some.length === 0 ? 'nobody holds a role that would see it today' : listed(some);
}

/** Those who see the same are named together. */
function onlookers(viewers: readonly Viewers[]): Onlookers[] {
  const some = viewers.filter(({ people }) => people.length > 0);
  const byWhat = Map.groupBy(some, ({ classes }) => classes.map(classWords).join('; '));
  return [...byWhat].map(([what, of]) => ({
    what,
    who: listed(of.map(countWords)),
    one: of.length === 1 && of[0]?.people.length === 1,
  }));
}
