import { afterAll, describe, expect, test } from '@jest/globals';
import type { Database } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { followerStates } from '#shared/follow.ts';
import { verifyOneLog } from '../../../operations/verify-one-log.ts';
import { submitImport } from '../../../subgraphs/identities/actions/importing/submit-import.ts';
import { keepToPolicy } from '../../../subgraphs/identities/actions/retention/keep-to-policy.ts';
import { importStoreIn } from '../../../subgraphs/identities/database/importing/import-store.ts';
import { ties } from '../../../subgraphs/identities/database/people/people-tables.ts';
import { readingsOf } from '../../../subgraphs/identities/database/reading/readings.ts';
import { archiveIn } from '../../../subgraphs/identities/database/retention/archive.ts';
import { drawUniId, newId } from '../../../subgraphs/identities/outside/random-ids.ts';
import { vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines } from '../../support/databases.ts';
import { child, contact, numberOf, placement, vaultKeys } from '../support/neighbourhood.ts';
import { prepare } from '../support/store.ts';

const DAY = 24 * 60 * 60 * 1000;
const cipher = vaultCipher(vaultKeys);
const never = () => false;

describe.each(engines)('years go by on $engine', (engine) => {
  const opened: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    for (const { stop } of opened) await stop();
  });

  /** A store whose clock is set by days. */
  const begin = async (...daycares: string[]) => {
    const start = Date.now();
    const time = { now: start };
    const place = await engine.place();
    const database = await openDatabase({ url: place.url, clock: () => time.now, ...storage });
    opened.push({
      stop: async () => {
        await database.close();
        await place.remove();
      },
    });
    await prepare(database, ...daycares);
    const send = async (daycare: string, source: string, ...persons: object[]) => {
      await database.transaction(({ manager }) =>
        manager
          .createQueryBuilder()
          .update(followerStates)
          .set({ validUntil: time.now + 10_000 })
          .execute(),
      );
      const document = { daycare, source, sourceDateTime: time.now, persons: [...persons] };
      const { result } = await database.transaction((transaction) =>
        submitImport(importStoreIn(transaction, { cipher, drawUniId, newId }), placement, document),
      );
      return result.run;
    };
    const events = async (kind: string) =>
      (await database.read((manager) => manager.query('SELECT subject FROM event_log WHERE kind = ?', [kind]))).length;
    return {
      database,
      place,
      send,
      events,
      after: (days: number) => {
        time.now = start + days * DAY;
      },
      freeze: (source: string) => database.transaction(({ manager }) => manager.update(ties, { source }, { frozenSince: time.now })),
      keep: (stopped = never) => keepToPolicy(archiveIn(database), stopped),
    };
  };
  const present = async (database: Database) =>
    (await database.read((manager) => manager.createQueryBuilder(ties, 't').where('t.to IS NULL').orderBy('t.source').getMany())).map(
      ({ source, localPersonId }) => `${source} ${localPersonId}`,
    );
  /** Every word that the store holds, but for its log's own. */
  const allWords = async (database: Database) =>
    JSON.stringify(
      await database.read(async (manager) => {
        const rows: unknown[] = [];
        for (const { tableName } of manager.connection.entityMetadatas) rows.push(await manager.query(`SELECT * FROM \`${tableName}\``));
        return rows;
      }),
    );

  test('of two sources one stops sending: it is warned of once after eleven months, and after twelve only its persons end (I42, I44, hard case 9)', async () => {
    const life = await begin('G10001');
    const goesOn = [child({ id: 'K', number: numberOf(1) })];
    await life.send('G10001', 'Goes on', ...goesOn);
    await life.send('G10001', 'Stops', child({ id: 'S', number: numberOf(2) }, { contacts: [contact({ id: 'M', number: numberOf(3) })] }));
    for (let month = 1; month <= 11; month++) {
      life.after(month * 30);
      await life.keep();
      await life.send('G10001', 'Goes on', ...goesOn);
    }
    expect(await life.events('SourceGoingStale')).toBe(0);
    life.after(336);
    await Promise.all([life.keep(), life.keep()]);
    await life.keep();
    expect([await life.events('SourceGoingStale'), await life.events('AffiliationEnded')]).toEqual([1, 0]);
    life.after(366);
    await Promise.all([life.keep(), life.keep()]);
    expect(await present(life.database)).toEqual(['Goes on K']);
    expect(await life.events('AffiliationEnded')).toBe(2);
    expect((await life.send('G10001', 'Stops', child({ id: 'S', number: numberOf(2) }))).begun).toBe(1);
  });

  test('ties that stay frozen end after thirty days; those that thaw do not (Q5)', async () => {
    const life = await begin('G10001');
    for (const source of ['A', 'B']) await life.send('G10001', source, child({ id: source, number: numberOf(source.charCodeAt(0)) }));
    await life.freeze('A');
    await life.freeze('B');
    life.after(20);
    await life.send('G10001', 'B', child({ id: 'B', number: numberOf('B'.charCodeAt(0)) }));
    life.after(31);
    await life.keep();
    expect(await present(life.database)).toEqual(['B B']);
  });

  test('who had no tie for two years is erased, the log still verifies, and whoever comes back is the same person (I26, I46)', async () => {
    const life = await begin('G10001', 'G10002');
    const facts = {
      birthDate: '2020-02-03',
      email: 'kira@example.dk',
      address: { street: 'Sporvej 7', postalCode: '8000', town: 'Aarhus C' },
    };
    const mother = contact({ id: 'MOR-9', first: 'Moderlig', number: numberOf(5) });
    await life.send('G10001', 'S', child({ id: 'BARN-9', first: 'Kira', number: numberOf(4), more: facts }, { contacts: [mother] }));
    const [{ uniId } = { uniId: '' }] = await life.database.read((manager) =>
      manager.createQueryBuilder(ties, 't').where("t.role = 'CHILD'").getMany(),
    );
    life.after(10);
    await life.send('G10001', 'S');
    life.after(10 + 729);
    await life.keep();
    expect(await allWords(life.database)).toContain('Kira');
    life.after(10 + 731);
    await Promise.all([life.keep(), life.keep()]);
    const words = await allWords(life.database);
    for (const said of ['Kira', 'Moderlig', 'kira@example.dk', 'Sporvej', 'BARN-9', 'MOR-9', '2020-02-03', numberOf(4)])
      expect(words).not.toContain(said);
    expect(words).toContain(uniId);
    expect([await life.events('AffiliationErased'), await life.events('PersonErased')]).toEqual([2, 2]);
    const verdict = await verifyOneLog({ subgraph: 'identities', url: life.place.url }, { folder: '/nowhere', trusted: { keys: [] } });
    expect([verdict.found, verdict.events > 0, verdict.erased > 0]).toEqual([undefined, true, true]);
    expect((await life.send('G10002', 'School', child({ id: 'elev', first: 'Kira', number: numberOf(4) }))).begun).toBe(1);
    const [back] = await life.database.read((manager) => manager.createQueryBuilder(ties, 't').where("t.daycare = 'G10002'").getMany());
    expect(back?.uniId).toBe(uniId);
    expect((await readingsOf(life.database, cipher).numbersOf([uniId])).get(uniId)).toBe(numberOf(4));
    expect((await life.send('G10002', 'School', child({ id: 'elev', first: 'Kira', number: numberOf(4) }))).refused).toBe(0);
  });

  test('whoever is stopped at any moment leaves what the next one finishes, and everything is done once', async () => {
    const life = await begin('G10001', 'G10002', 'G10003');
    for (const [index, daycare] of ['G10001', 'G10002', 'G10003'].entries())
      await life.send(daycare, 'S', child({ id: `K${index}`, number: numberOf(20 + index) }));
    life.after(400);
    for (let asked = 0; asked < 12; asked++) {
      let left = asked;
      await life.keep(() => left-- <= 0);
    }
    await life.keep();
    expect([await present(life.database), await life.events('AffiliationEnded'), await life.events('SourceGoingStale')]).toEqual([
      [],
      3,
      3,
    ]);
    life.after(400 + 731);
    for (let asked = 0; asked < 8; asked++) {
      let left = asked;
      await life.keep(() => left-- <= 0);
    }
    expect(await life.events('PersonErased')).toBe(3);
  });
});
