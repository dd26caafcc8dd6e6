import { describe, expect, test } from '@jest/globals';
import { actorFrom } from '../../../gateway/actor-from-claims.ts';
import { readPrivilegeTable } from '../../../gateway/tokens/privilege-table.ts';
import { privilegesIn } from '../../../gateway/tokens/privileges.ts';

const claim = 'https://data.gov.dk/model/core/eid/privilegesIntermediate';
const cvr = (number: string) => `urn:dk:gov:saml:cvrNumberIdentifier:${number}`;
const unit = (number: string) => `urn:dk:gov:saml:productionUnitIdentifier:${number}`;
const responsible = 'urn:dk:example:dagtilbudsansvarlig';
const staff = 'urn:dk:example:medarbejder';

const table = readPrivilegeTable(
  JSON.stringify({
    claim,
    rows: [
      { scope: cvr('90000751'), privilege: responsible, mandate: { role: 'DAYCARE_RESPONSIBLE', municipality: '0751' } },
      { scope: cvr('90000751'), privilege: staff, mandate: { role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' } },
      { scope: unit('9090043075'), privilege: staff, mandate: { role: 'DAYCARE_EMPLOYEE', daycare: 'G90043' } },
      { scope: unit('9090043075'), privilege: staff, mandate: { role: 'DAYCARE_EMPLOYEE', daycare: 'G90044' } },
    ],
  }),
);
const list = (groups: string, namespace = 'http://itst.dk/oiosaml/basic_privilege_profile') =>
  `<?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList xmlns:bpp="${namespace}">${groups}</bpp:PrivilegeList>`;
const group = (scope: string, ...privileges: string[]) =>
  `<PrivilegeGroup Scope="${scope}">${privileges.map((each) => `<Privilege>${each}</Privilege>`).join('')}</PrivilegeGroup>`;
const encoded = (xml: string) => Buffer.from(xml).toString('base64');
const now = Math.floor(Date.now() / 1000);
const actor = (told: unknown, more: object = {}) =>
  actorFrom(
    { sub: 'somebody', iat: now, exp: now + 300, 'https://data.gov.dk/concept/core/nsis/loa': 'Substantial', [claim]: told, ...more },
    undefined,
    table,
  );

describe('privileges of a national login', () => {
  test('make the mandates that the operator’s table says, and no others', () => {
    const told = encoded(list(group(cvr('90000751'), responsible, 'urn:dk:example:other') + group(unit('9090043075'), staff)));
    expect(actor(told)).toMatchObject({
      id: 'somebody',
      kind: 'person',
      assurance: 'SUBSTANTIAL',
      mandates: [
        { role: 'DAYCARE_RESPONSIBLE', municipality: '0751' },
        { role: 'DAYCARE_EMPLOYEE', daycare: 'G90043' },
        { role: 'DAYCARE_EMPLOYEE', daycare: 'G90044' },
      ],
    });
  });

  test('of another company, or of the same over something else, make none: nothing follows from a number alone', () => {
    for (const groups of [
      group(cvr('90000101'), responsible),
      group(unit('9000075100'), responsible),
      group(cvr('90000751'), ` ${responsible}x`),
      group('', responsible),
      '',
    ])
      expect(actor(encoded(list(groups)))).toMatchObject({ mandates: [] });
    expect(actor(undefined)).toMatchObject({ mandates: [] });
  });

  test('are read in both versions of the profile, several lists as well', () => {
    const newer = encoded(list(group(cvr('90000751'), staff), 'http://digst.dk/oiosaml/basic_privilege_profile'));
    expect(actor([newer, encoded(list(group(unit('9090043075'), staff)))])).toMatchObject({
      mandates: [{ role: 'MUNICIPAL_EMPLOYEE' }, { role: 'DAYCARE_EMPLOYEE' }, { role: 'DAYCARE_EMPLOYEE' }],
    });
  });

  test('that are narrowed down in a way not understood here make none', () => {
    const narrowed = `<PrivilegeGroup Scope="${cvr('90000751')}"><Privilege>${responsible}</Privilege><Constraint Name="urn:x">1</Constraint></PrivilegeGroup>`;
    expect(privilegesIn(encoded(list(narrowed)))).toEqual([]);
    expect(
      privilegesIn(
        encoded(list(`<PrivilegeGroup Scope="${cvr('90000751')}"><Privilege>${responsible}<Only/></Privilege></PrivilegeGroup>`)),
      ),
    ).toEqual([]);
  });

  test.each([
    ['no base64 of XML', '%%%'],
    ['another root', encoded('<Privileges/>')],
    ['another namespace', encoded(list('', 'http://example.dk/'))],
    ['a document type', encoded(`<!DOCTYPE x [<!ENTITY a "b">]>${list('')}`)],
    ['an entity', encoded(list(group('&x;', responsible)))],
    ['what is not closed', encoded(list(group(cvr('90000751'), responsible)).slice(0, -5))],
    ['a number', 7],
    ['too much', encoded(list(group(cvr('90000751'), ...Array.from({ length: 1_000 }, () => responsible))))],
  ])('that are %s get nobody in', (_, told) => {
    expect(actor(told)).toBe('The token holds a mandate that cannot be read.');
  });

  test('a person’s and a system’s do not mix, wherever they come from', () => {
    const told = encoded(list(group(cvr('90000751'), responsible)));
    expect(actor(told, { mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }] })).toBe(
      "The token mixes a system's and a person's mandates.",
    );
  });

  test('levels of assurance are those of the national scheme', () => {
    for (const [loa, assurance] of [
      ['Low', 'LOW'],
      ['Substantial', 'SUBSTANTIAL'],
      ['High', 'HIGH'],
    ] as const)
      expect(actor(undefined, { 'https://data.gov.dk/concept/core/nsis/loa': loa })).toMatchObject({ assurance });
    expect(actor(undefined, { 'https://data.gov.dk/concept/core/nsis/loa': '3' })).toBe('The token says no level of assurance.');
  });

  test('a table with faults names all of them', () => {
    const rows = [
      { scope: 'urn:x', privilege: staff, mandate: { role: 'AGENCY' } },
      { scope: cvr('90000751'), privilege: '', mandate: { role: 'AGENCY' } },
      { scope: cvr('90000751'), privilege: staff, mandate: { role: 'MAYOR' } },
    ];
    expect(() => readPrivilegeTable(JSON.stringify({ claim, rows }))).toThrow(/row 1: the scope.*row 2: the privilege.*row 3: the mandate/);
    for (const text of ['', '[]', '{}', '{"claim":"x"}', '{"claim":"","rows":[]}'])
      expect(() => readPrivilegeTable(text)).toThrow('table of privileges');
  });
});
