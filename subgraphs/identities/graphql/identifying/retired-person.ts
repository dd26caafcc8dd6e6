import type { Person } from '../../domain/people/person.ts';
import type { Context, SeenPerson } from '../context.ts';

/** An identity that retired, to who may see a tie of the one it leads to. */
export async function retiredPerson({ identifying, loaders }: Context, uniId: string): Promise<SeenPerson | undefined> {
  const continuesAs = await identifying.continuationOf(uniId);
  const [tie] = continuesAs ? await loaders.affiliations.load({ uniId: continuesAs, asOf: null }) : [];
  return tie && { ...tie.person, uniId, state: 'RETIRED', seenBy: tie };
}

/** The identity that a person goes on as; nothing of one that is not retired. */
export async function continuationSeen({ identifying, loaders }: Context, { uniId, state }: Person): Promise<SeenPerson | null> {
  const continuesAs = state === 'RETIRED' ? await identifying.continuationOf(uniId) : undefined;
  const [tie] = continuesAs ? await loaders.affiliations.load({ uniId: continuesAs, asOf: null }) : [];
  return tie ? { ...tie.person, seenBy: tie } : null;
}
