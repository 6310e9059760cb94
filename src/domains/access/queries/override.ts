import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A role that sees patients. */
export interface ClinicianRole {
  readonly code: string;
  readonly name: string;
}

/** The roles that see patients whom nobody has assessed yet, by the scope of practice of today, scarcest first. */
export async function clinicianRoles(db: Queryable): Promise<ClinicianRole[]> {
  return rolesOfScope(db, true);
}

/** The roles that see no such patients, by the scope of practice of today. */
export async function rolesBeyond(db: Queryable): Promise<ClinicianRole[]> {
  return rolesOfScope(db, false);
}

// The row with the latest start holds; a role without one sees whoever a protocol sends, as offers have it.
async function rolesOfScope(db: Queryable, undifferentiated: boolean): Promise<ClinicianRole[]> {
  return db.rows<ClinicianRole>(sql`
    select k.code, k.name from workforce.clinician_role k
    where ${undifferentiated} = coalesce((select r.undifferentiated from workforce.role_scope r
      where r.role = k.code and r.valid_from <= platform.today() order by r.valid_from desc limit 1), true)
    order by k.scarcity desc, k.code`);
}

/** The last decision against a rule on one request, as it is told. */
export interface OverrideTold {
  readonly reason: string;
  readonly byName: string | null;
  readonly at: Temporal.Instant;
  readonly ruleId: string;
  readonly fromUrgency: string;
}

/** The last decision against a rule on a request that the actor sees. */
export async function lastOverride(db: Queryable, requestId: string): Promise<OverrideTold | undefined> {
  return db.maybe<OverrideTold>(sql`
    select o.reason, k.name as "byName", o.decided_at as at, o.rule_id as "ruleId", o.from_urgency as "fromUrgency"
    from access.override o left join network.person k on k.id = o.decided_by where o.request_id = ${requestId} order by o.decided_at desc limit 1`);
}

/** How often a rule decided, and how often somebody decided otherwise. */
export interface RuleOverrides {
  readonly protocolId: string;
  readonly version: number;
  readonly title: string;
  readonly shipped: boolean;
  readonly ruleId: string;
  readonly decisions: number;
  readonly overrides: number;
  readonly sooner: number;
  readonly later: number;
}

/** By rule, of requests received since, at the practices whose visits or counts the actor sees; most overridden first. */
export async function overridesByRule(
  db: Queryable,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<RuleOverrides[]> {
  return db.rows<RuleOverrides>(sql`
    select o.protocol_id as "protocolId", o.version, p.title, p.group_id is null as shipped, o.rule_id as "ruleId", o.decisions, o.overrides, o.sooner, o.later
    from access.overrides_by_rule(${from}, ${to}) o join access.protocol p on p.id = o.protocol_id and p.version = o.version
    order by o.overrides desc, o.decisions desc, o.rule_id`);
}
