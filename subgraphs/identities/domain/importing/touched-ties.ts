import type { Tie } from '../people/affiliation.ts';
import type { ImportPlan } from './import-plan.ts';

/** A tie that a document leaves as it is, while something is read otherwise on it. */
export interface TouchedTie {
  readonly tie: Tie;
  readonly fields: readonly string[];
}

const naming = ['name', 'realName', 'isProtected'];

/** Whether a document changes anything that other ties show: how a group is called, or the alias of a protected person. */
export const touchesOthers = (plan: ImportPlan): boolean =>
  plan.unchanged + plan.relinked.length + plan.changed.length > 0 && (plan.groupsKept.length > 0 || renamedBy(plan).size > 0);

/** Of the ties that stand of the source, those that show a group or an alias which this document changes. */
export function touchedTies(plan: ImportPlan, standing: readonly Tie[]): TouchedTie[] {
  const begun = new Set(plan.begun.map(({ id }) => id));
  const groups = new Set(plan.groupsKept.map(({ localId }) => localId));
  const renamed = renamedBy(plan);
  return standing.flatMap((tie) => {
    const fields = begun.has(tie.id)
      ? []
      : [
          ...(tie.mainGroup !== null && groups.has(tie.mainGroup) ? ['mainGroup'] : []),
          ...(tie.groupIds.some((localId) => groups.has(localId)) ? ['groups'] : []),
          ...(renamed.has(tie.uniId) ? ['name'] : []),
        ];
    return fields.length > 0 ? [{ tie, fields }] : [];
  });
}

/** Whose alias began, changed or went on a tie: what the source says of them on another tie may borrow it. */
function renamedBy({ begun, changed, ended }: ImportPlan): ReadonlySet<string> {
  const told = changed.filter(({ fields }) => fields.some((field) => naming.includes(field))).map(({ after }) => after);
  return new Set([...begun, ...told, ...ended].filter(bearsAlias).map(({ uniId }) => uniId));
}

const bearsAlias = ({ isProtected, aliasFirstName, aliasFamilyName }: Tie): boolean =>
  isProtected || Boolean(aliasFirstName || aliasFamilyName);
