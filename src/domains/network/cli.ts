import { readFile } from 'node:fs/promises';
import { parsePracticeCode } from '#kernel/ods-code.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { joinService } from './commands/agreement.ts';
import { addSite, moveToHub, recordContract } from './commands/arrange.ts';
import { createGroup, type Which } from './commands/group.ts';
import { addPerson } from './commands/people.ts';
import { overviewOf, type GroupOverview } from './group-overview.ts';
import { groupByName, groups, hubsOfGroup, practicesOfGroup, services, today, type Group } from './queries/group.ts';
import { layersOver } from './queries/published.ts';
import { sayArrangeRefused, sayGroupRefused, sayPeopleRefused, sayStepRefused } from './refused.ts';

const by = 'the command line';
const number = (value: number | null): string => (value === null ? 'not known' : value.toLocaleString('en-GB'));

async function theGroup(db: Database, name: string | undefined): Promise<Group> {
  if (name === undefined) throw wrongUsage('--group needs the name of a group');
  const group = await groupByName(db, name);
  if (group) return group;
  const names = (await groups(db)).map((each) => each.name);
  throw commandFailed(
    names.length === 0
      ? `There is no group yet: make one with group create`
      : `There is no group called ${name}: there are ${names.join(', ')}`,
  );
}

const contextOf = (db: Database, group: Group, action: string): Context => ({
  db,
  actor: systemActor(by, group.id),
  act: { action },
});

async function practicesNamed(options: { 'sub-icb': string | undefined; codes: string | undefined }): Promise<Which> {
  const { 'sub-icb': subIcb, codes: file } = options;
  if ((subIcb === undefined) === (file === undefined))
    throw wrongUsage('group create needs either --sub-icb CODE or --codes FILE');
  if (file === undefined) return { subIcb: (subIcb ?? '').trim().toUpperCase() };
  const text = await readFile(file, 'utf8').catch(() => {
    throw commandFailed(`--codes: ${file} cannot be read`);
  });
  return { codes: codesIn(text) };
}

