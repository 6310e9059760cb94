import { agreementsOf, since } from '../agreements.ts';
import { chanceOf } from '../chance.ts';
import { at, lines, type Load } from '../copy.ts';
import { GROUP, type Practice } from '../practices.ts';
import type { Foundation } from '../story.ts';

/** A number of the range that Ofcom keeps for drama: nobody answers it. */
const phoneOf = (code: string): string => `+441632960${code.slice(-3)}`;

/** The group and its practices, sites and hubs. */
export function networkLoads({ groupId, practices, hubs, calendar }: Foundation): Load[] {
  const opening = JSON.stringify(Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, ['08:00', '18:30']])));
  const sites = practices.flatMap((practice) => practice.sites.map((site) => ({ practice, site })));
  return [
    {
      table: 'network.practice',
      columns: ['id', 'name', 'address', 'postcode', 'latitude', 'longitude', 'opening', 'phone', 'source'],
      lines: lines(practices, ({ code, name, sites: [main] }) => [
        code, name, main.address, main.postcode, main.latitude, main.longitude, opening, phoneOf(code), 'fictional: the demonstration',
      ]), // prettier-ignore
    },
    {
      table: 'network.group',
      columns: ['id', 'name', 'legal_shape', 'fictional', 'created_at'],
      lines: lines([GROUP], (name) => [groupId, name, 'super-partnership', true, at(calendar.now)]),
    },
    {
      table: 'network.group_practice',
      columns: ['group_id', 'practice_id', 'valid_from'],
      lines: lines(practices, (practice) => [groupId, practice.code, since(practice)]),
    },
    {
      table: 'network.branch_site',
      columns: [
        'id',
        'practice_id',
        'name',
        'address',
        'postcode',
        'latitude',
        'longitude',
        'step_free',
        'main',
        'valid_from',
      ],
      lines: lines(sites, ({ practice, site }) => [
        site.id, practice.code, site.name, site.address, site.postcode, site.latitude, site.longitude, site.stepFree, site.main, since(practice),
      ]), // prettier-ignore
    },
    {
      table: 'network.hub',
      columns: ['id', 'group_id', 'code', 'name'],
      lines: lines(hubs, (hub) => [hub.id, groupId, hub.code, hub.name]),
    },
    {
      table: 'network.hub_member',
      columns: ['hub_id', 'group_id', 'practice_id', 'valid_from'],
      lines: lines(practices, (practice) => [practice.hub.id, groupId, practice.code, since(practice)]),
    },
  ];
}

/** Who holds which contract, and which shared services each practice has joined. */
export function agreementLoads(group: Foundation): Load[] {
  const { groupId, practices, calendar, seed } = group;
  const chance = chanceOf(seed, 'agreements');
  const made = Date.UTC(2023, 3, 1);
  return [
    {
      table: 'network.contract',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'kind',
        'holders',
        'beneficiary',
        'cqc_provider',
        'site_id',
        'payee',
        'valid_from',
      ],
      lines: lines(practices, (practice) => [
        chance.uuid(made),
        groupId,
        practice.code,
        ...contractOf(practice, group),
        since(practice),
      ]),
    },
    {
      table: 'network.agreement',
      columns: ['id', 'group_id', 'practice_id', 'service', 'joined_from', 'left_from', 'notice_given_on'],
      lines: lines(
        practices.flatMap((practice) => agreementsOf(practice, calendar)),
        (one) => [
          chance.uuid(made),
          groupId,
          one.practice.code,
          one.service,
          one.from,
          one.to ?? null,
          one.notice ?? null,
        ],
      ),
    },
  ];
}

/**
 * Kind, holders, beneficiary, CQC provider, site, payee: five answers besides the kind. In a super-partnership the partners
 * of a site hold its contract on trust for the whole partnership, which is registered and paid; APMS is a company's.
 */
function contractOf(practice: Practice, { clinicians }: Foundation): string[] {
  const partners = clinicians
    .filter((one) => one.practice === practice && one.role === 'gp' && one.kind === 'permanent')
    .slice(0, 3)
    .map((one) => one.name);
  const company = practice.contract === 'APMS';
  const holders = company ? ['Harebell Care Limited'] : partners;
  return [
    practice.contract,
    `{${holders.map((name) => `"${name}"`).join(',')}}`,
    GROUP,
    practice.part === 'newest'
      ? `${partners[0] ?? 'The partners'} and partners, until the change is registered`
      : GROUP,
    practice.sites[0].id,
    company ? 'Harebell Care Limited' : `${GROUP}, profit centre ${practice.name}`,
  ];
}
