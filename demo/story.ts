import { agreementsOf } from './agreements.ts';
import { calendarAround, type Calendar } from './calendar.ts';
import { chanceOf } from './chance.ts';
import { makeClinicians, staffName, type Clinician } from './clinicians.ts';
import { makeFlags, type RedFlag } from './flags.ts';
import { makeHandBacks, type HandBack } from './hand-backs.ts';
import { makePatients, type PatientList } from './patients.ts';
import { makeColleague, makePeople, type Person } from './people.ts';
import { makePractices, type Hub, type Practice } from './practices.ts';
import { makeRequests, type Asked } from './requests.ts';
import { makeRota, type Rota } from './sessions.ts';
import { makeBookings, type Booking } from './visits.ts';

/** What the group is made of before anybody asks for anything. */
export interface Foundation {
  readonly groupId: string;
  readonly hubs: readonly Hub[];
  readonly practices: readonly Practice[];
  readonly clinicians: readonly Clinician[];
  /** Those to sign in as, and those whose names stand in the history. */
  readonly people: readonly Person[];
  readonly cast: readonly Person[];
  /** Who answers the telephone of a practice. */
  readonly navigators: (practice: Practice) => readonly Person[];
  readonly calendar: Calendar;
  readonly seed: number;
  readonly patients: { readonly lists: readonly PatientList[]; readonly lines: Iterable<string> };
}

/** What is done in the group's ten weeks. */
export interface Life extends Asked {
  readonly rota: Rota;
  readonly bookings: readonly Booking[];
  readonly flags: readonly RedFlag[];
  readonly handBacks: readonly HandBack[];
}

/** Founds the group: the same for the same scale, seed and day. */
export function found({ scale, seed, now }: { scale: number; seed: number; now: Temporal.Instant }): Foundation {
  const chance = chanceOf(seed, 'group');
  const groupId = chance.uuid(Date.UTC(2023, 3, 1));
  const { hubs, practices } = makePractices(scale, chance);
  const cast = makePeople(practices, chanceOf(seed, 'people'));
  const { clinicians, colleagues } = makeClinicians(practices, cast, seed);
  const desks = desksOf(practices, cast, seed);
  const others = [...desks.values()].flat().filter((person) => !cast.includes(person));
  return {
    groupId,
    hubs,
    practices,
    clinicians,
    people: [...cast, ...colleagues, ...others],
    cast,
    navigators: (practice) => desks.get(practice) ?? [],
    calendar: calendarAround(now),
    seed,
    patients: makePatients(practices, clinicians, { seed, now: now.epochMilliseconds }),
  };
}

/** Two names of the history at each practice, and whoever can sign in there. */
function desksOf(practices: readonly Practice[], cast: readonly Person[], seed: number): Map<Practice, Person[]> {
  const chance = chanceOf(seed, 'navigators');
  return new Map(
    practices.map((practice) => {
      const here = cast.filter((person) =>
        person.roles.some((held) => held.role === 'navigator' && held.practice === practice),
      );
      const others = [0, 1].map((place) =>
        makeColleague(
          { name: staffName(chance), key: `navigator/${practice.code}/${place}`, role: 'navigator', practice },
          chance,
        ),
      );
      return [practice, [...here, ...others]];
    }),
  );
}

/** Lets the group live: sessions, visits, requests and red flags. The patients' lines must have been read before. */
export function live(group: Foundation): Life {
  const { calendar, practices, seed, navigators } = group;
  const { lists } = group.patients;
  const rota = makeRota(group);
  const hubBooking = new Map(
    practices.map((practice) => [
      practice,
      agreementsOf(practice, calendar).find((one) => one.service === 'hub_booking'),
    ]),
  );
  const shares = (practice: Practice, day: { date: string }): boolean => {
    const agreement = hubBooking.get(practice);
    return (
      agreement !== undefined &&
      agreement.from <= calendar.today.date &&
      (agreement.to === undefined || day.date < agreement.to)
    );
  };
  const bookings = makeBookings({ calendar, lists, sessions: rota.sessions, shares, seed });
  const asking = { calendar, lists, bookings, duties: rota.duties, navigators, seed };
  const asked = makeRequests(asking);
  const flags = makeFlags(asking, asked);
  const handBacks = makeHandBacks({ ...asking, clinicians: group.clinicians });
  return { ...asked, rota, bookings, flags, handBacks };
}
