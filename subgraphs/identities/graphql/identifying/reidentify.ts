import type { Reidentified, Reidentify } from '../../actions/identifying/reidentify-person.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Context } from '../context.ts';
import { personSeenBy } from '../person-answers.ts';

export type ShownReidentification = Reidentified & { readonly dryRun: boolean };

/** Changes a number, or shows what that would come to. */
export async function reidentify({ identifying }: Context, told: Reidentify, dryRun: boolean): Promise<ShownReidentification> {
  return { ...(await identifying.reidentify(told, dryRun)), dryRun };
}

/** A person of whom the caller sees a tie; nothing where there is none. */
export async function seenPerson({ loaders }: Context, uniId: string | null): Promise<Person | null> {
  if (uniId === null) return null;
  const [tie] = await loaders.affiliations.load({ uniId, asOf: null });
  return tie ? personSeenBy(tie) : null;
}
