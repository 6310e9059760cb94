import { demoProvider, type DemoDoor } from '#platform/auth/demo-provider.ts';
import type { Provider } from '#platform/auth/sign-in.ts';
import type { Database } from '#platform/db/database.ts';
import { bareChrome, pageRenderer } from '#platform/ui/pages.ts';
import { fictionalPeople, fictionalPerson } from '../queries/people.ts';

/** The demonstration's own provider, at the app's own address; its secret lives as long as the process. */
export function demoIdentity(publicUrl: string): Provider {
  return {
    issuer: new URL('/demo-identity', publicUrl).href,
    clientId: 'superpractice',
    clientSecret: crypto.randomUUID(),
    redirectUri: new URL('/sign-in/callback', publicUrl).href,
  };
}

/** The provider itself, to be served beside the app. */
export async function demoDoor(db: Database, provider: Provider, now: () => Temporal.Instant): Promise<DemoDoor> {
  const render = pageRenderer({ clock: now });
  return demoProvider({
    client: provider,
    now,
    find: async (id) => {
      const person = await fictionalPerson(db, id);
      return person && { name: person.name, email: person.email, email_verified: true };
    },
    page: async (action) => {
      const view = { groups: groupsOf(await fictionalPeople(db)), action };
      return render('network/views/demo-people.njk', view, {
        chrome: { ...bareChrome, fictional: true },
        path: action,
      });
    },
  });
}

type Held = Awaited<ReturnType<typeof fictionalPeople>>[number];

/** One entry a person, with everything they hold, by the first role they hold. */
function groupsOf(held: readonly Held[]): { role: string; people: { id: string; name: string; holds: string[] }[] }[] {
  const people = Map.groupBy(held, (role) => role.personId);
  const entries = [...people.values()].flatMap((roles) => {
    const [first] = roles;
    if (!first) return [];
    const holds = roles.map((role) => `${role.roleName}, ${role.placeName}`);
    return [{ role: first.roleName, id: first.personId, name: first.personName, holds }];
  });
  return [...Map.groupBy(entries, (entry) => entry.role)].map(([role, members]) => ({ role, people: members }));
}
