import { Brackets } from 'typeorm';
import type { Database } from '#shared/database.ts';
import { dayOf } from '#shared/danish-day.ts';
import type { DueAgreements } from '../../domain/due-agreements.ts';
import { DAY } from '../../domain/terms.ts';
import { systems } from '../system-tables.ts';
import { accesses, requests } from '../tables.ts';
import { agreementsIn, type StoreParts } from './agreements.ts';

const AT_ONCE = 200;

/** What the clock brings, as it is kept. What is found may be done by another process meanwhile; the acts look again under lock. */
export function dueAgreements({ read, transaction, clock }: Database, parts: StoreParts): DueAgreements {
  const { terms } = parts;
  return {
    requests: () =>
      read(async (manager) => {
        const query = manager.createQueryBuilder(requests, 'r').select('r.id', 'id').where("r.state = 'WAITING'");
        const due = new Brackets((any) => {
          any.where('r.expiresAt <= :now', { now: clock() });
          for (const [index, days] of terms.remindAfterDays.entries())
            any.orWhere(`(r.reminders = :reminded${index} AND r.requestedAt <= :since${index})`, {
              [`reminded${index}`]: index,
              [`since${index}`]: clock() - days * DAY,
            });
        });
        return inPages(await query.andWhere(due).orderBy('r.id').getRawMany<{ id: string }>());
      }),
    accesses: () =>
      read(async (manager) => {
        const now = clock();
        const query = manager.createQueryBuilder(accesses, 'a').select('a.id', 'id').where("a.state IN ('ACTIVE', 'SUSPENDED')");
        const due = new Brackets((any) =>
          any
            .where('a.endsOn <= :today', { today: dayOf(now) })
            // Not being confirmed weighs more than not being used.
            .orWhere("(a.confirmBy < :today AND (a.state = 'ACTIVE' OR a.suspensionReason = 'UNUSED'))")
            .orWhere("(a.state = 'ACTIVE' AND a.unusedSince < :unusedSince)", { unusedSince: now - terms.unusedAfterDays * DAY })
            .orWhere('(a.confirmBy <= :asksFrom AND (a.askedToConfirm IS NULL OR a.askedToConfirm <> a.confirmBy))', {
              asksFrom: dayOf(now + terms.askToConfirmDaysBefore * DAY),
            }),
        );
        return inPages(await query.andWhere(due).orderBy('a.id').getRawMany<{ id: string }>());
      }),
    archived: () =>
      read(async (manager) => {
        const latest = clock() - terms.archiveKeptDays * DAY;
        const found = manager.createQueryBuilder(systems, 's').where("s.state = 'ARCHIVED' AND s.archivedAt < :latest", { latest });
        const live = 'EXISTS (SELECT 1 FROM live_agreement place WHERE place.system = s.id)';
        return (await found.andWhere(live).orderBy('s.id').getMany()).map(({ id }) => id);
      }),
    within: async (work) => {
      await transaction((within) => work(agreementsIn(within, parts)));
    },
  };
}

function inPages(rows: readonly { readonly id: string }[]): string[][] {
  const ids = rows.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, page) => ids.slice(page * AT_ONCE, (page + 1) * AT_ONCE));
}
