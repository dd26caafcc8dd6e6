import { Brackets, type EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { RegisterReader, TransferScope } from '../../domain/register-reader.ts';
import type { TransferState } from '../../domain/transfers/transfer.ts';
import { transfers } from '../tables/plan-tables.ts';

/** Reads transfers, each only for the two municipalities it is between, the daycare itself and the agency. */
export function transferReader({ read }: Database): Pick<RegisterReader, 'transfers' | 'countTransfers' | 'transfer'> {
  return {
    transfers: (scope, states, { after, limit }) =>
      read((manager) => {
        const found = within(manager, scope, states);
        if (after) found.andWhere('t.id < :after', { after: after[0] });
        return found.orderBy('t.id', 'DESC').limit(limit).getMany();
      }),
    countTransfers: (scope, states) => read((manager) => within(manager, scope, states).getCount()),
    transfer: (id) =>
      read(async (manager) => (await manager.createQueryBuilder(transfers, 't').where('t.id = :id', { id }).getOne()) ?? undefined),
  };
}

function within(manager: EntityManager, scope: TransferScope | 'ALL', states: readonly TransferState[] | undefined) {
  const query = manager.createQueryBuilder(transfers, 't').where('1 = 1');
  if (states) query.andWhere(states.length === 0 ? '1 = 0' : 't.state IN (:...states)', { states });
  if (scope === 'ALL') return query;
  return query.andWhere(
    new Brackets((either) => {
      either.where('1 = 0');
      if (scope.municipalities.length > 0)
        either
          .orWhere('t.from IN (:...municipalities)', { municipalities: scope.municipalities })
          .orWhere('t.to IN (:...municipalities)', { municipalities: scope.municipalities });
      if (scope.daycares.length > 0) either.orWhere('t.number IN (:...daycares)', { daycares: scope.daycares });
    }),
  );
}
