import type { Database } from '#shared/database.ts';
import { forUpdate } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { ReviewStore } from '../../domain/findings/review.ts';
import type { Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { lockDaycares } from '../keeping/ground.ts';
import { daycares } from '../tables/daycare-tables.ts';
import { keepFindings } from './keep-findings.ts';
import { reviews } from './review-table.ts';

/** The register as it is judged anew. */
export function reviewStore(database: Database): ReviewStore {
  const { read, transaction, clock } = database;
  const select = (where: string, parameters: object) =>
    read((manager) =>
      manager.createQueryBuilder(daycares, 'd').where(where, parameters).andWhere("d.status <> 'CLOSED'").orderBy('d.number').getMany(),
    );
  return {
    get at() {
      return clock();
    },
    state: () => read((manager) => manager.createQueryBuilder(reviews, 'review').where('review.id = 1').getOneOrFail()),
    next: (after, most) =>
      read((manager) =>
        manager
          .createQueryBuilder(daycares, 'd')
          .where("d.number > :after AND d.status <> 'CLOSED'", { after })
          .orderBy('d.number')
          .limit(most)
          .getMany(),
      ),
    named: async (numbers) => (numbers.length === 0 ? [] : select('d.number IN (:...numbers)', { numbers })),
    keep: async (judged, verdicts, step) => {
      await transaction(async (within) => {
        const numbers = judged.map(({ number }) => number);
        const now = await lockDaycares(within, numbers);
        if (step) {
          const { manager } = within;
          const state = await forUpdate(within, manager.createQueryBuilder(reviews, 'review').where('review.id = 1')).getOneOrFail();
          if (state.edition !== step.from.edition || state.upTo !== step.from.upTo) return;
          await manager.update(reviews, { id: 1 }, step.to);
        }
        await keepFindings(within, numbers, stillAbout(judged, now, verdicts));
      });
    },
  };
}

/** What was said of a daycare that has changed meanwhile is said of something else. */
function stillAbout(judged: readonly Daycare[], now: ReadonlyMap<string, Daycare>, verdicts: ReadonlyMap<string, Verdicts>) {
  const changed = new Set(judged.filter(({ number, version }) => now.get(number)?.version !== version).map(({ number }) => number));
  return new Map([...verdicts].filter(([number]) => !changed.has(number)));
}
