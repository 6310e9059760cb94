import { showPhone } from '#kernel/phone.ts';
import { weekdayDate } from '#platform/ui/when.ts';
import type { Letter } from '#platform/print/letter.ts';
import { calledBy } from '../../offer/words.ts';
import type { LetterFacts } from '../../queries/own-letter.ts';

/** A large-print letter about a visit: when and where largest, then what to do. */
export function letterOf({ visit, patient, practice, fictional }: LetterFacts, now: Temporal.Instant): Letter {
  const who = calledBy(visit);
  const phone = practice.phone === null ? null : showPhone(practice.phone).replaceAll(' ', '\u00a0');
  const from = [practice.name, practice.address, practice.postcode, phone && `Telephone ${phone}`].filter(
    (line) => line !== null,
  );
  const ring = `ring ${practice.name}${phone === null ? '' : ` on ${phone}`}`;
  const postcode = visit.postcode?.replace(' ', '\u00a0') ?? null;
  const place = [visit.placeName, visit.address, postcode].filter((part) => part !== null).join(', ');
  const where: Readonly<Record<string, string>> = {
    telephone: `${who} rings you. You stay where you are.`,
    video: `${who} sees you by video. You stay where you are.`,
    home_visit: `${who} comes to your home.`,
  };
  const off = visit.status === 'cancelled';
  return {
    title: off ? 'Your appointment is cancelled' : `Your appointment with ${who}`,
    from,
    to: [`${patient.givenName} ${patient.familyName}`, patient.address, patient.postcode].filter(
      (line) => line !== null,
    ),
    date: longDate(now),
    boxed: [
      longDay(visit.startsAt),
      visit.windowFrom && visit.windowUntil
        ? `between ${longTime(visit.windowFrom)} and ${longTime(visit.windowUntil)}`
        : longTime(visit.startsAt),
      ...(off ? ['This visit is cancelled.'] : [where[visit.mode] ?? place]),
    ],
    sections: off
      ? [{ heading: 'If you still need help', text: `Ask us again online, or ${ring}.` }]
      : [
          ...needsSaid(patient.needs, who),
          { heading: 'To move or cancel it', text: `Sign in at our website, or ${ring}.` },
          {
            heading: 'If you get worse before then',
            text: 'Ring 111. If you struggle to breathe, have chest pain or think that your life is in danger, ring 999.',
          },
        ],
    foot: `This letter is in large print. For audio, braille or Easy Read, ring us${phone === null ? '' : ` on ${phone}`}.`,
    note: fictional ? 'A demonstration: every name here is made up.' : '',
  };
}

function needsSaid(needs: LetterFacts['patient']['needs'], who: string): Letter['sections'] {
  const said: Readonly<Record<string, string>> = {
    hearing: `${who} will come and fetch you, and face you when they speak.`,
    sight: 'We will come and fetch you from the waiting room.',
    step_free: 'The way in has no steps.',
    longer: 'You have twice the usual time.',
    interpreter: 'We arrange an interpreter.',
    bsl: 'We arrange a British Sign Language interpreter.',
    carer: 'Bring whoever helps you, if you like.',
  };
  const lines = needs.map(({ code }) => said[code]).filter((line) => line !== undefined);
  return lines.length === 0 ? [] : [{ heading: 'When you come', text: lines.join(' ') }];
}

function longDate(at: Temporal.Instant): string {
  return at
    .toZonedDateTimeISO('Europe/London')
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function longDay(at: Temporal.Instant): string {
  const { year } = at.toZonedDateTimeISO('Europe/London');
  return weekdayDate(at, at).includes(String(year)) ? weekdayDate(at, at) : `${weekdayDate(at, at)} ${year}`;
}

/** "10:20 in the morning": read aloud without am and pm. */
function longTime(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO('Europe/London');
  const part = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${part}`;
}
