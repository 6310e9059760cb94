-- People on a practice's list: who they are, how to reach them, what they need and who usually sees them.

create schema patients;
grant usage on schema patients to superpractice_app;
grant usage, create on schema patients to superpractice_guard;

-- NHS number, NHS Data Dictionary: ten digits, the last a modulus 11 check of the first nine.
create function patients.valid_nhs_number(number text) returns boolean language sql immutable parallel safe as $$
  select number ~ '^[0-9]{10}$' and (
    select case 11 - sum((11 - n) * substr(number, n, 1)::integer) % 11 when 11 then 0 else 11 - sum((11 - n) * substr(number, n, 1)::integer) % 11 end
    from generate_series(1, 9) n) = substr(number, 10, 1)::integer
$$;

create table patients.need (
  code text primary key,
  name text not null,
  say text not null,
  source text not null
);
comment on column patients.need.say is 'What the person who speaks to or sees the patient should do.';
insert into patients.need (code, name, say, source) values
  ('interpreter', 'Needs an interpreter', 'Book an interpreter with the visit, or use the telephone service now', 'DCB1605 Accessible Information'),
  ('hearing', 'Hard of hearing', 'Speak slowly and clearly; offer text instead of a call', 'DCB1605 Accessible Information'),
  ('bsl', 'Uses British Sign Language', 'Book a sign language interpreter with the visit', 'DCB1605 Accessible Information'),
  ('sight', 'Cannot see well', 'Read things out; send large print', 'DCB1605 Accessible Information'),
  ('large_print', 'Large print', 'Send letters in large print', 'DCB1605 Accessible Information'),
  ('easy_read', 'Easy read', 'Short words, one thing at a time; send easy read', 'DCB1605 Accessible Information'),
  ('step_free', 'Step-free access', 'Offer only step-free places', 'Equality Act 2010, section 20'),
  ('longer', 'Longer appointment', 'Offer twice the usual length', 'Equality Act 2010, section 20'),
  ('carer', 'Has a carer who helps', 'Ask whether the carer should be there', 'DCB1605 Accessible Information'),
  ('learning_disability', 'Learning disability', 'Give time, and ask what helps', 'NHS England, reasonable adjustment flag');
grant select on patients.need to superpractice_app, superpractice_guard;

create table patients.patient (
  id uuid primary key,
  practice_id text not null references network.practice,
  nhs_number text collate "C" check (patients.valid_nhs_number(nhs_number)),
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  family_key text collate "C" not null,
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  phone text collate "C" check (phone ~ '^\+[0-9]{7,15}$'),
  email text,
  address text,
  postcode text,
  latitude double precision,
  longitude double precision,
  usual_gp_id uuid,
  needs text[] not null default '{}',
  language text not null default 'en',
  contact_by text not null default 'phone' check (contact_by in ('phone', 'text', 'email', 'letter')),
  registered_from date not null,
  left_on date check (left_on >= registered_from)
);
comment on column patients.patient.family_key is 'Surname as it is searched: no accents, case, spaces or marks.';
comment on column patients.patient.usual_gp_id is 'A clinician of the workforce, which stands below this domain, so without a foreign key.';
-- Row-level security lets an index serve only leakproof comparisons: equality, and ranges in C collation; never LIKE.
create unique index patient_nhs_number on patients.patient (nhs_number);
create index patient_birth_name on patients.patient (birth_date, family_key);
create index patient_phone on patients.patient (phone);
create index patient_practice on patients.patient (practice_id);
call platform.protect('patients.patient', 'patient');
create trigger lasting before delete or truncate or update of id on patients.patient for each statement execute function platform.lasting();
grant select, insert, update on patients.patient to superpractice_app;

-- Whom an audit is about, for those who look into it without seeing patients: by id, by NHS number, or by birth date and the start of the
-- surname; on a list of a practice whose audit they see, or gone from it.
create function patients.audited(in_id uuid, in_number text, in_birth date, in_family_key text)
returns table (id uuid, practice_id text, practice_name text, given_name text, family_name text, birth_date date, nhs_number text, gone boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.practice_id, t.name, p.given_name, p.family_name, p.birth_date, p.nhs_number, p.left_on is not null
  from patients.patient p join network.practice t on t.id = p.practice_id
  where (p.id = in_id or p.nhs_number = in_number
      or p.birth_date = in_birth and p.family_key >= in_family_key and p.family_key < in_family_key || '{')
    and platform.current_role_name() in ('auditor', 'practice_manager') and p.practice_id = any ((select platform.sees('audit'))::text[])
  order by p.family_key, p.given_name, p.id limit 21
$$;
alter function patients.audited(uuid, text, date, text) owner to superpractice_guard;
revoke all on function patients.audited(uuid, text, date, text) from public;
grant execute on function patients.audited(uuid, text, date, text) to superpractice_app, superpractice_guard;