/** One code a line, first in its line; empty lines, remarks after # and a heading are passed over. */
function codesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).flatMap((line, at) => {
    const first = (line.replace(/#.*/, '').split(/[,;\t]/)[0] ?? '').replaceAll('"', '').trim();
    return first === '' ? [] : [{ first, at }];
  });
  return lines.flatMap(({ first, at }, place) => {
    const code = parsePracticeCode(first);
    if (code.ok) return [code.value];
    if (place === 0 && /^[a-z_ ]+$/i.test(first)) return [];
    throw commandFailed(`--codes: line ${at + 1}: "${first}" is no practice code, which is a letter and five digits`);
  });
}

const createCommand = command({
  name: 'group create',
  summary: 'Make a group of practices from published data',
  usage: '--name NAME (--sub-icb CODE | --codes FILE) [--hubs pcn|none] [--legal-shape SHAPE]',
  json: true,
  options: {
    name: { value: 'NAME', description: 'What the group is called' },
    'sub-icb': { value: 'CODE', description: 'The practices of a sub-ICB (such as 06L) in the newest list file' },
    codes: { value: 'FILE', description: 'A file of practice codes, one a line' },
    hubs: {
      value: 'pcn|none',
      description: 'A hub for each primary care network of the mapping (pcn, the default), or none',
    },
    'legal-shape': { value: 'SHAPE', description: 'merger, super-partnership, federation or network (the default)' },
  },
  async run({ db, options, out }) {
    const hubs = options.hubs ?? 'pcn';
    if (hubs !== 'pcn' && hubs !== 'none') throw wrongUsage('--hubs accepts pcn or none');
    if (options.name === undefined) throw wrongUsage('group create needs --name NAME');
    const which = await practicesNamed(options);
    const legalShape = options['legal-shape'] ?? 'network';
    const created = await createGroup(db, { name: options.name, legalShape, which, hubs, by });
    if (!created.ok) throw commandFailed(sayGroupRefused(created.error));
    out.answer(created.value, ({ name, practices, hubs: made, withoutHub, demonstrators }) =>
      [
        `${name}: ${practices} practices in ${made} hubs.`,
        ...(hubs === 'pcn' && withoutHub.length > 0
          ? [`Without a hub, because no mapping names their network: ${withoutHub.join(', ')}`]
          : []),
        ...(demonstrators > 0
          ? [`${demonstrators} roles were given to fictional people, so that its pages can be seen.`]
          : []),
      ].join('\n'),
    );
  },
});

const showCommand = command({
  name: 'group show',
  summary: 'Show a group: practices, lists, hubs, and which published figures cover it',
  usage: 'NAME',
  arity: [1, 1],
  json: true,
  options: {},
  async run({ db, args, out }) {
    const group = await theGroup(db, args[0]);
    const overview = await transaction(contextOf(db, group, 'show-group'), async (tx) => {
      const practices = await practicesOfGroup(tx, await today(tx));
      const layers = await layersOver(
        tx,
        practices.map(({ code }) => code),
      );
      return overviewOf(group, { practices, hubs: await hubsOfGroup(tx), layers });
    });
    out.answer(overview, drawOverview);
  },
});

type Overview = GroupOverview<Awaited<ReturnType<typeof practicesOfGroup>>[number]>;

function drawOverview(overview: Overview): string {
  const { name, legalShape, practices, practicesCounted, list, hubs, practicesWithoutHub, layers } = overview;
  const counted = practicesCounted === practices.length ? '' : ` (${practicesCounted} practices counted)`;
  const band = (within: boolean | null): string => (within === null ? 'not known' : within ? 'yes' : 'no');
  const hubName = new Map(hubs.map((hub) => [hub.code, hub.name]));
  return [
    `${name} (${legalShape}): ${practices.length} practices, ${number(list)} patients${counted}`,
    '',
    columns(
      ['Practice', 'Name', 'List', 'Hub'],
      practices.map((each) => [each.code, each.name, number(each.list), (each.hub && hubName.get(each.hub)) ?? 'none']),
    ),
    '',
    columns(
      ['Hub', 'Name', 'Practices', 'List', '30,000 to 50,000'],
      hubs.map((hub) => [hub.code, hub.name, number(hub.practices.length), number(hub.list), band(hub.within30to50k)]),
    ),
    ...(practicesWithoutHub.length > 0 ? [`Without a hub: ${practicesWithoutHub.join(', ')}`] : []),
    '',
    columns(
      ['Layer', 'Publisher', 'Period', 'Practices covered'],
      layers.map((layer) => [
        layer.kind,
        (layer.publisher ?? 'not imported') + (layer.derivedBy === null ? '' : ' (derived by others)'),
        layer.period ?? '–',
        `${layer.practicesCovered} of ${layer.practices}`,
      ]),
    ),
    ...layers.flatMap(({ kind, passedOver }) => (passedOver === null ? [] : [`${kind}: ${passedOver}`])),
  ].join('\n');
}

const listCommand = command({
  name: 'group list',
  summary: 'List the groups in this database',
  usage: '',
  json: true,
  options: {},
  async run({ db, out }) {
    const all = await Promise.all(
      (await groups(db)).map(async (group) => {
        const members = await transaction(contextOf(db, group, 'list-groups'), async (tx) =>
          practicesOfGroup(tx, await today(tx)),
        );
        return {
          name: group.name,
          legalShape: group.legalShape,
          fictional: group.fictional,
          practices: members.length,
        };
      }),
    );
    out.answer(all, (found) =>
      found.length === 0
        ? 'There is no group yet.'
        : columns(
            ['Group', 'Legal shape', 'Practices', 'Fictional'],
            found.map((each) => [each.name, each.legalShape, number(each.practices), each.fictional ? 'yes' : 'no']),
          ),
    );
  },
});

const joinCommand = command({
  name: 'agreement join',
  summary: 'Join practices of a group to a shared service',
  usage: '--group NAME --practice CODE|all --service SERVICE [--from DATE]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    practice: { value: 'CODE', many: true, description: 'The practice, or all; may be given several times' },
    service: { value: 'SERVICE', description: 'hub_booking, shared_workforce, payments, policies or evaluation' },
    from: { value: 'DATE', description: 'The first day, like 2027-04-01; today unless said' },
  },
  async run({ db, options, out }) {
    const group = await theGroup(db, options.group);
    const context = contextOf(db, group, 'join-service');
    const service = options.service ?? '';
    const known = (await services(db)).map(({ code }) => code);
    if (!known.includes(service)) throw wrongUsage(`--service accepts ${known.join(', ')}`);
    const all = options.practice.includes('all');
    const members = await transaction(context, async (tx) => practicesOfGroup(tx, await today(tx)));
    const codes = all ? members.map(({ code }) => code) : options.practice.map((code) => code.trim().toUpperCase());
    if (codes.length === 0) throw wrongUsage('agreement join needs --practice CODE, or --practice all');
    const from = options.from === undefined ? {} : { from: dateOf(options.from) };
    const joined: { practice: string; from: string }[] = [];
    const refused: { practice: string; why: string }[] = [];
    for (const practice of codes) {
      const done = await joinService(context, { practiceId: practice, service, ...from });
      if (done.ok) joined.push({ practice, from: done.value.toString() });
      else refused.push({ practice, why: sayStepRefused(done.error) });
    }
    out.answer({ service, joined, refused }, () =>
      [
        `${joined.length} of ${codes.length} practices join ${service}${joined[0] ? ` from ${joined[0].from}` : ''}.`,
        ...refused.map(({ practice, why }) => `${practice}: ${why}.`),
      ].join('\n'),
    );
    if (joined.length === 0) throw commandFailed('No practice joined.');
  },
});

function dateOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw wrongUsage(`"${text}" is no date: write it like 2027-04-01`);
  }
}

const personCommand = command({
  name: 'person add',
  summary: 'Add somebody to a group, with their first role',
  usage: '--group NAME --name NAME --email ADDRESS --role ROLE [--practice CODE | --hub CODE]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    name: { value: 'NAME', description: 'The person’s name' },
    email: { value: 'ADDRESS', description: 'The address they sign in with' },
    role: {
      value: 'ROLE',
      description:
        'administrator, operations, governance, finance, workforce, auditor, navigator, clinician, practice_manager or partner',
    },
    practice: { value: 'CODE', description: 'The practice the role is held at' },
    hub: { value: 'CODE', description: 'The hub the role is held for' },
  },
  async run({ db, options, out }) {
    const group = await theGroup(db, options.group);
    const { name = '', email = '', role = '' } = options;
    const practiceId = options.practice?.trim().toUpperCase() ?? null;
    const first = { role, practiceId, hub: options.hub?.trim() ?? null };
    const added = await addPerson(contextOf(db, group, 'add-person'), { name, email, first });
    if (!added.ok) throw commandFailed(sayPeopleRefused(added.error));
    out.answer({ id: added.value, name, email, role, group: group.name }, () => `${name} may sign in as ${email}.`);
  },
});

const hubCommand = command({
  name: 'hub move',
  summary: 'Move a practice into a hub from a day on',
  usage: '--group NAME --practice CODE --to HUB [--from DATE]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    practice: { value: 'CODE', description: 'The practice' },
    to: { value: 'HUB', description: 'The code of the hub it moves into' },
    from: { value: 'DATE', description: 'The first day, like 2027-04-01; today unless said' },
  },
  async run({ db, options, out }) {
    const group = await theGroup(db, options.group);
    const practiceId = (options.practice ?? '').trim().toUpperCase();
    const hub = options.to ?? '';
    const from = options.from === undefined ? undefined : dateOf(options.from);
    const moved = await moveToHub(contextOf(db, group, 'move-to-hub'), { practiceId, hub, from });
    if (!moved.ok) throw commandFailed(sayArrangeRefused(moved.error));
    const answer = { practice: practiceId, hub, from: moved.value.toString() };
    out.answer(answer, () => `${practiceId} is in ${hub} from ${answer.from}.`);
  },
});

