import Type from 'typebox';
import { parseDay } from '#kernel/date.ts';

/** The three fields of a date in a form, each as it was typed. */
export function dateFields<const N extends string>(name: N) {
  const part = Type.Optional(Type.String({ maxLength: 10 }));
  return {
    [`${name}-day`]: part,
    [`${name}-month`]: part,
    [`${name}-year`]: part,
  } as Record<`${N}-${'day' | 'month' | 'year'}`, typeof part>;
}

/** What was typed into the fields of a date, to be shown again, and the day it means if there is one. */
export interface TypedDate {
  readonly typed: { readonly day: string; readonly month: string; readonly year: string };
  readonly empty: boolean;
  readonly day: Temporal.PlainDate | undefined;
}

/** Reads the fields of a date. */
export function readDate(name: string, body: Readonly<Record<string, unknown>>): TypedDate {
  const part = (of: string): string => {
    const value = body[`${name}-${of}`];
    return typeof value === 'string' ? value.trim() : '';
  };
  const typed = { day: part('day'), month: part('month'), year: part('year') };
  const empty = typed.day === '' && typed.month === '' && typed.year === '';
  return { typed, empty, day: dayOf(typed) };
}

/** A day from the fields of a form as one text, day first, such as 19/12/2026; empty where nothing was typed. */
export function dateText(name: string, body: Readonly<Record<string, unknown>>): string {
  const { typed, empty } = readDate(name, body);
  return empty ? '' : `${typed.day}/${typed.month}/${typed.year}`;
}

/** A day as the fields of a form show it. */
export function asFields(day: Temporal.PlainDate): TypedDate['typed'] {
  return { day: String(day.day), month: String(day.month), year: String(day.year) };
}

function dayOf({ day, month, year }: TypedDate['typed']): Temporal.PlainDate | undefined {
  return parseDay(`${day}/${month}/${year}`) ?? undefined;
}
