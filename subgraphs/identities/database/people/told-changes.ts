import type { Transaction } from '#shared/database.ts';
import { type AffiliationFacts, eventNames } from '../../domain/importing/affiliation-event.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { byKeys } from '../replace-rows.ts';
import { ties } from './people-tables.ts';

/** Tells of ties that some of their fields are read otherwise now. */
export function recordChanged(
  { record }: Transaction,
  changed: readonly Pick<Tie, 'id' | 'uniId' | 'daycare'>[],
  changedFields: readonly string[],
  actor: string,
): void {
  for (const { id, uniId, daycare } of changed) {
    const facts: AffiliationFacts = { daycare, uniId, changedFields };
    record({ kind: eventNames.CHANGED, actor, subject: id, facts: { ...facts } });
  }
}

/** The ties of these persons that go on, at whatever daycare. */
export const presentTies = ({ manager }: Transaction, uniIds: readonly string[]): Promise<Tie[]> =>
  byKeys(uniIds, (keys) =>
    manager.createQueryBuilder(ties, 't').where('t.uniId IN (:...keys) AND t.to IS NULL', { keys }).orderBy('t.id').getMany(),
  );
