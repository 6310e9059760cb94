/** What a role sees of a class of rows: at its own practice, of practices that joined a service, or of every member. */
export interface Sight {
  readonly role: string;
  readonly roleName: string;
  readonly class: string;
  readonly reach: 'own' | 'joined' | 'shared' | 'member';
  readonly service: string | null;
}

/** Somebody who holds a role on a day, and where. */
export interface Holder {
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly practiceId: string | null;
  readonly hubId: string | null;
  readonly placeName: string;
}

/** A practice whose rows are looked at: the hub it is in, and the practices that have joined the same service. */
export interface Seen {
  readonly practiceId: string;
  readonly hubId: string | null;
  readonly joinedPractices: readonly string[];
}

/** A role that sees a practice's rows, with what it sees and the people who hold it. */
export interface Viewers {
  readonly role: string;
  readonly roleName: string;
  readonly classes: readonly string[];
  readonly people: readonly Holder[];
}

const words: Readonly<Record<string, string>> = {
  patient: 'patients’ names, birth dates, contact details and needs',
  visit: 'requests and bookings, with the reason for each',
  open_visit: 'patients’ visits to come at other practices, and open red flags that went on to the hub or the group',
  session: 'who works when, and which times are free',
  money: 'what is owed and paid, never for whom',
  policy: 'policies’ titles, versions and dates',
  measure: 'counts by month, no patients',
  measure_unnamed: 'counts as a dot without our name',
  audit: 'who read and changed what',
  directory: 'names, places and agreements',
};

/** A class of rows in a practice manager's words. */
export function classWords(name: string): string {
  return words[name] ?? name.replaceAll('_', ' ');
}

const reads: Readonly<Record<string, string>> = {
  patient: 'one patient’s details',
  visit: 'one request or booking',
  session: 'one session',
};

/** What one read of a class was of. */
export function readWords(name: string): string {
  return reads[name] ?? classWords(name);
}

/** Who sees a practice through one service while it has joined it: a role each, people of other places only. */
export function viewersOf(
  service: string,
  { sights, holders, seen }: { sights: readonly Sight[]; holders: readonly Holder[]; seen: Seen },
): Viewers[] {
  const through = sights.filter((sight) => sight.service === service);
  return byRole(through, (sight) =>
    holders.filter((holder) => holder.role === sight.role && reaches(sight, holder, seen)),
  );
}

/** Who sees something of a practice whatever it has joined: those who audit, and those who settle what is open. */
export function standingViewers(all: { sights: readonly Sight[]; holders: readonly Holder[]; seen: Seen }): Viewers[] {
  const always = all.sights.filter((sight) => sight.reach === 'member');
  return byRole(always, (sight) =>
    all.holders.filter((holder) => holder.role === sight.role && reaches(sight, holder, all.seen)),
  );
}

function reaches(sight: Sight, holder: Holder, seen: Seen): boolean {
  if (sight.reach === 'shared')
    return (
      holder.practiceId !== null &&
      holder.practiceId !== seen.practiceId &&
      seen.joinedPractices.includes(holder.practiceId)
    );
  if (sight.reach === 'own' || holder.practiceId !== null) return false;
  return holder.hubId === null || holder.hubId === seen.hubId;
}

/** A role for each set of classes that people holding it see: whoever sees less than others of their role is told apart. */
function byRole(sights: readonly Sight[], peopleOf: (sight: Sight) => Holder[]): Viewers[] {
  return [...Map.groupBy(sights, ({ role }) => role)].flatMap(([role, of]) => {
    const roleName = of[0]?.roleName ?? role;
    const each = new Map<string, { holder: Holder; classes: string[] }>();
    for (const sight of of)
      for (const holder of peopleOf(sight)) {
        const { classes } = each.get(holder.personId) ?? { classes: [] };
        each.set(holder.personId, { holder, classes: [...new Set([...classes, sight.class])] });
      }
    if (each.size === 0) return [{ role, roleName, classes: [...new Set(of.map((sight) => sight.class))], people: [] }];
    const alike = Map.groupBy(each.values(), ({ classes }) => classes.toSorted().join());
    return [...alike.values()]
      .map((same) => ({
        ...{ role, roleName, classes: same[0]?.classes ?? [] },
        people: same.map(({ holder }) => holder).sort((a, b) => (a.personName < b.personName ? -1 : 1)),
      }))
      .sort((a, b) => b.classes.length - a.classes.length);
  });
}
