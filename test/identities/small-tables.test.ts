import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { consequenceOf } from '../../subgraphs/identities/domain/following/access-consequences.ts';
import { changedFields, searchNameOf, type TieFacts } from '../../subgraphs/identities/domain/people/affiliation.ts';
import { personAfter } from '../../subgraphs/identities/domain/people/person.ts';
import { nameFrom, nameOf, unlessProtected } from '../../subgraphs/identities/domain/people/shown-affiliation.ts';
import type { DataCategory } from '../../subgraphs/identities/domain/category.ts';
import { freshnessOf } from '../../subgraphs/identities/domain/reading/freshness.ts';
import { knownDaycareFrom } from '../../subgraphs/identities/following/institutions.ts';
import { toldAccess } from '../../subgraphs/identities/following/agreements.ts';
import { drawUniId, newId } from '../../subgraphs/identities/outside/random-ids.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { keptVaultKeys, readVaultKeys } from '../../subgraphs/identities/outside/vault-keys-file.ts';
import { accessChange, daycareChange, numberOf, vaultKeys } from './support/neighbourhood.ts';

const facts: TieFacts = {
  localPersonId: 'L',
  firstName: 'Real',
  familyName: 'Name',
  aliasFirstName: null,
  aliasFamilyName: null,
  isProtected: false,
  birthDate: null,
  gender: null,
  email: null,
  phones: [],
  address: null,
  nationalNumberKind: 'UNKNOWN',
  positions: [],
  mainGroup: null,
  groupIds: [],
  shortName: null,
  occupation: null,
  level: null,
};

describe('what an access means for what was sent by it', () => {
  // biome-ignore format: a table
  test.each([
    ['ACTIVE', 'none'], ['SUSPENDED', 'none'], ['REVOKED', 'freeze ties'], ['ENDED', 'freeze ties'], ['LAPSED', 'freeze ties'], ['CLOSED_BY_AGENCY', 'freeze ties'],
  ] as const)('to send, %s: %s (Q5); to fetch, nothing', (state, consequence) => {
    expect([consequenceOf.SEND[state], consequenceOf.FETCH[state]]).toEqual([consequence, 'none']);
  });
});

describe('how fresh a source is', () => {
  const hours = (count: number) => count * 3_600_000;
  test.each([
    [null, 'NEVER'],
    [hours(0), 'FRESH'],
    [hours(36) - 1, 'FRESH'],
    [hours(36), 'LATE'],
    [hours(168) - 1, 'LATE'],
    [hours(168), 'STALE'],
  ] as const)('%s ms after the last document: %s', (age, freshness) => {
    expect(freshnessOf(age === null ? null : 10_000_000_000 - age, 10_000_000_000)).toBe(freshness);
  });
});

describe('what the neighbours tell', () => {
  test('a location is known with its unit and cluster; a cluster takes no users', () => {
    const { daycare } = daycareChange('G2', { level: 'LOCATION', unit: { number: 'G1', institution: { number: 'G0' } } });
    const { institution: _, ...location } = daycare;
    expect(knownDaycareFrom(location)).toMatchObject({
      number: 'G2',
      municipality: '0751',
      unit: 'G1',
      institution: 'G0',
      acceptsUsers: true,
    });
    expect(
      knownDaycareFrom({
        number: 'G0',
        level: 'INSTITUTION',
        name: 'x',
        status: 'ACTIVE',
        municipality: { code: '0751' },
        ownership: 'PRIVATE',
      }),
    ).toMatchObject({ type: null, acceptsUsers: false });
  });

  test('a request without an access decides nothing here', () => {
    const change = accessChange({ system: 'S1', daycare: 'G1', service: 'ws17-small', at: 5000 });
    expect(toldAccess({ ...change, accessId: null, state: null })).toEqual([]);
    expect(toldAccess(change)).toMatchObject([{ id: 'A-S1-ws17-small-G1', direction: 'FETCH', at: 5000 }]);
  });
});

