import { navigate } from '../navigation.ts';
import { seenBy, type Protocol, type WorkedCase } from './protocol.ts';

/** What a protocol makes of one worked case. */
export interface CaseResult {
  readonly worked: WorkedCase;
  readonly at: number;
  readonly passes: boolean;
  /** What it gave, where it gave an outcome. */
  readonly gives: Pick<WorkedCase, 'rule' | 'by' | 'urgency'> | undefined;
  /** The question whose yes stopped it as a danger. */
  readonly danger: string | undefined;
}

/** Runs every worked case through the engine that navigates requests; questions that a case does not name are answered no. */
export function runCases(protocol: Protocol): CaseResult[] {
  return protocol.cases.map((worked, at) => {
    const yes = new Set(worked.yes);
    const answers = Object.fromEntries(protocol.questions.map(({ id }) => [id, yes.has(id) ? 'yes' : 'no']));
    const { words, age, sex } = worked;
    const direction = navigate(protocol, { words, answers, ageYears: age ?? undefined, sex: sex ?? undefined });
    if (direction.kind !== 'decided') {
      const danger = direction.kind === 'red-flag' ? direction.question.id : undefined;
      return { worked, at, passes: false, gives: undefined, danger };
    }
    const { id: rule, outcome } = direction.rule;
    const gives = { rule, by: seenBy(outcome), urgency: outcome.urgency };
    const passes = gives.rule === worked.rule && gives.by === worked.by && gives.urgency === worked.urgency;
    return { worked, at, passes, gives, danger: undefined };
  });
}

/** Whether every case of a protocol gives what it must. */
export function casesPass(protocol: Protocol): boolean {
  return runCases(protocol).every(({ passes }) => passes);
}
