import { cellReader, memo } from './cells.ts';
import { financialYear, openGovernmentLicence } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';

/** "LOCUUM" is the publisher's spelling. */
const figures = [
  ['TOTAL_PATIENTS'],
  ['TOTAL_GP_EXTGL_FTE'],
  ['TOTAL_LOCUUM_TRN_FTE', 'TOTAL_LOCUM_TRN_FTE'],
  ['TOTAL_NURSES_FTE'],
  ['TOTAL_DPC_FTE'],
  ['TOTAL_ADMIN_FTE'],
  ['TOTAL_GP_EXTGL_HC'],
  ['TOTAL_LOCUUM_TRN_HC', 'TOTAL_LOCUM_TRN_HC'],
] as const;

const codeNames = ['Practice.Code', 'PRAC_CODE', 'PRACTICE_CODE'] as const;

function workforceReader(header: Header): RowReader {
  const at = cellReader(header);
  const [code, year, area] = [header.at(...codeNames), header.at('Year'), header.at('ICB_NAME')];
  const yearOf = memo(financialYear);
  const columns = figures.map((names) => header.at(...names));
  const once = { column: header.named(code), lastWins: false };
  return (cells, sink) => {
    at.row(cells, sink);
    const [practice, ends] = [at.practice(code), at.count(year)];
    if (practice === null || ends === null) return;
    if (ends < 2000 || ends > 2100) {
      sink.reject(header.named(year), String(ends), 'is not the year a financial year ends in');
      return;
    }
    const numbers: (number | null)[] = [];
    for (const column of columns) {
      const value = at.number(column);
      if (value === undefined) return;
      if (value !== null && value < 0) {
        sink.reject(header.named(column), String(value), 'is less than 0');
        return;
      }
      numbers.push(value);
    }
    const place = area >= 0 ? at.optional(area) : null;
    sink.keep({ area: place ?? 'unknown', period: yearOf(ends), cells: [practice, ...numbers], practice, once });
  };
}

/** Each practice's staff as means of a financial year, computed by others from the monthly practice-level files. */
export const workforceByYear: FileKind = {
  kind: 'workforce-year',
  publisher: 'NHS England',
  title: 'General Practice Workforce, means of the financial year',
  licence: openGovernmentLicence,
  derivedBy: 'the Health Equity Evidence Centre (GitHub, HEEC), not an official publication',
  columns: [
    'practice_code',
    'patients',
    'gp_permanent_fte',
    'gp_locum_trainee_fte',
    'nurse_fte',
    'direct_care_fte',
    'admin_fte',
    'gp_permanent_headcount',
    'gp_locum_trainee_headcount',
  ],
  periodFromName: false,
  recognises: (header) =>
    header.at(...codeNames) >= 0 && header.has('Year') && figures.every((names) => header.at(...names) >= 0),
  reader: workforceReader,
};
