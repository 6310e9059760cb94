import { cellReader } from './cells.ts';
import { openGovernmentLicence } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';

const areaNames = ['SUB_ICB_LOCATION_CODE', 'CCG_CODE'] as const;
const codeNames = ['CODE', 'ORG_CODE', 'PRACTICE_CODE', 'GP_PRACTICE_CODE'] as const;

/** Rows by sex and age are left out, not summed: the same edition always has a row or a file of totals. */
const byAge = 'by sex or age, not a total';

function longReader(header: Header): RowReader {
  const at = cellReader(header);
  const [area, code, postcode] = [header.at(...areaNames), header.at(...codeNames), header.at('POSTCODE')];
  const [date, sex, age] = [header.at('EXTRACT_DATE'), header.at('SEX'), header.at('AGE', 'AGE_GROUP_5')];
  const [type, patients] = [header.at('TYPE', 'ORG_TYPE'), header.at('NUMBER_OF_PATIENTS')];
  const once = { column: header.named(code), lastWins: false };
  let first: Temporal.PlainDate | undefined;
  return (cells, sink) => {
    at.row(cells, sink);
    const total = at.text(sex).toUpperCase() === 'ALL' && at.text(age).toUpperCase() === 'ALL';
    if (!total) {
      sink.leaveOut(byAge);
      return;
    }
    if (type >= 0 && at.text(type).toUpperCase() !== 'GP') {
      sink.leaveOut('not a practice but a larger area');
      return;
    }
    const [practice, place, day, count] = [at.practice(code), at.area(area), at.day(date), at.count(patients)];
    if (practice === null || place === null || day === null || count === null) return;
    // One mistyped date would be an edition of its own that takes the place of a whole month.
    first ??= day.from;
    if (!day.from.equals(first)) {
      const reason = `is not ${first.toString()}, the day of the rows before it: a file is of one day`;
      sink.reject(header.named(date), at.text(date), reason);
      return;
    }
    sink.keep({ area: place, period: day, cells: [practice, at.optional(postcode), count], practice, once });
  };
}

/** Until 2016 one row a practice, its total in a column of its own and the date only in the file's name. */
function wideReader(header: Header, firstDay: Temporal.PlainDate | null): RowReader {
  const at = cellReader(header);
  const [area, code, postcode] = [header.at(...areaNames), header.at(...codeNames), header.at('POSTCODE')];
  const patients = header.at('TOTAL_ALL');
  const period = firstDay && { from: firstDay, to: firstDay.add({ days: 1 }) };
  const once = { column: header.named(code), lastWins: false };
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, place, count] = [at.practice(code), at.area(area), at.count(patients)];
    if (practice === null || place === null || count === null || period === null) return;
    sink.keep({ area: place, period, cells: [practice, at.optional(postcode), count], practice, once });
  };
}

const common = {
  kind: 'patients-registered',
  publisher: 'NHS England',
  title: 'Patients Registered at a GP Practice',
  licence: openGovernmentLicence,
  derivedBy: null,
  columns: ['practice_code', 'postcode', 'patients'],
} as const;

const hasArea = (header: Header) => header.at(...areaNames) >= 0 && header.at(...codeNames) >= 0;

/** Practice list totals, one row for each sex and age (2017 on): sub-ICB or, before July 2022, CCG columns. */
export const patientsRegistered: FileKind = {
  ...common,
  periodFromName: false,
  recognises: (header) =>
    hasArea(header) &&
    ['EXTRACT_DATE', 'SEX', 'NUMBER_OF_PATIENTS'].every((name) => header.has(name)) &&
    header.at('AGE', 'AGE_GROUP_5') >= 0,
  reader: longReader,
};

/** Practice list totals as published until 2016. */
export const patientsRegisteredWide: FileKind = {
  ...common,
  periodFromName: true,
  recognises: (header) => hasArea(header) && header.has('TOTAL_ALL') && header.has('TOTAL_MALE'),
  reader: (header, { period }) => wideReader(header, period?.from ?? null),
};
