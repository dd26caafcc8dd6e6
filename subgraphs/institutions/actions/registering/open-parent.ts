import { refuse } from '#shared/refusal.ts';
import type { Daycare, DaycareLevel } from '../../domain/daycares/daycare.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';

const inWords = { INSTITUTION: 'cluster', UNIT: 'unit', LOCATION: 'location' } as const satisfies Record<DaycareLevel, string>;

/** The daycare of a level that something is to stand under, if it is there and not closed (R9). */
export function openParent({ present }: Ground, number: string, level: DaycareLevel): Daycare {
  const parent = present.get(number);
  if (!parent) return refuse('NOT_FOUND', `There is no daycare ${number}.`);
  if (parent.level !== level)
    refuse('INVALID_INPUT', `${number} is no ${inWords[level]}.`, {
      rule: 'R9',
      facts: { field: level === 'UNIT' ? 'unit' : 'institution' },
    });
  if (parent.status === 'CLOSED')
    refuse('DAYCARE_CLOSED', `${number} is closed; nothing comes to stand under it any more.`, { rule: 'R28', facts: { number } });
  return parent;
}
