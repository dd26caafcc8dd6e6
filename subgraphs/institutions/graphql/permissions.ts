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
const mayRegisterLocation = rule<Context>('may register a location', (context, _, { input }: Told<{ unit: string }>) =>
  mayDo('REGISTER', context, input?.unit),
);
const mayChange = rule<Context>('may change', (context, _, { number }) => mayDo('CHANGE', context, number));
const mayMove = rule<Context>('may move', (context, _, { number }) => mayDo('MOVE', context, number));
const mayClose = rule<Context>('may close', (context, _, { number }) => mayDo('CLOSE', context, number));
const mayHandOver = rule<Context>('may hand over', (context, _, { number }) => mayDo('TRANSFER', context, number));
const mayLoad = rule<Context>('may hand in the register', ({ actor }) => loadRefusalOf(actor));

/** Who may come to which field. The register itself is public to all who have come in; transfers are limited by scope. */
export const permissions: Permissions<Context> = {
  Query: {
    daycare: signedIn,
    daycares: signedIn,
    municipality: signedIn,
    municipalities: signedIn,
    daycareChanges: follower,
    registerStatistics: signedIn,
    duplicateCandidates: signedIn,
    transfers: signedIn,
  },
  Mutation: {
    registerInstitution: mayRegisterInstitution,
    registerUnit: mayRegisterUnit,
    registerLocation: mayRegisterLocation,
    changeInstitution: mayChange,
    changeUnit: mayChange,
    changeLocation: mayChange,
    moveUnit: mayMove,
    moveLocation: mayMove,
    closeDaycare: mayClose,
    // By which right depends on what is planned; the act asks for it.
    cancelPlanned: signedIn,
    proposeTransfer: mayHandOver,
    // To whom it is not addressed there is no such transfer; the act says so.
    answerTransfer: signedIn,
    dismissDuplicate: signedIn,
    loadRegisterRows: mayLoad,
  },
};
