import { follower, type Permissions, rule, signedIn } from '#shared/guard.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { Ownership } from '../domain/daycares/daycare.ts';
import { loadRefusalOf, type RegisterAction, refusalOf } from '../domain/upkeep/register-policy.ts';
import type { Context } from './context.ts';

/** May this actor do this to the daycare that is named? A daycare that is not there is the action's to tell. */
async function mayDo(action: RegisterAction, { actor, loaders }: Context, number: unknown): Promise<Refusal | undefined> {
  const daycare = typeof number === 'string' ? await loaders.daycare.load(number) : undefined;
  return daycare && refusalOf(action, daycare, actor);
}

type Told<Input> = { readonly input?: Input };

const mayRegisterInstitution = rule<Context>(
  'may register a cluster',
  ({ actor }, _, { input }: Told<{ municipality: string; ownership: Ownership }>) => input && refusalOf('REGISTER', input, actor),
);
const mayRegisterUnit = rule<Context>('may register a unit', (context, _, { input }: Told<{ institution: string }>) =>
  mayDo('REGISTER', context, input?.institution),
);
const mayChange = rule<Context>('may change', (context, _, { number }) => mayDo('CHANGE', context, number));
const mayClose = rule<Context>('may close', (context, _, { number }) => mayDo('CLOSE', context, number));
const mayLoad = rule<Context>('may hand in the register', ({ actor }) => loadRefusalOf(actor));

/** Who may come to which field. The register itself is public to all who have come in. */
export const permissions: Permissions<Context> = {
  Query: {
    daycare: signedIn,
    daycares: signedIn,
    municipality: signedIn,
    municipalities: signedIn,
    daycareChanges: follower,
  },
  Mutation: {
    registerInstitution: mayRegisterInstitution,
    registerUnit: mayRegisterUnit,
    changeInstitution: mayChange,
    closeDaycare: mayClose,
    loadRegisterRows: mayLoad,
  },
};
