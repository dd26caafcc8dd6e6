import { holdsNationalNumber } from '#shared/national-number.ts';
import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import type { Hold } from './brake.ts';
import type { ImportStanding } from '../importing/import-policy.ts';
import type { ImportRun } from '../importing/import-run.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { ImportAct } from './import-lifecycle.ts';

/** On whose behalf something was done with an import, in which capacity, when, and what was said of it. */
export interface ImportDecision {
  readonly act: ImportAct;
  readonly actor: string;
  readonly organisation: string;
  readonly standing: string;
  readonly at: number;
  readonly comment: string | null;
}

/** Why a document waits or waited, with who decided on it. */
export type ToldHold = Hold & { readonly decision: ImportDecision | null };

export interface Said {
  readonly act: ImportAct;
  readonly standing: ImportStanding;
  readonly comment: string | null;
  readonly at: number;
}

/** A decision, shown as organisation and capacity, never by name. */
export function decisionBy(actor: Actor, daycare: KnownDaycare, run: ImportRun, { act, standing, comment, at }: Said): ImportDecision {
  const organisations: Record<ImportStanding, string> = {
    'daycare responsible': `Municipality ${daycare.municipality}`,
    'municipal employee': `Municipality ${daycare.municipality}`,
    'daycare employee': daycare.name,
    'sending system': `System ${run.system}`,
  };
  return { act, actor: actor.id, organisation: organisations[standing], standing, at, comment };
}

/** What became of a held document when a newer one of its source came. */
export const supersededBy = (actor: string, { system }: ImportRun, at: number): ImportDecision => ({
  act: 'SUPERSEDE',
  actor,
  organisation: `System ${system}`,
  standing: 'sending system',
  at,
  comment: null,
});

/** What became of a held document on which nobody decided in time. */
export const lapsed = (at: number): ImportDecision => ({
  act: 'LAPSE',
  actor: 'identities',
  organisation: 'The terms of imports',
  standing: 'consequence of a term',
  at,
  comment: null,
});

/** That an import is no longer where it could be done, with who was first and when (A23). */
export function importConflict({ state }: ImportRun, first: ImportDecision | undefined): Refusal {
  const by = first ? ` by ${first.organisation} (${first.standing}) at ${new Date(first.at).toISOString()}` : '';
  return refusal('STATE_CONFLICT', `The import is ${state.toLowerCase()} already${by}.`, {
    rule: 'A23',
    facts: { state, ...(first && { by: first.organisation, at: new Date(first.at).toISOString() }) },
  });
}

const LONGEST_COMMENT = 500;

/** What is said of a decision: something, at most 500 characters, and no national number, since others read it. */
export function commentIn(told: string): string {
  const comment = told.trim();
  if (comment.length === 0 || comment.length > LONGEST_COMMENT || holdsNationalNumber(comment))
    refuse('INVALID_INPUT', `A comment has 1 to ${LONGEST_COMMENT} characters, and no national number among them.`, {
      facts: { field: 'comment' },
    });
  return comment;
}
