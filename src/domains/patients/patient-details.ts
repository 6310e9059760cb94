import { parseDay } from '#kernel/date.ts';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';

/** Everything about a patient that somebody enters. */
export interface PatientDetails {
  readonly nhsNumber: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly usualGpId: string | null;
  readonly needs: readonly string[];
  readonly language: string;
  readonly contactBy: string;
}

/** The fields of a patient by the names that forms and files give them; what is undefined was not given. */
export type PatientFields = { readonly [F in PatientField]?: string | undefined };

/** A field of a patient, as a column of a file is headed. */
export type PatientField = (typeof patientFields)[number];

/** Every field, in the order a form asks for them. */
export const patientFields = [
  'nhs_number',
  'given_name',
  'family_name',
  'birth_date',
  'sex',
  'phone',
  'email',
  'address',
  'postcode',
  'usual_gp',
  'needs',
  'language',
  'contact_by',
] as const;

/** What is wrong with one field, in words for whoever typed it; never with the value. */
export interface PatientFault {
  readonly field: PatientField;
  readonly text: string;
}

/** What there is to choose from at the practice. */
export interface PatientChoices {
  readonly today: Temporal.PlainDate;
  readonly needs: readonly { readonly code: string; readonly name: string }[];
  readonly gps: readonly { readonly id: string; readonly name: string }[];
}

/** How sex is recorded, as the form offers it. */
export const sexes = [
  { value: 'female', text: 'Female' },
  { value: 'male', text: 'Male' },
  { value: 'other', text: 'Other' },
  { value: 'unknown', text: 'Not known' },
] as const;

/** How somebody wants to be reached, as the form offers it. */
export const contactWays = [
  { value: 'phone', text: 'Telephone' },
  { value: 'text', text: 'Text message' },
  { value: 'email', text: 'Email' },
  { value: 'letter', text: 'Letter' },
] as const;

type Say = (field: PatientField, text: string) => void;

/** One line of text of at most `most` characters; null where nothing was given. */
function lineOf(typed: string | undefined, most: number): Result<string | null, null> {
  const text = (typed ?? '').trim().replaceAll(/\s+/g, ' ');
  if (text === '') return ok(null);
  return text.length > most || /\p{Cc}/u.test(text) ? err(null) : ok(text);
}

/** A day as 1948-03-14 or 14/3/1948. */
function birthDateOf(typed: string | undefined, today: Temporal.PlainDate, say: Say): Temporal.PlainDate | null {
  const text = (typed ?? '').trim();
  // Two-digit years are refused: of somebody's birth they may mean either century.
  const [, first, month, last] = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4})$/.exec(text) ?? [];
  const day = parseDay(first ? `${first}/${month ?? ''}/${last ?? ''}` : /\d{4}/.test(text) ? text : '');
  if (day === null) say('birth_date', 'Enter a real date of birth with the year in full, like 31/3/1980');
  else if (Temporal.PlainDate.compare(day, today) > 0) say('birth_date', 'The date of birth is in the future');
  else if (day.year < today.year - 130) say('birth_date', 'The date of birth is more than 130 years ago');
  else return day;
  return null;
}

function choiceOf(
  typed: string | undefined,
  choices: readonly { readonly value: string; readonly text: string }[],
): string | undefined {
  const text = (typed ?? '').trim().toLowerCase();
  return choices.find((choice) => choice.value === text || choice.text.toLowerCase() === text)?.value;
}

const postcodeForm = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;

