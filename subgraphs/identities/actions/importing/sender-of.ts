import { type Actor, mandatesIn } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ImportDocument } from '../../domain/document/import-document.ts';
import { fits, tellsANumber } from '../../domain/document/text-rules.ts';
import { SOURCE_WIDTH, type SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';

export interface Sender {
  readonly key: SourceKey;
  readonly daycare: KnownDaycare;
  readonly access: string;
}

/** By which of its systems the actor sends; unknown daycares and those without access answer alike. */
export async function senderOf(store: ImportStore, actor: Actor, { daycare: number, source }: ImportDocument): Promise<Sender> {
  const name = source.trim();
  if (!name || !fits(name, SOURCE_WIDTH) || tellsANumber(name))
    refuse('INVALID_INPUT', `A source has a name of at most ${SOURCE_WIDTH} bytes, with no national number in it.`, {
      facts: { field: 'source' },
    });
  const systems = mandatesIn(actor, 'SUPPLIER_SYSTEM').map(({ system }) => system);
  const { daycare, system, access } = await accessToSend(store, number, systems);
  return { key: { daycare: number, system, source: name }, daycare, access };
}

/** The access by which one of these systems may send to a daycare now (I13). */
export async function accessToSend(store: ImportStore, number: string, systems: readonly string[]) {
  const found = await store.senders(number, systems);
  const [access] = found?.accesses ?? [];
  if (!found || !access)
    return refuse('NO_ACTIVE_ACCESS', `There is no active access to send users to ${number}.`, { rule: 'I13', facts: { daycare: number } });
  return { daycare: found.daycare, system: access.system, access: access.id };
}
