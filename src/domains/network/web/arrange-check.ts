import type { Change, HubMove } from '../arrange-preview.ts';
import type { CheckedContract, CheckedSite, ContractParties } from '../commands/arrange.ts';

/** What a page of checking shows before anything is changed. */
export interface Check {
  readonly answer: string;
  readonly under: string;
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
  /** What may be ended by it, each to be ticked. */
  readonly ends: readonly { readonly id: string; readonly text: string; readonly ticked: boolean }[];
  readonly confirm: string;
}

const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

function listed(names: readonly string[]): string {
  if (names.length > 6) return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A move to a hub, as its page of checking shows it. */
export function hubMoveCheck(move: HubMove & { readonly from: Temporal.PlainDate }): Check {
  const { practiceName, fromHub, toHub, stop, begin, dropped } = move;
  const who = (names: readonly string[], does: string, do_: string): string =>
    `${listed(names)} ${names.length === 1 ? does : do_} to see what the hub sees of ${practiceName}, as far as it has joined`;
  return {
    answer: `${practiceName} is in ${toHub} from ${dated(move.from)}`,
    under: fromHub === null ? 'It is in no hub until then.' : `It leaves ${fromHub} on that day.`,
    changes: move.changes,
    notes: [
      ...(stop.length > 0 ? [who(stop, 'ceases', 'cease')] : []),
      ...(begin.length > 0 ? [who(begin, 'begins', 'begin')] : []),
      ...(stop.length + begin.length === 0
        ? ['Nobody holds a role for one of the two hubs alone: nobody sees more or less']
        : []),
      ...dropped.map(({ hubName, from }) => `The move to ${hubName} planned for ${dated(from)} is dropped`),
      'Appointments that are booked stay where they are',
    ],
    ends: [],
    confirm: 'Move the practice',
  };
}

/** A contract to be recorded, as its page of checking shows it. */
export function contractCheck(
  contract: ContractParties,
  { from, practiceName, siteName, standing }: CheckedContract,
): Check {
  const now = standing.find(({ kind }) => kind === contract.kind) ?? standing[0];
  const change = (what: string, after: string, before: string | undefined): Change => ({
    what,
    after,
    before: before ?? 'nothing recorded',
  });
  return {
    answer: `${practiceName} has a ${contract.kind} contract from ${dated(from)}`,
    under: 'Five parties, each its own answer. Beside them stands what is recorded for that day now.',
    changes: [
      change('Kind', contract.kind, now?.kind),
      change('Holder', listed(contract.holders), now && listed(now.holders)),
      change('Beneficiary', contract.beneficiary, now?.beneficiary),
      change('CQC provider', contract.cqcProvider, now?.cqcProvider),
      change('Site', siteName ?? 'all sites', now && (now.site ?? 'all sites')),
      change('Payee', contract.payee, now?.payee),
    ],
    notes: [
      ...(standing.length === 0 ? ['No contract of this practice is recorded for that day'] : []),
      ...standing
        .filter(({ mayEnd }) => !mayEnd)
        .map(({ kind }) => `Its ${kind} contract begins that day too and stays`),
    ],
    ends: standing
      .filter(({ mayEnd }) => mayEnd)
      .map(({ id, kind, kindName, validFrom }) => ({
        id,
        text: `End its ${kind} contract (${kindName}, since ${dated(validFrom)}) the day before`,
        ticked: kind === contract.kind,
      })),
    confirm: 'Record the contract',
  };
}

/** A site to be added, as its page of checking shows it. */
export function siteCheck({ details, from, practiceName, others }: CheckedSite): Check {
  const { name, address, postcode, latitude, longitude, stepFree } = details;
  const known = (value: string | null): string => value ?? 'not known';
  const change = (what: string, after: string): Change => ({ what, before: 'no such site', after });
  return {
    answer: `${practiceName} has a site ${name} from ${dated(from)}`,
    under: others.length === 0 ? 'It has no other site.' : `Its other sites are ${listed(others)}.`,
    changes: [
      change('Address', known(address)),
      change('Postcode', known(postcode)),
      change('Step-free', stepFree === null ? 'not known' : stepFree ? 'yes' : 'no'),
      change(
        'Where it is',
        latitude === null || longitude === null
          ? 'not known: distances are those of the practice'
          : `${latitude}, ${longitude}`,
      ),
    ],
    notes: ['Sessions can be opened there from then on', 'Patients are told its name and address'],
    ends: [],
    confirm: 'Add the site',
  };
}
