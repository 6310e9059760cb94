import type { Pronouns } from './person.ts';
import { by999, type Rescue } from './rescue.ts';

/** The one sentence that asks for help, to somebody who stands at the desk: who works there rings, or fetches. */
export function askingAtDesk(rescue: Rescue, self: boolean): string {
  if (by999(rescue))
    return self ? 'I am ringing 999 for you now. Stay here with me.' : 'I am ringing 999 now. Are they here with you?';
  return {
    'a-and-e': self ? 'You must go to A&E now, and somebody else must drive.' : 'They must go to A&E now.',
    maternity: `We will ring ${self ? 'your' : 'their'} maternity triage line now: it is open day and night.`,
    chemotherapy: `We will ring ${self ? 'your' : 'their'} chemotherapy 24-hour line now.`,
    doctor: self ? 'I am fetching the duty doctor for you now.' : 'I am fetching the duty doctor now.',
  }[rescue];
}

const ring999 = 'ring 999 from here, and fetch a clinician.';

/** What whoever is at the desk does now, and what if it does not go well; undefined where the doctor is fetched. */
export function actAtDesk(rescue: Rescue, { them }: Pronouns): { now: string; otherwise: string } | undefined {
  switch (rescue) {
    case 'ambulance':
    case 'ambulance-and-police':
      return {
        now: 'Ring 999 now, from here',
        otherwise: `Send somebody for a clinician in the building, the emergency bag and the defibrillator. Stay with ${them}.`,
      };
    case 'police':
      return {
        now: 'Ring 999 now, from here',
        otherwise: `Take ${them} where nobody else sees or hears, and send somebody for a clinician in the building.`,
      };
    case 'a-and-e':
      return {
        now: `Get ${them} to A&E now: somebody else drives`,
        otherwise: `If nobody can drive, or it gets worse, ${ring999}`,
      };
    case 'maternity':
      return {
        now: `Ring the maternity triage line with ${them} now`,
        otherwise: `No answer, heavy bleeding, severe pain or a fit: ${ring999}`,
      };
    case 'chemotherapy':
      return {
        now: `Ring the chemotherapy 24-hour line with ${them} now`,
        otherwise: `No answer at once, shivering, confusion or fainting: ${ring999}`,
      };
    case 'doctor':
      return undefined;
  }
}
