import { csvText, type Cell } from '#kernel/csv.ts';
import type { GapFigures } from './gap.ts';
import type { GapView } from './gap-page.ts';
import type { Layer, MeasuredGap } from './gap-words.ts';

/** A figure as it is written: to four places. */
const rounded = (cell: Cell): Cell => (typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : cell);

const headings = [
  'level',
  'code',
  'name',
  'practices counted',
  'patients',
  'appointments per week',
  'GP share',
  'GP share from',
  'permanent GPs FTE',
  'all GPs FTE',
  'contacts per GP day, all GPs',
  'contacts per GP day, permanent GPs',
  'safe contacts per week, all GPs',
  'safe contacts per week, permanent GPs',
  'beyond safe per week, all GPs',
  'beyond safe per week, permanent GPs',
  'verdict',
  'turns at share, all GPs',
  'turns at share, permanent GPs',
  'missing',
];

interface Line {
  readonly level: string;
  readonly code: string | null;
  readonly name: string;
  readonly counted: number | null;
  readonly shareFrom: string | null;
  readonly missing: string;
}

function cells(line: Line, figures: GapFigures): Cell[] {
  return [
    line.level,
    line.code,
    line.name,
    line.counted,
    figures.list,
    figures.deliveredPerWeek,
    figures.gpShare,
    line.shareFrom,
    figures.gpFte,
    figures.gpFteAll,
    figures.contactsPerGpDay.low,
    figures.contactsPerGpDay.high,
    figures.safePerWeek.all,
    figures.safePerWeek.permanent,
    figures.beyondSafePerWeek.low,
    figures.beyondSafePerWeek.high,
    figures.verdict,
    figures.turnsAtShare.low,
    figures.turnsAtShare.high,
    line.missing,
  ];
}

function layerCells(layer: Layer): Cell[] {
  return [
    layer.layer,
    layer.publisher,
    layer.title,
    layer.period?.from ?? null,
    layer.period?.to ?? null,
    layer.licence,
    layer.derivedBy,
    layer.practices,
    layer.of,
    layer.newer,
    layer.assumed,
  ];
}

/** What the viewer sees as CSV: practices, hubs and the group, then where each layer comes from. A blank is not known. */
export function gapCsv(measured: MeasuredGap, view: GapView): string {
  const rows: Cell[][] = [];
  for (const hub of view.hubs) {
    for (const practice of hub.practices)
      rows.push(
        cells(
          {
            level: 'practice',
            code: practice.code,
            name: practice.name,
            counted: null,
            shareFrom: practice.gpShareSource,
            missing: practice.missing.join('; '),
          },
          practice,
        ),
      );
    if (hub.sum)
      rows.push(
        cells(
          {
            level: 'hub',
            code: hub.sum.hub?.code ?? null,
            name: hub.name,
            counted: hub.sum.practicesCounted,
            shareFrom: null,
            missing: '',
          },
          hub.sum,
        ),
      );
  }
  const { total } = measured;
  rows.push(
    cells(
      { level: 'group', code: null, name: 'The group', counted: total.practicesCounted, shareFrom: null, missing: '' },
      total,
    ),
    [],
    ['limit', measured.limit],
    [
      'source',
      'publisher',
      'title',
      'from',
      'to',
      'licence',
      'derived by',
      'practices',
      'of',
      'newer not used',
      'assumed value',
    ],
    ...measured.layers.map(layerCells),
  );
  return csvText(
    headings,
    rows.map((row) => row.map(rounded)),
  );
}
