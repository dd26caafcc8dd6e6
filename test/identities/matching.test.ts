import { describe, expect, test } from '@jest/globals';
import { type KnownPersons, matchPersons } from '../../subgraphs/identities/domain/importing/matching.ts';
import { readDocument } from '../../subgraphs/identities/domain/document/read-document.ts';
import { contact, child, employee, numberOf } from './support/neighbourhood.ts';

const nobody: KnownPersons = { byNumber: new Map(), byLocalId: new Map(), byFormerId: new Map(), numbered: new Set() };
const match = (persons: readonly object[], known: Partial<KnownPersons> = {}) =>
  matchPersons(readDocument({ daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [...persons] }).lines, { ...nobody, ...known });
const identities = (persons: readonly object[], known: Partial<KnownPersons> = {}) =>
  match(persons, known).lines.map(({ identity }) => identity);
const [one, two] = [numberOf(1), numberOf(2)];

describe('who somebody in a document is', () => {
  test('by national number first, else by the local id of an existing tie, else by one that ended, else somebody new', () => {
    const known = { byNumber: new Map([[one, 'ONE']]), byLocalId: new Map([['L', 'TWO']]), byFormerId: new Map([['F', 'THREE']]) };
    expect(
      identities([employee({ id: 'a', number: one }), employee({ id: 'L' }), employee({ id: 'F' }), employee({ id: 'N' })], known),
    ).toEqual(['ONE', 'TWO', 'THREE', 'local N']);
    expect(identities([employee({ id: 'F', number: two })], known)).toEqual([`number ${two}`]);
  });

  test('a number that differs from the one that is tied to the local id is refused (I10)', () => {
    const known = { byLocalId: new Map([['L', 'ONE']]), numbered: new Set(['ONE']) };
    expect(match([employee({ id: 'L', number: two })], known)).toMatchObject({
      lines: [],
      notices: [{ code: 'NATIONAL_NUMBER_CHANGED', localPersonId: 'L', field: 'person.nationalNumber' }],
    });
    expect(match([employee({ id: 'L', number: two })], { ...known, byNumber: new Map([[two, 'TWO']]) }).lines).toEqual([]);
  });

  test("a number told of somebody known without one is held back, and the sender cannot tell whether it is somebody else's (I10, I20)", () => {
    const byLocalId = new Map([['L', 'ONE']]);
    const line = [employee({ id: 'L', number: two })];
    const [free, taken] = [match(line, { byLocalId }), match(line, { byLocalId, byNumber: new Map([[two, 'TWO']]) })];
    for (const { lines, newcomers, notices, refused } of [free, taken]) {
      expect([lines[0]?.identity, lines[0]?.told.facts.nationalNumberKind, newcomers, refused]).toEqual(['ONE', 'UNKNOWN', [], []]);
      expect(notices).toEqual([
        { code: 'NATIONAL_NUMBER_UNCONFIRMED', severity: 'WARNING', localPersonId: 'L', field: 'person.nationalNumber' },
      ]);
    }
  });

  test('one new person in several places of a document is one newcomer, protected if any place says so', () => {
    const alias = { protected: true, aliasFirstName: 'Anna' };
    const persons = [
      employee({ id: 'E', number: one }),
      child({ id: 'K' }, { contacts: [contact({ id: 'M', number: one, more: alias }), contact({ id: 'F' }), contact({ id: 'F' })] }),
    ];
    const { newcomers, lines } = match(persons);
    expect(newcomers.map(({ key, told: { isProtected } }) => [key, isProtected])).toEqual([
      [`number ${one}`, true],
      ['local K', false],
      ['local F', false],
    ]);
    expect(lines[1]?.contacts.map(({ identity }) => identity)).toEqual([`number ${one}`, 'local F']);
  });

  test('a number told once with a local id holds for that id elsewhere in the document', () => {
    const persons = [
      child({ id: 'K1' }, { contacts: [contact({ id: 'M', number: one })] }),
      child({ id: 'K2' }, { contacts: [contact({ id: 'M' })] }),
    ];
    expect(match(persons).lines.map(({ contacts }) => contacts[0]?.identity)).toEqual([`number ${one}`, `number ${one}`]);
  });

  test('the same person twice in the same role is told; in two roles it is two ties (hard case 4)', () => {
    const twice = match([employee({ id: 'A', number: one }), employee({ id: 'B', number: one })]);
    expect([twice.lines.length, twice.notices.map(({ code, localPersonId }) => [code, localPersonId])]).toEqual([
      1,
      [['PERSON_TWICE', 'B']],
    ]);
    expect(
      match([
        employee({ id: 'A', number: one }),
        { localPersonId: 'B', person: { firstName: 'A', familyName: 'B', nationalNumber: one }, external: {} },
      ]).lines,
    ).toHaveLength(2);
  });
});
