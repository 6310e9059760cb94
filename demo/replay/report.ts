import { columns } from '#platform/cli/output.ts';
import type { Figures, Share, Spread } from './figures.ts';

const share = ({ count, of }: Share): string =>
  of === 0 ? 'none to count' : `${count} of ${of} (${Math.round((count / of) * 100)} %)`;
const figure = (value: number | null): string => (value === null ? 'not known' : value.toLocaleString('en-GB'));
const tail = ({ count, p50, p95, p99 }: Spread, unit: string): string =>
  count === 0
    ? 'none to count'
    : `half within ${figure(p50)}, 95 % within ${figure(p95)}, 99 % within ${figure(p99)} ${unit}`;
const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none';

/** A replayed day as text: what is simulated and what is not, the figures, and the times by route. */
export function reportOf(figures: Figures, about: readonly string[]): string {
  const { received, redFlags, visits, broken, clinicians } = figures;
  const rows: [string, string][] = [
    ['Received', `${received.total}: ${received.telephone} by telephone, ${received.online} online`],
    ['Calls between 08 and 10', share(figures.between8and10)],
    ['Met in band', share(figures.metInBand)],
    ['Not met in band', list(figures.unmet)],
    ['What navigators did', list(figures.handled)],
    ['Wait for a navigator', tail(figures.toNavigator, 'simulated minutes')],
    ['In the app’s pages', tail(figures.inTheApp, 'simulated minutes a request')],
    ['Wait for the visit', tail(figures.hoursToVisit, 'hours by the real clock')],
    ['Visits booked', `${visits.booked}, ${visits.elsewhere} of them at another practice`],
    ['Urgent overflow', String(visits.overflow)],
    ['Continuity', `${share(figures.ownGp)} of the visits to a GP are with the patient’s own`],
    [
      'Red flags',
      `${redFlags.raised} raised, ${redFlags.closed} closed; ${tail(redFlags.minutesToClose, 'simulated minutes')}`,
    ],
    ['Clinicians', `${clinicians.started} visits started, ${clinicians.finished + clinicians.handedBack} finished`],
    ['Past the ordinary limit', `${broken.after.pastLimit} clinician-days (${broken.before.pastLimit} before)`],
    ['In two places at once', `${broken.after.clinicianTwice} clinicians, ${broken.after.patientTwice} patients`],
    ['Failed in the replay', list(figures.faults)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const times = figures.routes.map(({ route, count, p50, p95, p99, failed, throttled }) => [
    ...[route, count, figure(p50), figure(p95), figure(p99), failed, throttled].map(String),
  ]);
  return [
    ...about,
    '',
    ...rows.map(([name, says]) => `${name.padEnd(width)}  ${says}`),
    '',
    columns(['Route', 'Asked', 'p50 ms', 'p95 ms', 'p99 ms', '5xx', '429'], times),
  ].join('\n');
}