describe('what changed of a tie', () => {
  test("is told by the schema's names; a real name is a name only of who is not protected", () => {
    const hidden = { ...facts, isProtected: true, aliasFirstName: 'Anna' };
    expect(changedFields(facts, { ...facts, firstName: 'Other', groupIds: ['A'] })).toEqual(['realName', 'groups', 'name']);
    expect(changedFields(hidden, { ...hidden, firstName: 'Other' })).toEqual(['realName']);
    expect(changedFields(facts, hidden)).toEqual(['name', 'isProtected']);
    expect(changedFields(facts, { ...facts })).toEqual([]);
  });

  test('the protected are found by their alias only', () => {
    expect([searchNameOf(facts), searchNameOf({ ...facts, isProtected: true, aliasFirstName: 'Anna' })]).toEqual(['real name', 'anna']);
  });

  test('protection goes only where no present tie elsewhere still says it, and never shows a name on the way', () => {
    const before = {
      uniId: 'U',
      state: 'IMPORTED',
      isProtected: true,
      firstName: 'Anna',
      familyName: 'Alias',
      validFrom: 1,
      recordedAt: 1,
    } as const;
    expect(personAfter(before, facts, true, 2)).toBe(before);
    expect(personAfter(before, facts, false, 2)).toMatchObject({ isProtected: false, firstName: 'Real' });
    expect(personAfter(before, { ...facts, isProtected: true }, false, 2)).toBe(before);
    expect(personAfter({ ...before, isProtected: false, firstName: 'Real' }, { ...facts, isProtected: true }, false, 2)).toMatchObject({
      isProtected: true,
      firstName: 'Navnebeskyttet',
    });
  });
});

describe('how a protected person is shown', () => {
  const person = {
    uniId: 'U',
    state: 'IMPORTED',
    isProtected: false,
    firstName: 'Real',
    familyName: 'Name',
    validFrom: 1,
    recordedAt: 1,
  } as const;
  const place = {
    daycare: 'G1',
    system: 'S',
    source: 'S',
    role: 'EMPLOYEE',
    from: 1,
    to: null,
    frozenSince: null,
    searchName: '',
  } as const;
  const tie = { ...facts, ...place, id: 'T', uniId: 'U', validFrom: 1, recordedAt: 1, person, categories: new Set<DataCategory>() };
  const nobody = { first: 'Navnebeskyttet', family: 'person' };

  test('whoever the person or the very tie says is protected, whichever of the two does not know', () => {
    expect([nameOf(tie), unlessProtected(tie, 1)]).toEqual([{ first: 'Real', family: 'Name' }, 1]);
    for (const hidden of [
      { ...tie, isProtected: true },
      { ...tie, person: { ...person, isProtected: true } },
    ]) {
      expect([nameOf(hidden), unlessProtected(hidden, 1), nameFrom([tie, hidden])]).toEqual([nobody, null, nobody]);
      expect(nameOf({ ...hidden, aliasFirstName: 'Anna' }).first).toBe('Anna');
      expect(unlessProtected({ ...hidden, categories: new Set<DataCategory>(['PROTECTED_NAME']) }, 1)).toBe(1);
    }
  });
});

describe('the vault', () => {
  const cipher = vaultCipher(vaultKeys);

  test('a sealed number opens for its own person only, and is never sealed alike twice', () => {
    const sealed = cipher.seal('ABCDEFGHJK', numberOf(1));
    expect(cipher.open('ABCDEFGHJK', sealed)).toBe(numberOf(1));
    expect(() => cipher.open('ABCDEFGHJM', sealed)).toThrow();
    expect(cipher.seal('ABCDEFGHJK', numberOf(1)).value).not.toBe(sealed.value);
  });

  test('numbers and documents hash apart, under each version of the key, the present one first', () => {
    const both = vaultCipher({ current: 2, versions: { ...vaultKeys.versions, 2: { cipher: randomBytes(32), hash: randomBytes(32) } } });
    expect(both.hashes('x').map(({ keyVersion }) => keyVersion)).toEqual([2, 1]);
    expect(both.hashes('x')[1]).toEqual(cipher.hashes('x')[0]);
    expect(cipher.hashes('x')[0]?.hash).not.toBe(cipher.digests('x')[0]?.hash);
    expect(() => vaultCipher({ current: 3, versions: {} })).toThrow('Version 3');
  });

  test('keys are made once, for this user only; what is no key is refused without being repeated', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-'));
    const path = join(folder, 'keys.json');
    expect(() => keptVaultKeys(path, false)).toThrow();
    expect(keptVaultKeys(path, true)).toEqual(keptVaultKeys(path, true));
    expect(statSync(path).mode & 0o077).toBe(0);
    for (const wrong of ['secret', '{"current":1}', '{"current":1,"versions":{"1":{"cipher":"secret","hash":"secret"}}}'])
      expect(() => readVaultKeys(wrong)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret') }));
    rmSync(folder, { recursive: true });
  });
});

test('a UniID is ten characters that nobody takes for one another, and ids sort by when they were made', () => {
  expect(Array.from({ length: 200 }, drawUniId).every((id) => /^[2-9A-HJKMNP-Z]{10}$/.test(id))).toBe(true);
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
