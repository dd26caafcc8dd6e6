import { type Permissions, rule } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { standingsOf } from '../../domain/reading/reading-policy.ts';
import type { Context } from '../context.ts';

const handlers = ['daycare responsible', 'daycare employee', 'sending system'];

/** Whoever could ever do anything with an import; with which ones is judged where it is done, under lock. */
const handlesImports = rule<Context>('handles imports', ({ actor }) =>
  actor.mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM') ||
  standingsOf(actor).some(({ as }) => as === 'daycare responsible' || as === 'daycare employee' || as === 'municipal employee')
    ? undefined
    : refusal('NOT_PERMITTED', `Done by: ${handlers.join(', ')}.`, { rule: 'P6', grantableBy: handlers }),
);

export const importPermissions: NonNullable<Permissions<Context>['Mutation']> = {
  applyPlannedImport: handlesImports,
  releaseHeldImport: handlesImports,
  discardHeldImport: handlesImports,
  undoImport: handlesImports,
};
