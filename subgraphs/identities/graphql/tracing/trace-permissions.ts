import { rule } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { tracers, tracesSomewhere } from '../../domain/tracing/trace-policy.ts';
import type { Context } from '../context.ts';

/** Who could trace nobody anywhere is told at the door; of which daycares is scope. */
export const tracePermissions = {
  personTrace: rule<Context>('traces', ({ actor }) =>
    tracesSomewhere(actor)
      ? undefined
      : refusal('NOT_PERMITTED', `Traced by: ${tracers.join(', ')}.`, { rule: 'P2', grantableBy: tracers }),
  ),
};
