import type { CellReader } from './cells.ts';
import type { Period } from './edition.ts';
import type { AreaName, RowSink } from './file-kind.ts';
import type { Header } from './header.ts';

const columns = {
  name: ['SUB_ICB_LOCATION_NAME', 'CCG_NAME', 'organisation_name'],
  over: ['ICB_CODE', 'STP_CODE', 'ICB_ONS_CODE', 'STP_ONS', 'STP_ONS_CODE'],
  overName: ['ICB_NAME', 'STPNM', 'STP_NAME'],
  region: ['REGION_CODE', 'REGION_ONS_CODE'],
  regionName: ['REGION_NAME'],
} as const;

type Maybe = Omit<AreaName, 'code' | 'name'> & { readonly code: string | null; readonly name: string | null };

function isNamed(area: Maybe): area is AreaName {
  return area.code !== null && area.name !== null;
}

/**
 * Tells the sink what an area and those above it are called, once for each area and period. Until June 2022 areas were
 * CCGs within STPs; the same codes then name sub-ICBs within ICBs.
 */
export function areaNamer(header: Header, at: CellReader): (code: string, period: Period, sink: RowSink) => void {
  const column = (key: keyof typeof columns) => header.at(...columns[key]);
  const [name, over, overName] = [column('name'), column('over'), column('overName')];
  const [region, regionName] = [column('region'), column('regionName')];
  const optional = (position: number) => (position < 0 ? null : at.optional(position));
  const told = new Map<string, Set<Period>>();
  return (code, period, sink) => {
    const periods = told.get(code) ?? new Set();
    if (periods.has(period)) return;
    told.set(code, periods.add(period));
    const called = optional(name);
    const ccg = / CCG$/i.test(called ?? '');
    const [above, top] = [optional(over), optional(region)];
    const names: Maybe[] = [
      { code, kind: ccg ? 'ccg' : 'sub-icb', name: called, parent: above },
      { code: above, kind: ccg ? 'stp' : 'icb', name: optional(overName), parent: top },
      { code: top, kind: 'region', name: optional(regionName), parent: null },
    ];
    for (const known of names) if (isNamed(known)) sink.area(known, period);
  };
}
