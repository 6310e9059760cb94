import type pg from 'pg';
import { navigate } from '#domains/access/navigation.ts';
import { parseProtocol } from '#domains/access/protocol/parse.ts';
import type { Protocol } from '#domains/access/protocol/protocol.ts';
import { at } from '../copy.ts';
import type { Foundation } from '../story.ts';

/** Of how many patients of a list one has been navigated and still waits near the time they were promised. */
const oneIn = 1500;
/** Minutes from now by which the first of them is to be told, and between two of them. */
const [soonest, apart] = [-10, 6];

interface Waits {
  readonly id: string;
  readonly words: string;
  readonly reason: string | null;
  readonly age: number | null;
  readonly sex: string | null;
}

/**
 * Some of those who wait have been asked everything by a navigator, need a visit, and are near the time they were promised an
 * answer by: at every practice the first few whose need the protocol decides. Answers how many came off the waiting list.
 */
export async function navigateSome(client: pg.Client, { practices, calendar }: Foundation): Promise<number> {
  const { rows: shipped } = await client.query<{ content: unknown }>(
    `select p.content from access.protocol p where p.group_id is null order by p.in_force_from desc, p.version desc limit 1`,
  );
  const protocol = parseProtocol(shipped[0]?.content);
  if (!protocol.ok) throw new Error('the shipped protocol is not sound');
  let off = 0;
  for (const { code, list } of practices) {
    const { rows } = await client.query<Waits>(
      `select r.id, r.words, r.reason, r.sex, r.age from (
         select r.id, r.words, r.reason, p.sex, extract(year from age($2::timestamptz, p.birth_date))::integer as age
         from access.request r join patients.patient p on p.id = r.patient_id
         where r.practice_id = $1 and r.status = 'waiting' and r.urgency like 'within-%'
           and not exists (select from access.orphan o where o.request_id = r.id)
           and not exists (select from access.red_flag f where f.request_id = r.id)) r order by r.id`,
      [code, at(calendar.now)],
    );
    const some = rows
      .flatMap((row) => decided(row, protocol.value) ?? [])
      .slice(0, Math.max(2, Math.round(list / oneIn)));
    for (const [n, { id, answers }] of some.entries()) {
      const said = Object.fromEntries(
        answers.map((question) => [question, { said: 'no', at: at(calendar.now - 60_000) }]),
      );
      const by = calendar.now + (soonest + n * apart) * 60_000;
      await client.query(
        `update access.request set answers = $2::jsonb, answer_by = $3::timestamptz, warn_at = $3::timestamptz - interval '1 hour' where id = $1`,
        [id, JSON.stringify(said), at(by)],
      );
      // Nobody has put them on the list yet: what is free there would be offered to them without anybody's doing.
      const { rowCount } = await client.query(`delete from access.waiting_place where request_id = $1`, [id]);
      off += rowCount ?? 0;
    }
  }
  return off;
}

/** The questions a navigator asked, all answered no, where the protocol then decides a visit. */
function decided(
  { id, words, reason, age, sex }: Waits,
  protocol: Protocol,
): { id: string; answers: string[] } | undefined {
  const answers: string[] = [];
  for (;;) {
    const said = Object.fromEntries(answers.map((question) => [question, 'no']));
    const to = navigate(protocol, {
      ...{ words, reason: reason ?? undefined, answers: said, ageYears: age ?? undefined, sex: sex ?? undefined },
    });
    if (to.kind === 'ask') answers.push(to.question.id);
    else if (to.kind === 'decided' && to.rule.outcome.destination === 'visit') return { id, answers };
    else return undefined;
  }
}
