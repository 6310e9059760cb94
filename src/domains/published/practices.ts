import { areaNamer } from './area-names.ts';
import { cellReader } from './cells.ts';
import { openGovernmentLicence, type Period } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';

/** A practice without a network is printed as PCN "U", UNALLOCATED. */
const noNetwork = new Set(['U', 'UNALLOCATED', 'UNMAPPED']);

function mappingReader(header: Header, period: Period | null): RowReader {
  const at = cellReader(header);
  const [code, name, supplier] = [header.at('GP_CODE'), header.at('GP_NAME'), header.at('SUPPLIER')];
  const [area, pcn, pcnName] = [
    header.at('SUB_ICB_LOCATION_CODE', 'CCG_CODE'),
    header.at('PCN_CODE'),
    header.at('PCN_NAME'),
  ];
  const nameAreas = areaNamer(header, at);
  // A practice that changed supplier within the quarter is listed once for each: the last row is the newest.
  const once = { column: header.named(code), lastWins: true };
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, place] = [at.practice(code), at.area(area)];
    if (practice === null || place === null || period === null) return;
    nameAreas(place, period, sink);
    const network = at.optional(pcn);
    const inNetwork = network !== null && !noNetwork.has(network.toUpperCase());
    sink.keep({
      area: place,
      period,
      cells: [
        practice,
        at.text(name),
        at.optional(supplier),
        inNetwork ? network : null,
        inNetwork ? at.text(pcnName) : null,
      ],
      practice,
      once,
    });
  };
}

/** Practices with their network, sub-ICB, ICB and region, as in the practice-level appointment publication. */
export const practiceMapping: FileKind = {
  kind: 'practice-mapping',
  publisher: 'NHS England',
  title: 'Appointments in General Practice, practice mapping',
  licence: openGovernmentLicence,
  derivedBy: null,
  columns: ['practice_code', 'name', 'supplier', 'pcn_code', 'pcn_name'],
  periodFromName: true,
  recognises: (header) =>
    ['GP_CODE', 'GP_NAME', 'PCN_CODE', 'PCN_NAME'].every((name) => header.has(name)) &&
    header.at('SUB_ICB_LOCATION_CODE', 'CCG_CODE') >= 0 &&
    !header.has('COUNT_OF_APPOINTMENTS') &&
    header.at('APPOINTMENT_MONTH_START_DATE', 'APPOINTMENT_MONTH', 'Same Day') < 0,
  reader: (header, { period }) => mappingReader(header, period),
};

function placeReader(header: Header, period: Period | null): RowReader {
  const at = cellReader(header);
  const [code, name, postcode] = [header.at('practice_code'), header.at('practice_name'), header.at('postcode')];
  const [latitude, longitude, district] = [header.at('latitude'), header.at('longitude'), header.at('lad_code')];
  const once = { column: header.named(code), lastWins: false };
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, north, east] = [at.practice(code), at.number(latitude), at.number(longitude)];
    if (practice === null || north === undefined || east === undefined || period === null) return;
    if (north !== null && (north < 49 || north > 61)) {
      sink.reject('latitude', String(north), 'is not in the United Kingdom');
      return;
    }
    if (east !== null && (east < -9 || east > 3)) {
      sink.reject('longitude', String(east), 'is not in the United Kingdom');
      return;
    }
    // The file's staff and appointment columns are not read: its staff counts are doubled, and 0 stands for missing.
    sink.keep({
      area: at.optional(district) ?? 'unknown',
      period,
      cells: [practice, at.text(name), at.optional(postcode), north, east],
      practice,
      once,
    });
  };
}

/** Where practices are: the centre of their postcode. A table others computed from official figures. */
export const practicePlaces: FileKind = {
  kind: 'practice-places',
  publisher: 'NHS England and Office for National Statistics',
  title: 'Practice coordinates from the ONS Postcode Directory',
  licence: openGovernmentLicence,
  derivedBy: 'the author of Healthcare-Postcode-Lottery (GitHub, PsychedPhalanx), not an official publication',
  columns: ['practice_code', 'name', 'postcode', 'latitude', 'longitude'],
  periodFromName: true,
  recognises: (header) =>
    ['practice_code', 'practice_name', 'postcode', 'latitude', 'longitude'].every((name) => header.has(name)),
  reader: (header, { period }) => placeReader(header, period),
};
