import { eventLogTables } from './event-log-tables.ts';
import { followerStates } from './follow.ts';
import { idempotencyKeys } from './idempotency.ts';
import { leases } from './lease.ts';

/** The tables that every subgraph keeps beside its own. */
export const sharedTables = [...eventLogTables, leases, followerStates, idempotencyKeys];
