import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { overridesByRule, type RuleOverrides } from '../queries/override.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { whenWords } from '../protocol/words.ts';
import { writeProtocols } from './permissions.ts';
import { hrefOf, readingOf } from './protocol-view.ts';

/** Decisions below which a rate says nothing: the counts stand alone. */
const fewest = 20;
const querystring = Type.Object({ weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })) });

/** Overrides by rule: how often somebody decided otherwise than each rule, as a page and as CSV. */
export function overrideRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const found = async (context: Context, weeks = 4): Promise<NamedOverrides[]> => {
    const until = now();
    return transaction(context, async (tx) =>
      named(tx, await overridesByRule(tx, until.subtract({ hours: weeks * 7 * 24 }), until)),
    );
  };
  route(app, {
    method: 'GET',
    url: '/protocols/overrides',
    permission: writeProtocols,
    audit: 'see-overrides',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const rows = await found(context, query.weeks);
      const decisions = rows.reduce((sum, row) => sum + row.decisions, 0);
      const overrides = rows.reduce((sum, row) => sum + row.overrides, 0);
      return reply.page('access/views/overrides.njk', {
        ...{ weeks: query.weeks ?? 4, decisions, overrides, fewest, rate: rateOf({ decisions, overrides }) },
        rows: rows.map((row) => ({
          ...row,
          ...{ name: nameOf(row), rate: rateOf(row) },
          href: `${hrefOf({ id: row.protocolId, version: row.version })}#rule-${row.ruleId}`,
        })),
        csv: `/protocols/overrides.csv?weeks=${query.weeks ?? 4}`,
        breadcrumbs: [{ text: 'Protocols', href: '/protocols' }, { text: 'Overrides by rule' }],
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/protocols/overrides.csv',
    permission: writeProtocols,
    audit: 'take-overrides',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const heading = ['Rule', 'Id', 'Version', 'Decisions', 'Overrides', 'Sooner', 'Later', 'Rate'];
      const cells = (await found(context, query.weeks)).map((row) => {
        const rate = rateOf(row);
        return [
          row.rule,
          row.ruleId,
          nameOf(row),
          row.decisions,
          row.overrides,
          row.sooner,
          row.later,
          rate === undefined ? null : Number(rate.toFixed(4)),
        ];
      });
      return download(reply, 'overrides-by-rule.csv', csvText(heading, cells));
    },
  });
}

/** A rule's overrides, with the rule as a person says it: "Cough or chest infection: 5 to 17 years". */
type NamedOverrides = RuleOverrides & { readonly rule: string };

async function named(tx: Tx, rows: readonly RuleOverrides[]): Promise<NamedOverrides[]> {
  const keys = new Map(rows.map(({ protocolId: id, version }) => [`${id} ${version}`, { id, version }]));
  const read = new Map<string, Protocol | undefined>();
  for (const [key, of] of keys) read.set(key, (await readingOf(tx, of))?.protocol);
  return rows.map((row) => {
    const protocol = read.get(`${row.protocolId} ${row.version}`);
    const rule = protocol?.rules.find(({ id }) => id === row.ruleId);
    const reason = protocol?.reasons.find(({ id }) => id === rule?.reason)?.name;
    return { ...row, rule: protocol && rule ? `${reason ?? rule.reason}: ${whenWords(protocol, rule)}` : row.ruleId };
  });
}

function nameOf({ title, version, shipped }: RuleOverrides): string {
  return `${title}, ${shipped ? 'shipped' : 'our'} version ${version}`;
}

/** Overrides in decisions; undefined where there are too few to say. */
function rateOf({ decisions, overrides }: { decisions: number; overrides: number }): number | undefined {
  return decisions < fewest ? undefined : overrides / decisions;
}
