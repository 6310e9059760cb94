import { areaNamer } from './area-names.ts';
import { cellReader } from './cells.ts';
import { openGovernmentLicence } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';
import { intervals, modes, professionals, statuses } from './labels.ts';

const publication = { publisher: 'NHS England', licence: openGovernmentLicence, derivedBy: null } as const;

const bands = [
  ['Same Day'],
  ['1 Day'],
  ['2 to 7 Days'],
  ['8 to 14 Days'],
  ['15 to 21 Days'],
  ['22 to 28 Days'],
  ['More than 28 Days'],
  ['Unknown / Data Quality', 'Unknown / Data Issue', 'Unknown'],
] as const;

function practiceReader(header: Header): RowReader {
  const at = cellReader(header);
  const [month, code] = [header.at('Appointment Month Start Date', 'APPOINTMENT_MONTH'), header.at('GP_CODE')];
  const area = header.at('SUB_ICB_LOCATION_CODE');
  const nameAreas = areaNamer(header, at);
  const columns = bands.map((names) => header.at(...names));
  const once = { column: header.named(code), lastWins: false };
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, place, period] = [at.practice(code), at.area(area), at.month(month)];
    if (practice === null || place === null || period === null) return;
    const counts: number[] = [];
    for (const column of columns) {
      const count = at.count(column);
      if (count === null) return;
      counts.push(count);
    }
    nameAreas(place, period, sink);
    sink.keep({ area: place, period, cells: [practice, ...counts], practice, once });
  };
}

/** A month's appointments of each practice by the time from booking to appointment. */
export const appointmentsByPractice: FileKind = {
  ...publication,
  kind: 'appointments-practice',
  title: 'Appointments in General Practice, practice level by time from booking',
  columns: [
    'practice_code',
    'same_day',
    'days_1',
    'days_2_to_7',
    'days_8_to_14',
    'days_15_to_21',
    'days_22_to_28',
    'days_over_28',
    'interval_unknown',
  ],
  periodFromName: false,
  recognises: (header) =>
    header.has('GP_CODE') &&
    header.has('SUB_ICB_LOCATION_CODE') &&
    header.at('Appointment Month Start Date', 'APPOINTMENT_MONTH') >= 0 &&
    bands.every((names) => header.at(...names) >= 0),
  reader: practiceReader,
};

/** What stands where a small count is not shown. */
const suppressed = '*';

function crosstabReader(header: Header): RowReader {
  const at = cellReader(header);
  const [month, code, area] = [
    header.at('APPOINTMENT_MONTH_START_DATE', 'APPOINTMENT_MONTH'),
    header.at('GP_CODE'),
    header.at('SUB_ICB_LOCATION_CODE'),
  ];
  const [hcp, mode, category] = [header.at('HCP_TYPE'), header.at('APPT_MODE'), header.at('NATIONAL_CATEGORY')];
  const [interval, status, count] = [
    header.at('TIME_BETWEEN_BOOK_AND_APPT'),
    header.at('APPT_STATUS'),
    header.at('COUNT_OF_APPOINTMENTS'),
  ];
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, period] = [at.practice(code), at.month(month)];
    if (practice === null || period === null) return;
    const place = area >= 0 ? at.area(area) : 'unknown';
    const [who, how] = [at.label(hcp, professionals), at.label(mode, modes)];
    const [wait, came] = [at.label(interval, intervals), at.label(status, statuses)];
    const number = at.text(count) === suppressed ? null : at.count(count);
    if (place === null || who === null || how === null || wait === null || came === null) return;
    if (number === null && at.text(count) !== suppressed) return;
    sink.keep({ area: place, period, cells: [practice, who, how, at.text(category), wait, came, number], practice });
  };
}

/** A month's appointments of each practice by professional, mode, category, time from booking and status. */
export const appointmentsCrosstab: FileKind = {
  ...publication,
  kind: 'appointments-crosstab',
  title: 'Appointments in General Practice, practice level crosstab',
  columns: ['practice_code', 'hcp', 'mode', 'category', 'booked_ahead', 'status', 'appointments'],
  periodFromName: false,
  recognises: (header) =>
    header.has('GP_CODE') &&
    header.at('APPOINTMENT_MONTH_START_DATE', 'APPOINTMENT_MONTH') >= 0 &&
    header.at('TIME_BETWEEN_BOOK_AND_APPT') >= 0 &&
    ['HCP_TYPE', 'APPT_MODE', 'NATIONAL_CATEGORY', 'COUNT_OF_APPOINTMENTS', 'APPT_STATUS'].every((name) =>
      header.has(name),
    ),
  reader: crosstabReader,
};