const contractCommand = command({
  name: 'contract add',
  summary: 'Record a contract of a practice, with its parties kept apart',
  usage:
    '--group NAME --practice CODE --kind KIND --holder NAME … --beneficiary NAME --cqc NAME --payee NAME --from DATE [--replace]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    practice: { value: 'CODE', description: 'The practice' },
    kind: { value: 'KIND', description: 'GMS, PMS or APMS' },
    holder: { value: 'NAME', many: true, description: 'Who holds it; may be given several times' },
    beneficiary: { value: 'NAME', description: 'Who benefits' },
    cqc: { value: 'NAME', description: 'The provider registered with the CQC' },
    payee: { value: 'NAME', description: 'Who is paid' },
    from: { value: 'DATE', description: 'The first day, like 2027-04-01' },
    replace: { description: 'End the practice’s other contracts on that day' },
  },
  async run({ db, options, out }) {
    const group = await theGroup(db, options.group);
    if (options.from === undefined) throw wrongUsage('contract add needs --from DATE');
    const { kind = '', holder: holders, beneficiary = '', cqc: cqcProvider = '', payee = '' } = options;
    const practiceId = (options.practice ?? '').trim().toUpperCase();
    const parties = { practiceId, kind: kind.toUpperCase(), holders, beneficiary, cqcProvider, payee };
    const contract = { ...parties, siteId: null, from: dateOf(options.from) };
    const ends = options.replace ? 'all' : [];
    const recorded = await recordContract(contextOf(db, group, 'record-contract'), contract, ends);
    if (!recorded.ok) throw commandFailed(sayArrangeRefused(recorded.error));
    out.answer({ id: recorded.value }, () => `The ${parties.kind} contract of ${practiceId} is recorded.`);
  },
});

const siteCommand = command({
  name: 'site add',
  summary: 'Add a branch site to a practice',
  usage:
    '--group NAME --practice CODE --name NAME [--address TEXT] [--postcode CODE] [--step-free yes|no] [--from DATE]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    practice: { value: 'CODE', description: 'The practice' },
    name: { value: 'NAME', description: 'The name people know the site by' },
    address: { value: 'TEXT', description: 'Its address' },
    postcode: { value: 'CODE', description: 'Its postcode' },
    'step-free': { value: 'yes|no', description: 'Whether it can be entered without a step; not known unless said' },
    latitude: { value: 'NUMBER', description: 'Where it is, like 52.0567, for distances' },
    longitude: { value: 'NUMBER', description: 'Where it is, like 1.1482' },
    from: { value: 'DATE', description: 'The first day, like 2027-04-01; today unless said' },
  },
  async run({ db, options, out }) {
    const group = await theGroup(db, options.group);
    const { name, address, postcode, latitude, longitude, 'step-free': stepFree } = options;
    const practiceId = (options.practice ?? '').trim().toUpperCase();
    const from = options.from === undefined ? undefined : dateOf(options.from);
    const fields = { name, address, postcode, latitude, longitude, stepFree };
    const added = await addSite(contextOf(db, group, 'add-site'), { practiceId, fields, from });
    if (!added.ok) throw commandFailed(sayArrangeRefused(added.error));
    out.answer({ id: added.value, practice: practiceId, name }, () => `${name ?? ''} is a site of ${practiceId}.`);
  },
});

/** The commands about groups, their hubs, contracts, agreements and people. */
export const commands: readonly Command[] = [
  createCommand,
  showCommand,
  listCommand,
  joinCommand,
  hubCommand,
  contractCommand,
  siteCommand,
  personCommand,
];
