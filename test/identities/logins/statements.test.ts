import { describe, expect, test } from '@jest/globals';
import { insertRows } from '#shared/database.ts';
import { readLoginUsers } from '../../../subgraphs/identities/actions/logins/read-login-users.ts';
import { readOwnScope } from '../../../subgraphs/identities/actions/logins/read-own-scope.ts';
import { copiesIn } from '../../../subgraphs/identities/database/copies/copies.ts';
import { citizenLinks } from '../../../subgraphs/identities/database/logins/login-tables.ts';
import { loginUsersIn } from '../../../subgraphs/identities/database/logins/login-users.ts';
import { ownReader } from '../../../subgraphs/identities/database/logins/own-reader.ts';
import { persons } from '../../../subgraphs/identities/database/people/people-tables.ts';
import { readLog } from '../../../subgraphs/identities/database/reading/read-log-table.ts';
import { readingsOf } from '../../../subgraphs/identities/database/reading/readings.ts';
import { hearOfAccesses } from '../../../subgraphs/identities/following/agreements.ts';
import { vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines, freshStores } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { citizen, ISSUER } from '../support/citizens.ts';
import { accessChange, child, contact, documentOf, numberOf, vaultKeys } from '../support/neighbourhood.ts';
import { prepare, statementsOf, submitTo } from '../support/store.ts';

const provider = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S9' }]);
const number = (nth: number) => `G${10001 + nth}`;

describe.each(engines)("how many statements one's own record and a page of users cost, on $engine", (engine) => {
  const open = freshStores();

  test('as many for a mother of two at two daycares as for one of nine at nine, and for two users as for nine', async () => {
    const database = await open(engine, storage);
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const own = ownReader(database);
    const stores = { readings, users: loginUsersIn(database), usernames: own.usernamesOf };
    await prepare(database, ...Array.from({ length: 9 }, (_, nth) => number(nth)));
    const born = async (from: number, to: number) => {
      for (let nth = from; nth < to; nth++) {
        const family = child(
          { id: `K${nth}`, number: numberOf(10 + nth) },
          { contacts: [contact({ id: 'M', first: 'Mor', number: numberOf(1) }), contact({ id: 'F', number: numberOf(40 + nth) })] },
        );
        const document = documentOf(number(nth), [family]);
        const { run } = await submitTo(database, { ...document, sourceDateTime: Date.parse(document.sourceDateTime) } as any);
        expect(run.state).toBe('APPLIED');
        await database.transaction((transaction) =>
          hearOfAccesses(copiesIn(transaction), [
            { ...accessChange({ system: 'S9', daycare: number(nth), service: 'ws17-full' }), service: 'scim-users' },
          ]),
        );
      }
    };
    const mother = citizen('mor', { number: numberOf(1) });
    const counted = async () => {
      const of = async (work: () => Promise<unknown>) =>
        (await statementsOf(database, work)).filter((sql) => !/^(BEGIN|COMMIT|START|SET)/i.test(sql)).length;
      const scope = await readOwnScope(readings, own, mother);
      const ties = [...(scope ? await own.everyTieOf(scope.person.uniId) : []), ...(scope?.children ?? [])];
      const page = async () => expect(await own.readsOf(ties, { after: undefined, limit: 51 })).not.toHaveLength(0);
      const asked = { uniId: null, username: null, after: null, skip: 0, first: 50 };
      const users: number[] = [];
      const scim = async () => {
        const told = await readLoginUsers(stores, provider, asked);
        users.push('users' in told ? told.users.length : -1);
      };
      return {
        children: scope?.children.length,
        statements: [await of(() => readOwnScope(readings, own, mother)), await of(page), await of(scim)],
        users,
      };
    };
    await born(0, 2);
    const { result: mor } = await database.transaction(async (transaction) => {
      const [tie] = await readings.tiesOf(
        (
          await readings.people([
            {
              criteria: {
                daycare: number(0),
                roles: ['CONTACT'],
                group: null,
                text: 'mor',
                asOf: null,
                endedAfter: null,
                categories: new Set(),
              },
              place: { after: undefined, limit: 1 },
            },
          ])
        )
          .flat()
          .map(({ uniId }) => uniId),
        null,
      );
      if (!tie) throw new Error('There is no mother.');
      await insertRows(transaction, citizenLinks, [{ issuer: ISSUER, subject: 'mor', uniId: tie.uniId, at: 1 }]);
      await transaction.manager.update(persons, { uniId: tie.uniId }, { state: 'ACTIVATED' });
      return tie;
    });
    await readings.log([
      {
        reader: 'S2',
        standing: 'supplier system',
        daycare: mor.daycare,
        accesses: ['A1'],
        categories: ['CONTACT_PERSONS'],
        what: 'people',
        filter: '{}',
        first: '0',
        last: 'z',
        shown: 9,
        purpose: 'p',
      },
    ]);
    const few = await counted();
    await born(2, 9);
    const many = await counted();
    expect([few.children, many.children, few.users, many.users]).toEqual([2, 9, [3], [10]]);
    expect(few.statements[0]).toBeLessThan(16);
    expect(many.statements[1]).toBe(few.statements[1]);
    expect(many.statements[1]).toBeLessThan(5);
    expect(many.statements.slice(1)).toEqual(few.statements.slice(1));
    expect((await database.read((manager) => manager.createQueryBuilder(readLog, 'r').getCount())) > 10).toBe(true);
  });
});