/** A postcode in capitals with its space; null where it is none. */
function postcodeOf(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/\s/g, '');
  const spaced = `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  return postcodeForm.test(spaced) ? spaced : null;
}

function needsOf(typed: string | undefined, known: PatientChoices['needs'], say: Say): string[] {
  const asked = (typed ?? '')
    .split(/[;|]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const found = asked.map((part) => known.find(({ code, name }) => code === part || name.toLowerCase() === part)?.code);
  if (found.includes(undefined)) say('needs', `Needs are ${known.map(({ code }) => code).join(', ')}, parted by ;`);
  return [...new Set(found.filter((code) => code !== undefined))].sort();
}

function gpOf(typed: string | undefined, gps: PatientChoices['gps'], say: Say): string | null {
  const text = (typed ?? '').trim();
  if (text === '') return null;
  const found = gps.filter(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase());
  if (found.length === 1) return found[0]?.id ?? null;
  say('usual_gp', found.length === 0 ? 'That is no GP of the practice' : 'Two GPs of the practice have that name');
  return null;
}

function languageOf(typed: string | undefined, say: Say): string {
  const text = (typed ?? '').trim();
  if (text === '') return 'en';
  const code = /^[a-z]{2,3}$/i.test(text) ? text.toLowerCase() : languageByName(text);
  if (code !== null && nameOfLanguage(code) !== undefined) return code;
  say('language', 'Choose a language, or give its code, like pl for Polish');
  return 'en';
}

const nameOfLanguage = (code: string) =>
  new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' }).of(code);

function languageByName(text: string): string | null {
  return languages.find((language) => language.text.toLowerCase() === text.toLowerCase())?.value ?? null;
}

/** Languages most often needed in England (Census 2021, main language, and those interpreters are asked for), by name. */
export const languages: readonly { readonly value: string; readonly text: string }[] =
  'en am ar bg bn cmn cs cy de el es fa fr gu hi hu it ku lt lv ml ne nl pa pl ps pt ro ru sk so sq sw ta te ti tr uk ur vi yue'
    .split(' ')
    .map((value) => ({ value, text: nameOfLanguage(value) ?? value }))
    .sort((a, b) => Number(b.value === 'en') - Number(a.value === 'en') || (a.text < b.text ? -1 : 1));

function readReach(fields: PatientFields, say: Say) {
  const phone = (fields.phone ?? '').trim() === '' ? null : parsePhone(fields.phone ?? '');
  if (phone === null && (fields.phone ?? '').trim() !== '')
    say('phone', 'Enter a telephone number, like 01632 960 117');
  const line = lineOf(fields.email, 254);
  const email = line.ok ? line.value : null;
  if (!line.ok || (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)))
    say('email', 'Enter an email address, like name@example.com');
  const address = lineOf(fields.address?.replaceAll(/\s*\r?\n\s*/g, ', '), 300);
  if (!address.ok) say('address', 'Keep the address under 300 characters');
  const typedPostcode = (fields.postcode ?? '').trim();
  const postcode = typedPostcode === '' ? null : postcodeOf(typedPostcode);
  if (postcode === null && typedPostcode !== '') say('postcode', 'Enter a full postcode, like IP1 2AB');
  return { phone, email, address: address.ok ? address.value : null, postcode };
}

function contactOf(typed: string | undefined, reach: ReturnType<typeof readReach>, say: Say): string {
  if ((typed ?? '').trim() === '') return reach.phone === null ? 'letter' : 'phone';
  const way = choiceOf(typed, contactWays);
  const without = (has: string | null) => has === null;
  if (way === undefined) say('contact_by', 'Choose how to reach them: phone, text, email or letter');
  else if ((way === 'phone' || way === 'text') && without(reach.phone))
    say('contact_by', 'Enter a telephone number, or choose another way to reach them');
  else if (way === 'email' && without(reach.email))
    say('contact_by', 'Enter an email address, or choose another way to reach them');
  return way ?? 'phone';
}

/** Reads what a form or a row of a file gives of a patient; every field that is wrong is named, no value is repeated. */
export function readPatient(
  fields: PatientFields,
  { today, needs, gps }: PatientChoices,
): Result<PatientDetails, readonly PatientFault[]> {
  const faults: PatientFault[] = [];
  const say: Say = (field, text) => void faults.push({ field, text });
  const typedNumber = (fields.nhs_number ?? '').trim();
  const number = typedNumber === '' ? null : parseNhsNumber(typedNumber);
  if (number !== null && !number.ok)
    say(
      'nhs_number',
      number.error.kind === 'length'
        ? 'An NHS number has 10 digits, like 999 123 4567'
        : 'That is not an NHS number: check each digit',
    );
  const [given, family] = [lineOf(fields.given_name, 100), lineOf(fields.family_name, 100)];
  if (!given.ok || given.value === null) say('given_name', 'Enter their first name, at most 100 characters');
  if (!family.ok || family.value === null) say('family_name', 'Enter their last name, at most 100 characters');
  const birthDate = birthDateOf(fields.birth_date, today, say);
  const sex = choiceOf(fields.sex, sexes);
  if (sex === undefined) say('sex', 'Choose female, male, other or not known');
  const reach = readReach(fields, say);
  const usualGpId = gpOf(fields.usual_gp, gps, say);
  const found = needsOf(fields.needs, needs, say);
  const language = languageOf(fields.language, say);
  const contactBy = contactOf(fields.contact_by, reach, say);
  if (faults.length > 0 || birthDate === null || sex === undefined) return err(faults);
  const names = { givenName: (given.ok && given.value) || '', familyName: (family.ok && family.value) || '' };
  const nhsNumber = number?.ok ? number.value : null;
  return ok({ nhsNumber, ...names, birthDate, sex, ...reach, usualGpId, needs: found, language, contactBy });
}

/** What is recorded of a patient, as the fields of a form or file would give it. */
export function fieldsOf(details: PatientDetails): Record<PatientField, string> {
  return {
    nhs_number: details.nhsNumber ?? '',
    given_name: details.givenName,
    family_name: details.familyName,
    birth_date: details.birthDate.toString(),
    sex: details.sex,
    phone: details.phone ?? '',
    email: details.email ?? '',
    address: details.address ?? '',
    postcode: details.postcode ?? '',
    usual_gp: details.usualGpId ?? '',
    needs: details.needs.join(';'),
    language: details.language,
    contact_by: details.contactBy,
  };
}
