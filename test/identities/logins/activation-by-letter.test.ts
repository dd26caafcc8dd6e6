import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compactDecrypt } from 'jose';
import type { Actor } from '#shared/actor.ts';
import { letterFolder, letterSeal } from '../../../subgraphs/identities/outside/letter-folder.ts';
import { engines } from '../../support/databases.ts';
import { eventually } from '../../support/installation.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { activate, activated, citizen, codes, uniIdOf } from '../support/citizens.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from '../support/neighbourhood.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const colleague = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }], { id: 'colleague' });
const stranger = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
const issue =
  'mutation($id: ID!, $daycare: InstitutionNumber!) { issueActivation(uniId: $id, daycare: $daycare) { uniId expiresAt deliveredTo needsSecondPerson } }';
const confirm = 'mutation($id: ID!) { confirmActivation(uniId: $id) { uniId expiresAt deliveredTo needsSecondPerson } }';
const DAY = 86_400_000;
const home = (street: string) => ({ address: { street, postalCode: '8000', town: 'Aarhus C', countryCode: 'DK' } });
const weak = (subject: string) => citizen(subject, { assurance: 'LOW' });

describe.each(engines)('an identity is taken into use by letter, on $engine', (engine) => {
  let town: Neighbourhood;
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-letters-'));
  const opened = new Set<string>();
  const open = async (file: string) =>
    JSON.parse(new TextDecoder().decode((await compactDecrypt(readFileSync(join(folder, file), 'utf8'), privateKey)).plaintext));
  const nextLetter = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const fresh = readdirSync(folder).filter((file) => file.endsWith('.jwe') && !opened.has(file));
      if (fresh[0]) {
        opened.add(fresh[0]);
        return open(fresh[0]);
      }
      await pause(25);
    }
    throw new Error('No letter came.');
  };
  const idOf = (first: string) => uniIdOf(town, responsible, 'G10001', first);
  const issued = (actor: Actor, id: string, daycare = 'G10001') => town.ask(actor, issue, { id, daycare });
  const confirmed = (actor: Actor, id: string) => town.ask(actor, confirm, { id });
  const letterFor = async (id: string) => {
    expect((await issued(responsible, id)).errors).toBeUndefined();
    expect((await confirmed(colleague, id)).errors).toBeUndefined();
    return nextLetter();
  };

  beforeAll(async () => {
    town = await startNeighbourhood(engine, { letters: { seal: letterSeal(publicPem), tray: letterFolder(folder), lookEvery: 20 } });
    for (const daycare of ['G10001', 'G10002']) await town.daycare(daycare);
    await town.sends('S1', 'G10001', 'G10002');
    const who = (nth: number) => ({ id: `E${nth}`, first: `Ea ${nth}`, number: numberOf(20 + nth), more: home(`Vej ${nth}`) });
    const persons = [
      child(
        { id: 'K1', first: 'Karl', number: numberOf(1), more: home('Vej 1') },
        {
          contacts: [
            contact({
              id: 'C1',
              first: 'Mor',
              number: numberOf(2),
              more: { ...home('Skjult 7'), protected: true, aliasFirstName: 'Alva', aliasFamilyName: 'Alias' },
            }),
          ],
        },
      ),
      employee({ id: 'X', first: 'Hjemløs', number: numberOf(3) }),
      ...Array.from({ length: 10 }, (_, nth) => employee(who(nth))),
    ];
    expect((await town.ask(placement, submit, { input: documentOf('G10001', persons) })).data.submitImport.counts.refused).toBe(0);
  });
  afterAll(async () => {
    await town.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one issues, a second confirms, the person gets the code by sealed letter and nobody else at all (P13, I32)', async () => {
    const id = await idOf('Ea 0');
    const first = (await issued(responsible, id)).data.issueActivation;
    expect(first).toEqual({
      uniId: id,
      needsSecondPerson: true,
      expiresAt: expect.any(String),
      deliveredTo: 'Letter to the home address that G10001 has told',
    });
    expect(codes((await confirmed(responsible, id)).errors)).toEqual(['NOT_PERMITTED']); // never the same person
    const second = await confirmed(colleague, id);
    expect(second.data.confirmActivation).toMatchObject({ needsSecondPerson: false });
    expect(codes((await confirmed(colleague, id)).errors)).toEqual(['STATE_CONFLICT']);
    const letter = await nextLetter();
    expect(letter).toMatchObject({
      to: 'Ea 0 Testsen',
      address: { street: 'Vej 0' },
      code: expect.stringMatching(/^([2-9A-HJKMNP-Z]{5}-){3}[2-9A-HJKMNP-Z]{5}$/),
    });
    const login = await activated(town, weak('ea0'), { code: ` ${letter.code.toLowerCase()} ` });
    expect(login).toMatchObject({ uniId: id, state: 'ACTIVATED', username: expect.any(String) });
    expect(await activated(town, weak('ea0'), { code: letter.code })).toEqual(login); // the same again
    expect(await activated(town, weak('thief'), { code: letter.code })).toBe('NOT_FOUND'); // replayed by somebody else
    const rows = JSON.stringify(
      await rowsIn(
        town.place.url,
        'SELECT * FROM event_log',
        'SELECT * FROM event_facts',
        'SELECT * FROM activation',
        'SELECT * FROM code_guess',
        'SELECT * FROM read_log',
      ),
    );
    const code = letter.code.replaceAll('-', '');
    for (const secret of [letter.code, code, code.slice(8), 'Vej 0']) {
      expect(rows).not.toContain(secret);
      expect(JSON.stringify([first, second, town.kept])).not.toContain(secret);
    }
  });

  test('a protected person is written to under the real name and address, which only the print service opens', async () => {
    const letter = await letterFor(await idOf('Alva'));
    expect(letter).toMatchObject({ to: 'Mor Testsen', address: { street: 'Skjult 7' } });
    for (const file of opened) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/Skjult|Testsen/);
    await eventually(
      () => rowsIn(town.place.url, 'SELECT * FROM activation_letter'),
      ([waiting]) => waiting?.length === 0,
    );
  });

  test('a new issue makes the old code worth nothing, before it is confirmed, too', async () => {
    const id = await idOf('Ea 1');
    const old = await letterFor(id);
    await issued(responsible, id);
    expect(await activated(town, weak('ea1'), { code: old.code })).toBe('NOT_FOUND');
    await confirmed(colleague, id);
    expect(await activated(town, weak('ea1'), { code: old.code })).toBe('NOT_FOUND');
    expect(await activated(town, weak('ea1'), { code: (await nextLetter()).code })).toMatchObject({ uniId: id });
  });

  test('a code has five tries, however many guess at once, and then the right one is worth nothing', async () => {
    const id = await idOf('Ea 2');
    const { code } = await letterFor(id);
    const wrong = `${code.slice(0, 11)}22222-22222`;
    const guesses = await Promise.all(Array.from({ length: 16 }, (_, nth) => activated(town, weak(`guesser-${nth}`), { code: wrong })));
    expect(new Set(guesses)).toEqual(new Set(['NOT_FOUND']));
    expect((await rowsIn(town.place.url, `SELECT tries FROM activation WHERE uniId = '${id}'`))[0]).toEqual([{ tries: 5 }]);
    expect(await activated(town, weak('ea2'), { code })).toBe('NOT_FOUND');
  });

  test('of sixteen who send the right code at once, one gets in', async () => {
    const id = await idOf('Ea 3');
    const { code } = await letterFor(id);
    const told = await Promise.all(Array.from({ length: 16 }, (_, nth) => activated(town, weak(`racer-${nth}`), { code })));
    expect(told.filter((each) => each.uniId === id)).toHaveLength(1);
    expect(told.filter((each) => each === 'NOT_FOUND')).toHaveLength(15);
    expect((await rowsIn(town.place.url, `SELECT subject FROM citizen_link WHERE uniId = '${id}'`))[0]).toHaveLength(1);
  });

  test('of sixteen issues and confirmations at once, one code comes of it, and it is good', async () => {
    const id = await idOf('Ea 4');
    await Promise.all(Array.from({ length: 16 }, () => issued(responsible, id)));
    const told = await Promise.all(Array.from({ length: 16 }, (_, nth) => confirmed({ ...colleague, id: `colleague-${nth}` }, id)));
    expect(told.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(told.flatMap(({ errors }) => codes(errors))).toEqual(Array.from({ length: 15 }, () => 'STATE_CONFLICT'));
    expect(await activated(town, weak('ea4'), { code: (await nextLetter()).code })).toMatchObject({ uniId: id });
  });

  test('a login that guesses is stopped after ten codes an hour, whatever it sends, with the right one as well', async () => {
    const id = await idOf('Ea 5');
    const { code } = await letterFor(id);
    const sent = ['', 'x', 'ABCDE-FGHJK-MNPQR-STUVW', ...Array.from({ length: 7 }, (_, nth) => `2345${nth + 2}-FGHJK-MNPQR-STUVW`)];
    for (const guess of sent) expect(await activated(town, weak('eager'), { code: guess })).toBe('NOT_FOUND');
    const { errors } = await town.ask(weak('eager'), activate, { code });
    expect(errors?.[0].extensions).toMatchObject({ code: 'RATE_LIMITED', facts: [{ name: 'retryAfterSeconds', value: '3600' }] });
    expect(await activated(town, weak('ea5'), { code })).toMatchObject({ uniId: id }); // another's guessing costs its person nothing
  });

  test('no code helps a login that vouches for a number, or a system; every bad code is answered alike', async () => {
    const { code } = await letterFor(await idOf('Ea 6'));
    expect(await activated(town, citizen('ea6', { number: numberOf(26) }), { code })).toBe('INVALID_INPUT');
    expect(await activated(town, placement, { code })).toBe('NOT_PERMITTED');
    expect(await activated(town, weak('ea0'), { code })).toMatchObject({ uniId: await idOf('Ea 0') }); // who is somebody already stays so
    const answers = await Promise.all(
      [code.replace(/.$/, (last: string) => (last === '2' ? '3' : '2')), 'ABCDE-FGHJK-MNPQR-STUVW', '', '7101201234'].map((each, nth) =>
        town.ask(weak(`alike-${nth}`), activate, { code: each }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(JSON.stringify(answers)).not.toContain('7101201234');
  });

  test('a code is of no use once its person came by e-ID, nor while the identity is blocked', async () => {
    const id = await idOf('Ea 6');
    expect(await activated(town, citizen('ea6', { number: numberOf(26) }))).toMatchObject({ uniId: id });
    expect(codes((await issued(responsible, id)).errors)).toEqual(['STATE_CONFLICT']);
    const blockedId = await idOf('Ea 7');
    const { code } = await letterFor(blockedId);
    await town.ask(responsible, 'mutation($id: ID!) { setIdentityBlocked(uniId: $id, blocked: true, reason: "Lost") { state } }', {
      id: blockedId,
    });
    expect(await activated(town, weak('ea7'), { code })).toBe('NOT_FOUND');
    expect(codes((await issued(responsible, blockedId)).errors)).toEqual(['STATE_CONFLICT']);
  });

  test('who may not read the persons there, or knows nobody there, issues and confirms nothing, and learns nothing', async () => {
    const id = await idOf('Ea 8');
    await issued(responsible, id);
    for (const ask of [issued, confirmed]) {
      expect(await ask(stranger, id)).toEqual(await ask(stranger, 'NOBODYATAL'));
      expect(codes((await ask(stranger, id)).errors)).toEqual(['NOT_FOUND']);
      for (const actor of [
        platform,
        citizen('mor'),
        actorWith([{ role: 'AGENCY' }]),
        actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]),
      ])
        expect(codes((await ask(actor, id)).errors)).toEqual(['NOT_PERMITTED']);
      expect(codes((await ask({ ...colleague, assurance: 'LOW' }, id)).errors)).toEqual(['ASSURANCE_TOO_LOW']);
    }
    expect(codes((await issued(responsible, id, 'G10002')).errors)).toEqual(['NOT_FOUND']); // no tie there
    const herself = { ...colleague, login: citizen('x', { number: numberOf(28) }).login! };
    expect(codes((await confirmed(herself, id)).errors)).toEqual(['NOT_PERMITTED']); // nobody vouches for oneself
    expect((await confirmed(colleague, id)).errors).toBeUndefined();
    await nextLetter();
  });

  test('a child has no login, and without a home address no letter goes anywhere (I34)', async () => {
    expect((await issued(responsible, await idOf('Karl'))).errors?.[0].extensions).toMatchObject({ code: 'STATE_CONFLICT', rule: 'I34' });
    expect((await issued(responsible, await idOf('Hjemløs'))).errors?.[0].extensions).toMatchObject({
      code: 'STATE_CONFLICT',
      rule: 'P13',
    });
  });

  test('a code is good for seven days, and an issue waits seven for its second person', async () => {
    const id = await idOf('Ea 9');
    const { code, validUntil } = await letterFor(id);
    expect(Math.abs(Date.parse(validUntil) - town.clock.ahead - Date.now() - 7 * DAY)).toBeLessThan(60_000);
    town.clock.ahead = 7 * DAY + 1000;
    expect(await activated(town, weak('ea9'), { code })).toBe('NOT_FOUND');
    town.clock.ahead = 0;
    expect(await activated(town, weak('ea9'), { code })).toMatchObject({ uniId: id });
  });
});

test('letters are sealed with a real key of the print service, and never with a private one', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  for (const pem of [privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), short])
    expect(() => letterSeal(pem)).toThrow('public RSA key');
});
