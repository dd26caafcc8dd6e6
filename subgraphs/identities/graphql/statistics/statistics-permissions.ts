import { rule } from '#shared/guard.ts';
import { countsSomething, notCounting } from '../../domain/statistics/counted-scope.ts';
import type { Context } from '../context.ts';

/** Whoever counts nothing is told at the door; what is counted is scope. */
export const statisticsPermissions = {
  identityStatistics: rule<Context>('counts identities', ({ actor }) => (countsSomething(actor) ? undefined : notCounting())),
};
