import type { EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { OwnReader, ToldRead } from '../../domain/logins/own-reader.ts';
import { CITIZEN } from '../../domain/logins/own-scope.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import type { Place } from '../../domain/reading/readings.ts';
import { knownAccesses, knownDaycares } from '../copies/copy-tables.ts';
import { persons, ties } from '../people/people-tables.ts';
import { askTogether } from '../reading/ask-together.ts';
import { readLog } from '../reading/read-log-table.ts';
import { byKeys } from '../replace-rows.ts';
import { activatedAt, activatedIn } from './counted-logins.ts';
import { citizenLinks, usernames } from './login-tables.ts';

/** Reads what belongs to a citizen's own record. */
export function ownReader({ read }: Database): OwnReader {
  return {
    personOf: (login) =>
      read(async (manager) => {
        const link = await manager
          .createQueryBuilder(citizenLinks, 'link')
          .where('link.issuer = :issuer AND link.subject = :subject', { ...login })
          .getOne();
        return link
          ? ((await manager
              .createQueryBuilder(persons, 'p')
              .where('p.uniId = :uniId', { ...link })
              .getOne()) ?? undefined)
          : undefined;
      }),
    usernamesOf: (uniIds) =>
      read(async (manager) => {
        const found = await byKeys(uniIds, (keys) =>
          manager.createQueryBuilder(usernames, 'u').where('u.uniId IN (:...keys)', { keys }).getMany(),
        );
        return new Map(found.map(({ uniId, name }) => [uniId, name]));
      }),
    activatedAt: (daycares) => read((manager) => activatedAt(manager, daycares)),
    activatedIn: (codes) => read((manager) => activatedIn(manager, codes)),
    everyTieOf: (uniId) =>
      read((manager) => manager.createQueryBuilder(ties, 't').where('t.uniId = :uniId', { uniId }).orderBy('t.id').getMany()),
    readsOf: (of, place) => read((manager) => readsOf(manager, of, place)),
  };
}

/** Finds the newest rows of each tie in one statement, then reads those on the page. */
async function readsOf(manager: EntityManager, of: readonly Tie[], place: Place): Promise<ToldRead[]> {
  const found = await askTogether(
    manager,
    of.map((tie) => rowsOf(manager, tie, place)),
  );
  const rows = (
    await byKeys([...new Set(found.flat())], (keys) =>
      manager
        .createQueryBuilder(readLog, 'r')
        .where('r.id IN (:...keys)', { keys: keys.map(Number) })
        .getMany(),
    )
  )
    .sort((one, other) => other.at - one.at || Number(other.id) - Number(one.id))
    .slice(0, place.limit);
  const accesses = await byKeys(
    rows.flatMap(({ accesses: [first] }) => (first ? [first] : [])),
    (keys) => manager.createQueryBuilder(knownAccesses, 'a').where('a.id IN (:...keys)', { keys }).getMany(),
  );
  const daycares = await byKeys(
    rows.map(({ daycare }) => daycare),
    (keys) => manager.createQueryBuilder(knownDaycares, 'd').where('d.number IN (:...keys)', { keys }).getMany(),
  );
  return rows.map((row) => {
    const daycare = daycares.find(({ number }) => number === row.daycare);
    const system = accesses.find(({ id }) => id === row.accesses[0])?.system;
    return { ...row, id: Number(row.id), municipality: daycare?.municipality, daycareName: daycare?.name, system };
  });
}

/** A page of all people shows the ties between its first and last that held then, contacts only under their category; others name theirs. */
const onPage = `r.what = 'people' AND INSTR(r.filter, '"ties":') = 0 AND r.first <= :id AND r.last >= :id AND r.at < :to
  AND (INSTR(r.filter, '"role":[') = 0 OR INSTR(r.filter, :inRole) > 0)
  AND (:role <> 'CONTACT' OR INSTR(r.categories, '"CONTACT_PERSONS"') > 0)`;

const FOREVER = Number.MAX_SAFE_INTEGER;

function rowsOf(manager: EntityManager, { id, daycare, from, to, role }: Tie, { after, limit }: Place) {
  const told = { id, daycare, from, to: to ?? FOREVER, role, inRole: `"${role}"`, named: `"${id}"`, citizen: CITIZEN };
  const query = manager
    .createQueryBuilder(readLog, 'r')
    .select('r.id', 'answer')
    .where("r.daycare = :daycare AND r.at >= :from AND r.standing <> :citizen AND r.what <> 'dry run'", told)
    .andWhere(`(INSTR(r.filter, :named) > 0 OR (${onPage}))`, told);
  if (after) query.andWhere('r.at <= :afterAt AND (r.at < :afterAt OR r.id < :afterId)', { afterAt: after[0], afterId: after[1] });
  return query.orderBy('r.at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit);
}
