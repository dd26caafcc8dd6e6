import { checkCheckpointKey } from './checks/checkpoint-key.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkDatabases } from './checks/databases.ts';
import { checkDisk } from './checks/disk.ts';
import { checkFollowers } from './checks/followers.ts';
import { checkHashKeys } from './checks/hash-keys.ts';
import { checkHopKeys } from './checks/hop-keys.ts';
import { checkIssuer } from './checks/issuer.ts';
import { checkMail } from './checks/mail.ts';
import { checkMigrations } from './checks/migrations.ts';
import { checkProcesses } from './checks/processes.ts';
import { checkRedis } from './checks/redis.ts';
import { checkVault } from './checks/vault.ts';
import { checkWebhookKey } from './checks/webhook-key.ts';
import type { Finding } from './finding.ts';
import type { Installation } from './installation.ts';
import type { ClosedStore, Store } from './stores.ts';

/** What a check may look at. */
export interface Patient {
  readonly installation: Installation;
  readonly stores: readonly Store[];
  readonly closed: readonly ClosedStore[];
}

/** Looks at one thing, without changing it. */
export type Check = (patient: Patient) => Promise<Finding[]>;

/** In the order in which they are told; another one is one more line here. */
export const checks: Readonly<Record<string, Check>> = {
  databases: checkDatabases,
  migrations: checkMigrations,
  issuer: checkIssuer,
  clocks: checkClocks,
  'keys between the processes': checkHopKeys,
  'the vault': checkVault,
  'hash keys': checkHashKeys,
  'the key of checkpoints': checkCheckpointKey,
  'the key of webhooks': checkWebhookKey,
  followers: checkFollowers,
  processes: checkProcesses,
  Redis: checkRedis,
  mail: checkMail,
  disk: checkDisk,
};
