import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import { statedReason } from '../../domain/identifying/purpose.ts';
import { actsAs } from '../../domain/people/person-policy.ts';
import { grantOf } from '../../domain/reading/grant.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import type { Readings } from '../../domain/reading/readings.ts';

/** Whose number is asked for, and what it is needed for. */
export interface Revealing {
  readonly affiliation: string;
  readonly purpose: string;
}

/**
 * The number of a person, by a present tie at the asker's own daycare: judged under the register's lease and logged with its
 * purpose before it is told. Null where this daycare's source has told none. Who may not read the persons there learns of no tie.
 */
export async function revealNationalNumber(readings: Readings, actor: Actor, { affiliation, purpose }: Revealing): Promise<string | null> {
  const reason = statedReason(purpose, 'purpose');
  const found = (await readings.tiesByIds([affiliation])).get(affiliation);
  const tie = found?.to === null ? found : undefined;
  const daycare = (await readings.known(tie ? [tie.daycare] : [], [])).values().next().value;
  const grant = daycare && grantOf(actor, daycare);
  if (!tie || grant?.reading !== 'PEOPLE') return refuse('NOT_FOUND', 'There is no such tie in your reach.');
  const as = actsAs('REVEAL', actor, [grant.daycare]);
  if (typeof as !== 'string') throw new Refused(as);
  await readings.log([
    {
      ...readOf(actor, grant, ['NATIONAL_NUMBER'], { what: 'number revealed', filter: { ties: [tie.id] }, page: [tie.id] }),
      standing: as,
      purpose: reason,
    },
  ]);
  return tie.nationalNumberKind === 'UNKNOWN' ? null : ((await readings.numbersOf([tie.uniId])).get(tie.uniId) ?? null);
}
