import type { ImportPlan } from './import-plan.ts';

/** The plan with the UniID of everybody who was new in it. */
export function namedPlan(plan: ImportPlan, issued: ReadonlyMap<string, string>): ImportPlan {
  const uniIdOf = (identity: string) => issued.get(identity) ?? identity;
  return {
    ...plan,
    begun: plan.begun.map((tie) => ({ ...tie, uniId: uniIdOf(tie.uniId) })),
    shielded: new Set([...plan.shielded].map(uniIdOf)),
    claimsBegun: plan.claimsBegun.map(uniIdOf),
  };
}
