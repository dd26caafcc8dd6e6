import { limitCodes } from './limit-codes.ts';

/** The codes by which clients tell refusals apart; stable, part of the public contract. */
export const refusalCodes = [
  'UNAUTHENTICATED',
  'NOT_PERMITTED',
  'NOT_FOUND',
  'INVALID_INPUT',
  'STATE_CONFLICT',
  'STALE_VERSION',
  'ALREADY_REQUESTED',
  'DAYCARE_CLOSED',
  'DAYCARE_TAKES_NO_USERS',
  'HAS_OPEN_CHILDREN',
  'CROSS_VALIDATION',
  'ADDRESS_UNKNOWN',
  'PRODUCTION_UNIT_INACTIVE',
  'MOVE_ACROSS_MUNICIPALITY',
  'NUMBER_RETIRED',
  'NO_CONNECTION',
  'SYSTEM_PASSIVE',
  'NO_ACTIVE_ACCESS',
  'CATEGORY_NOT_GRANTED',
  'ASSURANCE_TOO_LOW',
  'IDEMPOTENCY_MISMATCH',
  'NOT_NEWER',
  'PLAN_OUTDATED',
  'UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  ...limitCodes,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Why something was not done: a stable code, the rule's own sentence, the rule's id and what one needs to know to go on. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly because: string;
  readonly rule?: string;
  readonly facts: readonly Fact[];
  readonly grantableBy?: readonly string[];
}

/** Carries a refusal out of an action; thrown once, translated once in present-error. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.because);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** A refusal as a value; the facts are given by name. */
export function refusal(
  code: RefusalCode,
  because: string,
  more: { rule?: string; facts?: Readonly<Record<string, string | number>>; grantableBy?: readonly string[] } = {},
): Refusal {
  const facts = Object.entries(more.facts ?? {}).map(([name, value]) => ({ name, value: String(value) }));
  return { code, because, facts, ...(more.rule && { rule: more.rule }), ...(more.grantableBy && { grantableBy: more.grantableBy }) };
}

/** Ends what is being done with a refusal. */
export function refuse(...told: Parameters<typeof refusal>): never {
  throw new Refused(refusal(...told));
}
