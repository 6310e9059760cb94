import {
  choosePeriod,
  openGovernmentLicence,
  passedOverWords,
  periodWords,
  sayPeriod,
  type CoveredPeriod,
} from '#domains/published/index.ts';
import type { Queryable } from '#platform/db/database.ts';
import { england } from '#kernel/working-day.ts';
import { gap, type GapInput, type GpShare } from '../gap.ts';
import type { Layer, LayerName, MeasuredGap } from '../gap-words.ts';
import {
  appointments,
  areaShares,
  editionsOf,
  lists,
  parametersOn,
  practiceShares,
  practicesOn,
  workforce,
  type Edition,
  type Figure,
  type Parameters,
  type Share,
} from './figures.ts';

/** What the measure works on, and where each of its figures comes from. */
interface GapData {
  readonly practices: readonly GapInput[];
  readonly layers: readonly Layer[];
}

interface Used {
  layer: LayerName;
  figure: Figure;
  practices: number;
}

/** The figures of the one period a layer is taken from, and the newer periods that cover too few of the practices. */
interface Chosen<F extends Figure> {
  readonly figures: readonly F[];
  readonly passedOver: readonly CoveredPeriod[];
}

function periodsOf(figures: readonly Figure[]): CoveredPeriod[] {
  return [...Map.groupBy(figures, ({ from }) => from.toString()).values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ from: first.from, to: first.to, practices: members.length }];
  });
}

function chosenOf<F extends Figure>(figures: readonly F[], share: number): Chosen<F> {
  const choice = choosePeriod(periodsOf(figures), share);
  if (choice === null) return { figures: [], passedOver: [] };
  return {
    figures: figures.filter(({ from }) => from.equals(choice.chosen.from)),
    passedOver: choice.passedOver,
  };
}

/** Everything published of the acting group's practices that the measure needs, as of a day. */
async function gapData(tx: Queryable, day: Temporal.PlainDate, parameters: Parameters): Promise<GapData> {
  const members = await practicesOn(tx, day);
  const codes = members.map((member) => member.code);
  const areas = [...new Set(members.flatMap((member) => member.area ?? []))];
  const byKey = <F extends Figure>(figures: readonly F[]) => new Map(figures.map((figure) => [figure.key, figure]));
  // One connection answers one statement at a time, so these stand one after the other.
  const known = await lists(tx, codes);
  const months = chosenOf(await appointments(tx, codes), parameters.periodCover);
  const years = chosenOf(await workforce(tx, codes), parameters.periodCover);
  const listOf = byKey(known.filter(({ usable }) => usable));
  const [monthOf, staffOf] = [byKey(months.figures), byKey(years.figures)];
  const passedOver = {
    list: periodsOf(known.filter(({ usable }) => !usable)),
    appointments: months.passedOver,
    gpShare: [],
    workforce: years.passedOver,
  };
  const ownShare = byKey((await practiceShares(tx, codes)).filter((share) => share.everyone > 0));
  const areaShare = byKey((await areaShares(tx, areas)).filter((share) => share.everyone > 0));
  const used: (Used | null)[] = [];
  const use = (layer: LayerName, figure: Figure | undefined) =>
    used.push(figure ? { layer, figure, practices: 1 } : null);
  const practices = members.map((member): GapInput => {
    const [list, month, staff] = [listOf.get(member.code), monthOf.get(member.code), staffOf.get(member.code)];
    const share = ownShare.get(member.code) ?? areaShare.get(member.area ?? '');
    use('list', list);
    use('appointments', month);
    use('gpShare', share);
    use('workforce', staff);
    return {
      code: member.code,
      name: member.name,
      hub: member.hubCode === null ? null : { code: member.hubCode, name: member.hubName ?? member.hubCode },
      list: list?.patients ?? null,
      appointments: month ? { month: month.from, total: month.total } : null,
      gpShare: share ? shareSaid(share) : { value: parameters.gpShare.value, source: parameters.gpShare.source },
      fte: staff ? { permanent: staff.permanent, locumAndTrainee: staff.other } : null,
    };
  });
  const figures = used.flatMap((one) => one ?? []);
  const editions = await editionsOf(tx, [...new Set(figures.map(({ figure }) => figure.edition))]);
  const layers = layersOf(figures, { editions, passedOver, of: members.length });
  const assumed = practices.length - figures.filter(({ layer }) => layer === 'gpShare').length;
  return { practices, layers: assumed === 0 ? layers : [...layers, assumedShare(parameters, assumed, members.length)] };
}

