import { rule, signedIn } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { notTheirRecord, recordReachOf } from '../../domain/overseeing/record-reach.ts';
import { counters, countedReachOf } from '../../domain/statistics/counted-reach.ts';
import { asksAs } from '../../domain/systems/supplier-policy.ts';
import type { Context } from '../context.ts';

/** Whoever counts nothing is told at the door; what is counted is scope, in the store. */
const countsSome = rule<Context>('counts some', ({ actor }) =>
  countedReachOf(actor).length > 0 ? undefined : refusal('NOT_PERMITTED', `Counted by: ${counters.join(', ')}.`, { grantableBy: counters }),
);

const keepsRecords = rule<Context>('keeps records', ({ actor }) => (recordReachOf(actor).length > 0 ? undefined : notTheirRecord()));

/** A system that is not there and one that is another's answer alike. */
const asksForThatSystem = rule<Context>(
  'asks for that system',
  async ({ actor, loaders }, _, { system: id }: { readonly system?: string }) => {
    const system = id ? await loaders.system.load(id) : undefined;
    const verdict = asksAs(system ?? { id: '', supplier: '' }, actor);
    return typeof verdict === 'string' ? undefined : verdict;
  },
);

/** Who may come to which field of oversight. */
export const oversightPermissions = {
  agreementStatistics: countsSome,
  transparency: signedIn,
  suppliers: signedIn,
  requestableDaycares: asksForThatSystem,
  recordOfProcessing: keepsRecords,
};
