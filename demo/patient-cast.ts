import type pg from 'pg';
import type { Foundation } from './story.ts';

/** The parts patients play, with how each is found among those of the home practice; the first by id, so always the same. */
const parts: readonly (readonly [says: string, found: string])[] = [
  [
    '1. Has a visit coming, and is told by e-mail',
    `select p.id from patients.patient p join access.booking b on b.patient_id = p.id and b.status = 'booked' and b.starts_at > now() + interval '1 day'
     where p.practice_id = $1 and p.birth_date between '1945-01-01' and '2005-01-01' and p.email is not null and cardinality(p.needs) = 0 order by b.mode <> 'face_to_face', p.id limit 1`,
  ],
  [
    '2. Has a small child, and acts for them',
    `select p.id from patients.patient p where p.practice_id = $1 and p.sex = 'female' and p.birth_date between current_date - interval '45 years' and current_date - interval '26 years'
       and exists (select from patients.patient c where c.practice_id = $1 and c.address = p.address and c.postcode = p.postcode
         and c.birth_date between current_date - interval '9 years' and current_date - interval '3 years') order by p.id limit 1`,
  ],
  [
    '3. Is older, and reads large print',
    `select p.id from patients.patient p where p.practice_id = $1 and p.birth_date < current_date - interval '74 years' and p.needs @> array['large_print']
       order by (select count(*) from access.booking b where b.patient_id = p.id and b.status = 'booked' and b.starts_at > now()) desc, p.id limit 1`,
  ],
  [
    '4. Has the doctor with the fewest free places',
    `select p.id from patients.patient p join lateral (select sum(d.ordinary) as seen from access.clinician_day d
         where d.clinician_id = p.usual_gp_id and d.day between current_date and current_date + 7) full_days on true
     where p.practice_id = $1 and p.birth_date between '1965-01-01' and '1995-01-01' and cardinality(p.needs) = 0
       and not exists (select from access.booking b where b.patient_id = p.id and b.starts_at > now())
     order by full_days.seen desc nulls last, p.id limit 1`,
  ],
];

/** Gives a few patients of the home practice a part to play, and the parent among them the recorded consent to act for the child. */
export async function castPatients(client: pg.Client, { practices, cast }: Foundation): Promise<void> {
  const home = practices.find(({ part }) => part === 'home')?.code ?? practices[0]?.code;
  const navigator = cast.find(({ key }) => key === 'navigator');
  const found: { id: string; says: string }[] = [];
  // History, like all that is made here: the audit writes no row for it as if it were done today by nobody.
  const audited = (able: 'disable' | 'enable') =>
    client.query(
      `alter table patients.patient ${able} trigger audited; alter table patients.proxy ${able} trigger audited`,
    );
  await audited('disable');
  await client.query('set local role superpractice_guard');
  for (const [says, statement] of parts) {
    const { rows } = await client.query<{ id: string }>(statement, [home]);
    if (rows[0] && !found.some(({ id }) => id === rows[0]?.id)) found.push({ id: rows[0].id, says });
  }
  const first = found.find(({ says }) => says === parts[0]?.[0]);
  const parent = found.find(({ says }) => says === parts[1]?.[0]);
  if (first) await client.query(`update patients.patient set contact_by = 'email' where id = $1`, [first.id]);
  if (parent)
    await client.query(
      `insert into patients.proxy (id, practice_id, patient_id, proxy_id, relation, consent, note, valid_from, recorded_by, recorded_at)
       select md5(p.id::text || c.id::text)::uuid, c.practice_id, c.id, p.id, 'parent', 'parental', 'Birth certificate seen at the desk', current_date - 60, $2,
         current_date - 60
       from patients.patient p join patients.patient c on c.practice_id = p.practice_id and c.address = p.address and c.postcode = p.postcode
         and c.birth_date between current_date - interval '9 years' and current_date - interval '3 years'
       where p.id = $1 order by c.id limit 1`,
      [parent.id, navigator?.id],
    );
  await client.query('reset role');
  await audited('enable');
  await client.query(
    `insert into platform.setting (key, value) values ('patient cast', $1::jsonb) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(found)],
  );
}
