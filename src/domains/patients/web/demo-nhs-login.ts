import { demoProvider, type DemoDoor } from '#platform/auth/demo-provider.ts';
import type { Provider } from '#platform/auth/sign-in.ts';
import type { Database } from '#platform/db/database.ts';
import { bareChrome, pageRenderer } from '#platform/ui/pages.ts';
import { demoPatients } from '../queries.ts';
import { patientCallback } from './sign-in.ts';

/** The demonstration's stand-in for NHS login, at the app's own address. */
export function demoNhsLogin(publicUrl: string): Provider {
  return {
    issuer: new URL('/demo-nhs-login', publicUrl).href,
    clientId: 'superpractice-patients',
    clientSecret: crypto.randomUUID(),
    redirectUri: new URL(patientCallback, publicUrl).href,
    scope: 'openid profile',
    userinfo: true,
  };
}

/** The stand-in itself: a few fictional patients, and one whose identity is not proved to P9. */
export async function demoNhsDoor(db: Database, provider: Provider, now: () => Temporal.Instant): Promise<DemoDoor> {
  const render = pageRenderer({ clock: now });
  return demoProvider({
    client: provider,
    now,
    find: async (account) => {
      const [id = '', level = 'P9'] = account.split(' ');
      const patient = (await demoPatients(db)).find((one) => one.id === id);
      if (!patient) return undefined;
      const { nhsNumber, familyName, birthDate } = patient;
      const proved = { nhs_number: nhsNumber, family_name: familyName, birthdate: birthDate.toString() };
      return { ...proved, identity_proofing_level: level === 'P5' ? 'P5' : 'P9' };
    },
    page: async (action) => {
      return render(
        'patients/views/demo-patients.njk',
        { patients: await demoPatients(db), action },
        { chrome: { ...bareChrome, fictional: true }, path: action },
      );
    },
  });
}
