import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import { loginRoles } from '../../domain/logins/login-user.ts';
import type { LoginUserQuestion, LoginUsers } from '../../domain/logins/login-users.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { knownDaycares } from '../copies/copy-tables.ts';
import { AGREEMENTS, INSTITUTIONS, underLease } from '../copies/gate.ts';
import { ties } from '../people/people-tables.ts';
import { usernames } from './login-tables.ts';

/** Reads whom an identity provider may know; each question is one statement, however many daycares it is over. */
export const loginUsersIn = ({ read, clock }: Database): LoginUsers => ({
  openTo: (systems, service) =>
    read((manager) =>
      underLease(
        manager
          .createQueryBuilder(knownDaycares, 'd')
          .innerJoinAndMapMany(
            'd.accesses',
            'known_access',
            'a',
            "a.daycare = d.number AND a.system IN (:...systems) AND a.service = :service AND a.direction = 'FETCH' AND a.state = 'ACTIVE'",
            { systems: ['', ...systems], service },
          )
          .orderBy('d.number'),
        [INSTITUTIONS, AGREEMENTS],
        clock(),
      ),
    ),
  page: (question, { after, skip, limit }) =>
    read(async (manager) => {
      const query = inOrder(among(manager, question), question)
        .select('t.uniId', 'uniId')
        .groupBy('t.uniId')
        .orderBy('t.uniId')
        .offset(skip)
        .limit(limit);
      if (after !== null) query.andWhere('t.uniId > :after', { after });
      return (await query.getRawMany<{ uniId: string }>()).map(({ uniId }) => uniId);
    }),
  count: (question) =>
    read(async (manager) => {
      const counted = await among(manager, question).select('COUNT(DISTINCT t.uniId)', 'counted').getRawOne<{ counted: unknown }>();
      return Number(counted?.counted ?? 0);
    }),
  named: (username) =>
    read(async (manager) => (await manager.createQueryBuilder(usernames, 'u').where('u.name = :username', { username }).getOne())?.uniId),
});

/** Above so many daycares it is cheaper to go through persons in order, up to the page, than to sort all who are open. */
const MANY_DAYCARES = 100;

// biome-ignore-start lint/correctness/useHookAtTopLevel: it is an index of a table
const inOrder = (query: SelectQueryBuilder<Tie>, { daycares, only }: LoginUserQuestion): SelectQueryBuilder<Tie> =>
  only === null && daycares.withContacts.length + daycares.without.length > MANY_DAYCARES ? query.useIndex('affiliation_person') : query;
// biome-ignore-end lint/correctness/useHookAtTopLevel: it is an index of a table

const NO_DAYCARE = '';

function among(manager: EntityManager, { daycares, only }: LoginUserQuestion): SelectQueryBuilder<Tie> {
  const query = manager
    .createQueryBuilder(ties, 't')
    .where('t.to IS NULL AND t.role IN (:...roles)', { roles: loginRoles })
    .andWhere("(t.daycare IN (:...withContacts) OR (t.daycare IN (:...without) AND t.role <> 'CONTACT'))", {
      withContacts: [NO_DAYCARE, ...daycares.withContacts],
      without: [NO_DAYCARE, ...daycares.without],
    });
  return only === null ? query : query.andWhere('t.uniId = :only', { only });
}
