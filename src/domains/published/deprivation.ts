import { cellReader, memo } from './cells.ts';
import { calendarYear, openGovernmentLicence } from './edition.ts';
import type { FileKind, RowReader } from './file-kind.ts';
import type { Header } from './header.ts';

/** Fingertips' number of the score: any other indicator can come under the same heading. */
const wanted = '93553';

/** Scores are of the whole country, which the file does not say: ONS's code of England. */
const england = 'E92000001';

/** Networks (their codes look like practices' own) and areas by ONS's code stand beside practices in Fingertips' downloads. */
const largerArea = /^(U\d{5}|E\d{8})$/i;

function deprivationReader(header: Header): RowReader {
  const at = cellReader(header);
  const [indicator, year] = [header.at('IndicatorID'), header.at('Year')];
  const [code, value] = [header.at('AreaCode'), header.at('Value')];
  const yearOf = memo(calendarYear);
  const once = { column: header.named(code), lastWins: false };
  return (cells, sink) => {
    at.row(cells, sink);
    if (at.text(indicator) !== wanted) {
      sink.leaveOut(`of another indicator than ${wanted}, the deprivation score of practices`);
      return;
    }
    if (largerArea.test(at.text(code))) {
      sink.leaveOut('not a practice but a larger area');
      return;
    }
    const [practice, of, score] = [at.practice(code), at.count(year), at.number(value)];
    if (practice === null || of === null || score === undefined) return;
    if (of < 2000 || of > 2100) {
      sink.reject(header.named(year), at.text(year), 'is not the year of Indices of Deprivation');
      return;
    }
    if (score === null) {
      sink.leaveOut('without a score');
      return;
    }
    if (score < 0 || score > 100) {
      sink.reject(header.named(value), at.text(value), 'is not a score from 0 to 100');
      return;
    }
    sink.keep({ area: england, period: yearOf(of), cells: [practice, score], practice, once });
  };
}

/** A practice's deprivation score in one or more editions of the Indices, from Fingertips' data service. */
export const practiceDeprivation: FileKind = {
  kind: 'practice-deprivation',
  publisher: 'Office for Health Improvement and Disparities, Fingertips',
  title: 'Deprivation score of practices, from the English Indices of Deprivation (indicator 93553)',
  licence: openGovernmentLicence,
  derivedBy: null,
  columns: ['practice_code', 'score'],
  periodFromName: false,
  recognises: (header) => ['IndicatorID', 'Year', 'AreaCode', 'Value'].every((name) => header.has(name)),
  reader: deprivationReader,
};
