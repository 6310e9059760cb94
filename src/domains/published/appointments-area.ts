import { areaNamer } from './area-names.ts';
import { cellReader, memo } from './cells.ts';
import { monthPeriod, openGovernmentLicence, type Period } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';
import { intervals, modes, professionals, statuses } from './labels.ts';

/** The regional files' columns, then those of the daily files as some tools write them. */
const columns = {
  area: ['SUB_ICB_LOCATION_CODE', 'CCG_CODE', 'organisation_code'],
  name: ['SUB_ICB_LOCATION_NAME', 'CCG_NAME', 'organisation_name'],
  status: ['APPT_STATUS', 'appointment_status'],
  hcp: ['HCP_TYPE'],
  mode: ['APPT_MODE', 'appointment_mode'],
  interval: ['TIME_BETWEEN_BOOK_AND_APPT', 'time_between_book_and_appointment'],
  count: ['COUNT_OF_APPOINTMENTS'],
} as const;

const byArea = (header: Header) =>
  Object.values(columns).every((names) => header.at(...names) >= 0) && !header.has('GP_CODE');

/** Reads what follows the date in every row: area, status, professional, mode, time from booking and count. */
function countReader(header: Header, dated: 'month' | 'day'): RowReader {
  const at = cellReader(header);
  const column = (key: keyof typeof columns) => header.at(...columns[key]);
  const date = header.at(dated === 'month' ? 'Appointment_Month' : 'Appointment_Date');
  const [area, status, hcp, mode] = [column('area'), column('status'), column('hcp'), column('mode')];
  const [interval, count] = [column('interval'), column('count')];
  const nameAreas = areaNamer(header, at);
  const monthOf = memo((day: Period) => (dated === 'month' ? day : monthPeriod(day.from.with({ day: 1 }))));
  const isoOf = memo((day: Period) => (dated === 'month' ? [] : [day.from.toString()]));
  return (cells, sink) => {
    at.row(cells, sink);
    const [place, day] = [at.area(area), dated === 'month' ? at.month(date) : at.day(date)];
    const [came, who, how] = [at.label(status, statuses), at.label(hcp, professionals), at.label(mode, modes)];
    const [wait, number] = [at.label(interval, intervals), at.count(count)];
    if (place === null || day === null || came === null || who === null) return;
    if (how === null || wait === null || number === null) return;
    const period = monthOf(day);
    nameAreas(place, period, sink);
    sink.keep({ area: place, period, cells: [...isoOf(day), came, who, how, wait, number] });
  };
}

const publication = {
  publisher: 'NHS England',
  licence: openGovernmentLicence,
  derivedBy: null,
  periodFromName: false,
} as const;

/** Appointments of each area by month, status, professional, mode and time from booking ("Regional CSV"). */
export const appointmentsByArea: FileKind = {
  ...publication,
  kind: 'appointments-area',
  title: 'Appointments in General Practice, regional',
  columns: ['status', 'hcp', 'mode', 'booked_ahead', 'appointments'],
  recognises: (header) => byArea(header) && header.has('Appointment_Month'),
  reader: (header) => countReader(header, 'month'),
};

/** The same by day ("daily"). */
export const appointmentsByAreaAndDay: FileKind = {
  ...publication,
  kind: 'appointments-area-day',
  title: 'Appointments in General Practice, daily',
  columns: ['day', 'status', 'hcp', 'mode', 'booked_ahead', 'appointments'],
  recognises: (header) => byArea(header) && header.has('Appointment_Date'),
  reader: (header) => countReader(header, 'day'),
};