function shareSaid({ gps, everyone, suppressed, months, key, ...period }: Share): GpShare {
  const less = suppressed === 0 ? '' : `, without ${suppressed} suppressed counts`;
  const few = months === undefined || months >= 12 ? '' : ` (${months} of 12 months)`;
  return { value: gps / everyone, source: `${key}, ${periodWords(period)}${few}${less}` };
}

interface LayerContext {
  readonly editions: ReadonlyMap<string, Edition>;
  readonly passedOver: Readonly<Record<LayerName, readonly CoveredPeriod[]>>;
  readonly of: number;
}

function layersOf(figures: readonly Used[], { editions, passedOver, of }: LayerContext): Layer[] {
  const grouped = Map.groupBy(
    figures,
    ({ layer, figure }) =>
      `${layer} ${editions.get(figure.edition)?.title ?? ''} ${figure.from.toString()} ${figure.to.toString()}`,
  );
  const order: readonly LayerName[] = ['list', 'appointments', 'gpShare', 'workforce'];
  return [...grouped.values()]
    .flatMap((members): Layer[] => {
      const [first] = members;
      const edition = first && editions.get(first.figure.edition);
      if (!first || !edition) return [];
      const { from, to } = first.figure;
      const newer = passedOver[first.layer].map(({ practices, ...span }) => ({ period: sayPeriod(span), practices }));
      return [
        {
          layer: first.layer,
          assumed: null,
          publisher: edition.publisher,
          title: edition.title,
          licence: edition.licence,
          derivedBy: edition.derivedBy,
          period: sayPeriod({ from, to }),
          practices: members.length,
          of,
          passedOver: newer,
          newer: passedOverWords(
            newer.map(({ period, practices }) => ({ words: period.words, practices })),
            of,
          ),
        },
      ];
    })
    .sort((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer));
}

function assumedShare({ gpShare }: Parameters, practices: number, of: number): Layer {
  const { from, to } = gpShare;
  const period = from && to && sayPeriod({ from, to });
  return {
    layer: 'gpShare',
    assumed: gpShare.value,
    publisher: 'NHS England',
    title: gpShare.source,
    licence: openGovernmentLicence,
    derivedBy: null,
    period,
    practices,
    of,
    passedOver: [],
    newer: null,
  };
}

/** What whoever asks may set: the safe limit and, for every practice, the GP share. */
export interface Asked {
  readonly limit: number | null;
  readonly share: number | null;
}

/** Measures the acting group's practices as of a day; what is not asked comes from the parameters in force. */
export async function measureGap(
  tx: Queryable,
  day: Temporal.PlainDate,
  { limit, share }: Asked,
): Promise<MeasuredGap> {
  const parameters = await parametersOn(tx, day);
  const { practices, layers } = await gapData(tx, day, parameters);
  const assumed = { limit: limit ?? parameters.limit, calendar: england, pattern: parameters.pattern };
  const published = gap(practices, assumed);
  const measured =
    share === null
      ? published
      : gap(practices, { ...assumed, share: { value: share, source: 'given by whoever asked' } });
  return {
    ...measured,
    layers: share === null ? layers : layers.filter((layer) => layer.layer !== 'gpShare'),
    publishedShare: published.total.gpShare,
    assumptions: parameters.all,
    doubtful: parameters.doubtful,
  };
}
