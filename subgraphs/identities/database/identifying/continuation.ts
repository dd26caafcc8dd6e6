import type { Database } from '#shared/database.ts';
import { reidentifications } from './reidentify-tables.ts';

/** However often the identity that stayed retired in its turn. */
const MOST_STEPS = 20;

/** The identity that one leads to since it retired. */
export const continuationOf = ({ read }: Database, uniId: string): Promise<string | undefined> =>
  read(async (manager) => {
    let last: string | undefined;
    for (let step = 0; step < MOST_STEPS; step++) {
      const retired = last ?? uniId;
      const next = await manager
        .createQueryBuilder(reidentifications, 'r')
        .where('r.retired = :retired', { retired })
        .orderBy('r.doneAt', 'DESC')
        .getOne();
      if (!next?.stays) return last;
      last = next.stays;
    }
    return last;
  });
