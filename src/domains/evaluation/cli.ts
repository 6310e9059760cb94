import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import { transaction } from '#platform/db/transaction.ts';
import { askable } from './gap.ts';
import {
  answerWords,
  beyondWords,
  missingWords,
  rangeWords,
  turnsWords,
  type Layer,
  type MeasuredGap,
} from './gap-words.ts';
import { groupNamed, today } from './queries/figures.ts';
import { measureGap } from './queries/gap.ts';

function numberGiven(text: string | undefined, [from, to]: readonly [number, number], option: string): number | null {
  if (text === undefined) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= from && value <= to))
    throw wrongUsage(`${option} accepts a number from ${from} to ${to}, not ${text}`);
  return value;
}

const fixed = (value: number | null, decimals: number) =>
  value === null
    ? '–'
    : value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A layer with its source, how many practices it covers, who derived it and which newer periods were not used. */
function layerLines(layer: Layer): string[] {
  const { publisher, title, period, practices, of, derivedBy, newer, assumed } = layer;
  if (assumed !== null)
    return [
      `${layer.layer.padEnd(12)} assumed to be ${assumed} (not imported, from ${title}): ${practices} of ${of} practices`,
    ];
  return [
    `${layer.layer.padEnd(12)} ${publisher}, ${title}, ${period?.words ?? 'no period'}: ${practices} of ${of} practices`,
    ...(derivedBy === null ? [] : [`${' '.repeat(13)}derived by ${derivedBy}`]),
    ...(newer === null ? [] : [`${' '.repeat(13)}${newer}`]),
  ];
}

function drawn(measured: MeasuredGap, group: string): string {
  const { total } = measured;
  const table = columns(
    ['Code', 'Practice', 'Patients', 'A week', 'GP share', 'GPs', 'All GPs', 'Contacts a GP a day', 'Verdict'],
    measured.byPractice.map((one) => [
      one.code,
      one.name,
      fixed(one.list, 0),
      fixed(one.deliveredPerWeek, 0),
      fixed(one.gpShare, 2),
      fixed(one.gpFte, 1),
      fixed(one.gpFteAll, 1),
      one.verdict === null ? '–' : rangeWords(one.contactsPerGpDay),
      one.verdict ?? missingWords(one.missing),
    ]),
  );
  return [
    `Are GPs in ${group} working beyond a safe limit of ${measured.limit} a day?`,
    `${answerWords(total)}.`,
    turnsWords(total),
    beyondWords(total),
    `${total.practicesCounted} of ${total.practices} practices have every figure.`,
    '',
    table,
    '',
    ...measured.layers.flatMap(layerLines),
  ].join('\n');
}

const gapCommand = command({
  name: 'gap',
  summary: 'Compare what a group’s GPs do with safe working, from published figures',
  usage: 'NAME',
  arity: [1, 1],
  json: true,
  options: {
    limit: {
      value: 'N',
      description: 'Safe contacts per GP and day (23 unless the parameter in force says otherwise)',
    },
    'gp-share': {
      value: 'S',
      description: 'GP share of appointments, 0.01 to 1, for every practice instead of the published one',
    },
  },
  async run({ args, options, db, out }) {
    const asked = {
      limit: numberGiven(options.limit, askable.limit, '--limit'),
      share: numberGiven(options['gp-share'], askable.share, '--gp-share'),
    };
    const name = args[0] ?? '';
    const group = await groupNamed(db, name);
    if (group === undefined) throw commandFailed(`There is no group called ${name}.`);
    const context = { db, actor: systemActor('command line', group.id), act: { action: 'measure-gap' } };
    const measured = await transaction(context, async (tx) => measureGap(tx, await today(tx), asked));
    out.answer(measured, (answer) => drawn(answer, group.name));
  },
});

/** Comparing a group's work with safe working. */
export const commands: readonly Command[] = [gapCommand];
