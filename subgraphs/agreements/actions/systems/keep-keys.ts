import type { Actor } from '#shared/actor.ts';
import { isSureEnough } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { asksAs } from '../../domain/systems/supplier-policy.ts';
import type { SystemKey } from '../../domain/systems/system.ts';

const MOST_KEYS = 5;

/** A public key that has been read: its thumbprint, and itself without anything but what makes it a public key. */
export interface ReadKey {
  readonly id: string;
  readonly jwk: string;
}

/** Adds a public key of a system, by its supplier or itself; several are valid at a time, so that keys can be rolled over. */
export async function addSystemKey(agreements: Agreements, actor: Actor, system: string, key: ReadKey): Promise<SystemKey> {
  await judgeKeeper(agreements, actor, system);
  const valid = (await agreements.keys(system)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const there = valid.find(({ id }) => id === key.id);
  if (there) return there;
  if (valid.length >= MOST_KEYS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_KEYS} keys are valid at once; withdraw one first.`, { facts: { limit: MOST_KEYS } });
  const added: SystemKey = { ...key, system, addedAt: agreements.at, withdrawnAt: null };
  await agreements.putKey(added);
  agreements.tellSystem('SystemKeyAdded', system, actor.id, { key: key.id });
  return added;
}

/** Withdraws a key; nothing that it signs is taken any more. */
export async function withdrawSystemKey(agreements: Agreements, actor: Actor, system: string, id: string): Promise<SystemKey> {
  await judgeKeeper(agreements, actor, system);
  const key = (await agreements.keys(system)).find((known) => known.id === id) ?? refuse('NOT_FOUND', 'There is no such key.');
  if (key.withdrawnAt !== null) return key;
  const withdrawn = { ...key, withdrawnAt: agreements.at };
  await agreements.putKey(withdrawn);
  agreements.tellSystem('SystemKeyWithdrawn', system, actor.id, { key: id });
  return withdrawn;
}

async function judgeKeeper(agreements: Agreements, actor: Actor, id: string): Promise<void> {
  const system = await agreements.lockSystem(id);
  const standing = asksAs(system ?? { id: '', supplier: '' }, actor);
  if (typeof standing !== 'string') throw new Refused(standing);
  if (!isSureEnough(actor)) refuse('ASSURANCE_TOO_LOW', 'Changing keys needs a login of level substantial.', { rule: 'A1' });
}
