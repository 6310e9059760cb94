import { err, ok, type Result } from '#kernel/result.ts';
import type { FieldFault } from './refused.ts';

/** A building of a practice, as it is entered. */
export interface SiteDetails {
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Whether it can be entered without a step; null where nobody has said. */
  readonly stepFree: boolean | null;
}

/** A site's fields as they were typed. */
export interface SiteFields {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly stepFree?: string | undefined;
}

/** England with its islands: a site outside is a slip of the keyboard, such as both numbers swapped. */
const bounds = { latitude: [49.8, 55.9], longitude: [-6.5, 1.9] } as const;
const postcode = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;

/** Reads the fields of a site; every field that is wrong is named. */
export function readSite(fields: SiteFields): Result<SiteDetails, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const text = (field: keyof SiteFields, most: number): string => {
    const typed = (fields[field] ?? '').trim().replaceAll(/\s+/g, ' ');
    if (typed.length > most) faults.push({ field, text: `Keep it under ${most} characters` });
    return typed;
  };
  const name = text('name', 120);
  if (name === '') faults.push({ field: 'name', text: 'Enter the name people know the site by' });
  const address = text('address', 300);
  const code = text('postcode', 10).toUpperCase();
  const spaced = code.replace(/ /g, '').replace(/(.{3})$/, ' $1');
  if (code !== '' && !postcode.test(spaced)) faults.push({ field: 'postcode', text: 'Enter a postcode, like IP1 2AB' });
  const stepFree = text('stepFree', 10);
  if (!['', 'yes', 'no'].includes(stepFree)) faults.push({ field: 'stepFree', text: 'Choose yes, no or not known' });
  const [latitude, longitude] = [number('latitude', fields, faults), number('longitude', fields, faults)];
  if ((latitude === null) !== (longitude === null) && faults.length === 0)
    faults.push({
      field: latitude === null ? 'latitude' : 'longitude',
      text: 'Enter both latitude and longitude, or neither',
    });
  if (faults.length > 0) return err(faults);
  return ok({
    name,
    address: address || null,
    postcode: code === '' ? null : spaced,
    latitude,
    longitude,
    stepFree: stepFree === '' ? null : stepFree === 'yes',
  });
}

function number(field: 'latitude' | 'longitude', fields: SiteFields, faults: FieldFault[]): number | null {
  const typed = (fields[field] ?? '').trim();
  if (typed === '') return null;
  const [least, most] = bounds[field];
  const value = /^-?\d{1,3}(\.\d{1,8})?$/.test(typed) ? Number(typed) : NaN;
  if (value >= least && value <= most) return value;
  faults.push({
    field,
    text: `Enter the ${field} as a number from ${least} to ${most}, like ${field === 'latitude' ? '52.0567' : '1.1482'}`,
  });
  return null;
}
