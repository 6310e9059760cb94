import type { VisitNeed } from './offer-opening.ts';
import type { RedFlagCategoryId, RedFlagLevel } from './red-flag-category.ts';
import { directQuestion } from './request-question.ts';
import type { Question } from './request-question.ts';
import { asks } from './request.ts';
import type { Answers, FlagStanding, Typed } from './request.ts';

/** A question already answered. */
export interface Asked {
  readonly id: string;
  readonly say: string;
  readonly said: string;
  readonly at: string;
}

/** Where a request leads as far as it is known. */
export interface Guidance {
  readonly question: Question | undefined;
  readonly asked: readonly Asked[];
  readonly place: number;
  readonly protocolId: string | null;
  readonly protocolVersion: number | null;
  readonly ruleId: string | null;
  readonly urgency: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly need: VisitNeed | undefined;
  readonly safetyNet: string;
}

/** A flag as guidance sees it. */
export interface GuidedFlag extends FlagStanding {
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
}

/** Everything guidance is decided from. */
export interface Guided {
  readonly typed: Typed;
  readonly flags: readonly GuidedFlag[];
  readonly forOther: boolean;
  readonly ageYears: number | undefined;
  readonly receivedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

export function guide(guided: Guided): Guidance {
  const { flags, forOther, receivedAt, typed } = guided;
  const waiting = flags.find(asks);
  const due = receivedAt.add({ hours: 24 * 7 });
  return {
    question: waiting && directQuestion(waiting, { forOther }),
    asked: askedOf(typed.answers),
    place: 1,
    protocolId: null,
    protocolVersion: null,
    ruleId: null,
    urgency: 'within-7-days',
    dueAt: due,
    need: {
      roles: ['gp', 'advanced_nurse'],
      modes: ['face_to_face', 'telephone', 'video'],
      minutes: 15,
      dueBy: due.epochMilliseconds,
      mustBeInTime: false,
      continuity: true,
    },
    safetyNet: 'If it gets worse before then, ring us or 111.',
  };
}

function askedOf(answers: Answers): Asked[] {
  return Object.entries(answers).map(([id, { said, at }]) => ({ id, say: id, said, at }));
}
