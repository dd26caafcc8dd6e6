import { beforeAll, describe, expect, test } from '@jest/globals';
import { DocumentFault } from '../../../subgraphs/identities/domain/sent/document-fault.ts';
import { readStrictXml } from '../../../subgraphs/identities/outside/uni-login/strict-xml.ts';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { employee, documentOf, numberOf, placement, submitDocument } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

const SECRET = '710190-4242';
const asked = submitDocument.replace('refusal { code rule }', 'refusal { code rule because facts { name value } }');
const head = () => `source="Institution" sourceDateTime="${new Date(Date.now() - 60_000).toISOString()}"`;
/** A document of G10001 that is sound but for what is put into it. */
const around = (inside: string, { declaration = '', attributes = '' } = {}) =>
  `${declaration}<UNILoginImport ${head()}${attributes}><Institution><InstitutionNumber>G10001</InstitutionNumber>${inside}</Institution></UNILoginImport>`;
const line = (id: string, person = `<FirstName>Kim</FirstName><FamilyName>Testsen</FamilyName>`) =>
  `<InstitutionPerson><LocalPersonId>${id}</LocalPersonId><Person protected="false">${person}</Person><Employee><Role>Leder</Role></Employee></InstitutionPerson>`;
const named = (name: string) => line('P', `<FirstName>${name}</FirstName><FamilyName>${SECRET}</FamilyName>`);
const laughs = Array.from({ length: 9 }, (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`).join('');
const latin = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

describe('what is XML', () => {
  const deaf = { open: () => undefined, text: () => undefined, close: () => undefined };
  const faultIn = (xml: string) => {
    try {
      readStrictXml(xml, deaf);
    } catch (thrown) {
      return thrown instanceof DocumentFault ? thrown.fault : thrown;
    }
    return undefined;
  };

  test.each([
    ['sixteen elements deep', `${'<a>'.repeat(16)}${'</a>'.repeat(16)}`, undefined],
    ['a hundred thousand deep', '<a>'.repeat(100_000), 'TOO_DEEP'],
    ['with sixteen attributes', `<a ${Array.from({ length: 16 }, (_, nth) => `b${nth}=""`).join(' ')}/>`, undefined],
    ['with seventeen attributes', `<a ${Array.from({ length: 17 }, (_, nth) => `b${nth}=""`).join(' ')}/>`, 'TOO_MANY_ATTRIBUTES'],
    ['with a text of 60,000 letters', `<a>${'b'.repeat(60_000)}</a>`, undefined],
    ['with a text of 90,000 letters', `<a>${'b'.repeat(90_000)}</a>`, 'TOO_LONG'],
    ['with 600,001 elements', `<a>${'<b/>'.repeat(600_000)}</a>`, 'TOO_MANY_ELEMENTS'],
    ['with the five entities', '<a b="&quot;&apos;">&lt;&gt;&amp;</a>', undefined],
    ['with a sixth', '<a>&copy;</a>', 'NOT_WELL_FORMED'],
  ])('%s', (_, xml, fault) => expect(faultIn(xml)).toBe(fault));
});

describe.each(engines)('an attack by document on $engine', (engine) => {
  const { town, tiesOf } = importTown(engine);
  const sendXml = (document: string) => town().ask(placement, asked, { document });
  let before: unknown;
  beforeAll(async () => {
    await sendXml(xmlOf(documentOf('G10001', [employee({ id: 'OLD', number: numberOf(601) })])));
    before = await tiesOf('G10001');
  });

  // What is told before it is known whose document it is, is an error; after that it is a run, REFUSED.
  // biome-ignore format: a table
  test.each<[string, () => string, string, 'error' | 'run']>([
    ['an entity bomb (billion laughs)',           () => around(named('&l9;'), { declaration: `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>` }),             'INVALID_INPUT DOCTYPE', 'error'],
    ['an entity bomb (quadratic)',                () => around(named('&a;'.repeat(1_000)), { declaration: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(5_000)}">]>` }), 'INVALID_INPUT DOCTYPE', 'error'],
    ['an external entity',                        () => around(named('&f;'), { declaration: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' }), 'INVALID_INPUT DOCTYPE', 'error'],
    ['a parameter entity',                        () => around('', { declaration: '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]>' }), 'INVALID_INPUT DOCTYPE', 'error'],
    ['an external document type',                 () => around('', { declaration: '<!DOCTYPE UNILoginImport SYSTEM "http://127.0.0.1:1/x.dtd">' }),     'INVALID_INPUT DOCTYPE', 'error'],
    ['a bare document type',                      () => around('', { declaration: '<!DOCTYPE UNILoginImport>' }),                                       'INVALID_INPUT DOCTYPE', 'error'],
    ['a document type of 10 MB',                  () => around('', { declaration: `<!DOCTYPE x [<!--${'a'.repeat(10_000_000)}-->]>` }),                  'LIMIT_EXCEEDED TOO_LONG', 'error'],
    ['an entity that nobody declared',            () => around(named('&nbsp;')),                                                                        'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['10 MB in one attribute',                    () => around('', { attributes: ` sourceVersion="${'a'.repeat(10_000_000)}"` }),                        'LIMIT_EXCEEDED TOO_LONG', 'error'],
    ['10 MB in one text',                         () => around(named('a'.repeat(10_000_000))),                                                          'LIMIT_EXCEEDED TOO_LONG', 'run'],
    ['10 MB in one comment',                      () => around(`<!--${'a'.repeat(10_000_000)}-->`),                                                     'LIMIT_EXCEEDED TOO_LONG', 'run'],
    ['a long text in many small pieces',          () => around(named(`${'a'.repeat(1_000)}<!-- -->`.repeat(100))),                                      'LIMIT_EXCEEDED TOO_LONG', 'run'],
    ['depth 100,000',                             () => around(`${'<Group>'.repeat(100_000)}${'</Group>'.repeat(100_000)}`),                            'INVALID_INPUT UNKNOWN_ELEMENT', 'run'],
    ['a million attributes',                      () => around(`<Group ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),       'LIMIT_EXCEEDED TOO_MANY_ATTRIBUTES', 'run'],
    ['one attribute twice',                       () => around('', { attributes: ' source="Other"' }),                                                  'INVALID_INPUT NOT_WELL_FORMED', 'error'],
    ['10,000 groups of one person',               () => around(line('P').replace('</Employee>', `${'<GroupId>A</GroupId>'.repeat(10_000)}</Employee>`)), 'LIMIT_EXCEEDED TOO_MANY_ELEMENTS', 'run'],
    ['Latin-1 bytes called UTF-8',                () => latin(around(named('Åse'), { declaration: '<?xml version="1.0" encoding="UTF-8"?>' })),         'INVALID_INPUT NOT_UTF8', 'error'],
    ['another encoding by its own word',          () => around('', { declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>' }),                     'INVALID_INPUT NOT_UTF8', 'error'],
    ['UTF-16',                                    () => Buffer.from(`\uFEFF${around('')}`, 'utf16le').toString('utf8'),                                 'INVALID_INPUT NOT_UTF8', 'error'],
    ['UTF-16 without a mark',                     () => Buffer.from(around(''), 'utf16le').toString('utf8'),                                            'INVALID_INPUT NOT_WELL_FORMED', 'error'],
    ['a NUL byte',                                () => around(named('Ki\0m')),                                                                         'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['a NUL byte by reference',                   () => around(named('Ki&#0;m')),                                                                       'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['half a letter by reference',                () => around(named('&#xD800;')),                                                                      'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['XML 1.1',                                   () => around('', { declaration: '<?xml version="1.1"?>' }),                                           'INVALID_INPUT NOT_WELL_FORMED', 'error'],
    ['a processing instruction',                  () => around('<?php echo 1 ?>'),                                                                      'INVALID_INPUT PROCESSING_INSTRUCTION', 'run'],
    ['a stylesheet',                              () => around('', { declaration: '<?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?>' }),               'INVALID_INPUT PROCESSING_INSTRUCTION', 'error'],
    ['an unknown element',                        () => around(`<N${SECRET}>1</N${SECRET}>`),                                                           'INVALID_INPUT UNKNOWN_ELEMENT', 'run'],
    ['an element that every object has',          () => around('<constructor/>'),                                                                       'INVALID_INPUT UNKNOWN_ELEMENT', 'run'],
    ['an element of the format out of its place', () => around('<FirstName>Kim</FirstName>'),                                                           'INVALID_INPUT UNKNOWN_ELEMENT', 'run'],
    ['an unknown attribute',                      () => around('', { attributes: ` n${SECRET}="1"` }),                                                  'INVALID_INPUT UNKNOWN_ATTRIBUTE', 'error'],
    ['another namespace',                         () => around('', { attributes: ' xmlns="http://example.com/import"' }),                               'INVALID_INPUT OTHER_NAMESPACE', 'error'],
    ["a namespace that ends like the agency's",   () => around('', { attributes: ' xmlns="https://notunilogin.dk/import"' }),                           'INVALID_INPUT OTHER_NAMESPACE', 'error'],
    ['a prefix that nobody declared',             () => around('<x:Group/>'),                                                                           'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['text between the elements',                 () => around(SECRET),                                                                                 'INVALID_INPUT TEXT_OUT_OF_PLACE', 'run'],
    ['two institutions',                          () => around(`</Institution><Institution><InstitutionNumber>G10002</InstitutionNumber>`),             'INVALID_INPUT TWICE', 'run'],
    ['two numbers of institutions',               () => around('<InstitutionNumber>G10002</InstitutionNumber>'),                                        'INVALID_INPUT TWICE', 'run'],
    ['two first names',                           () => around(named('A</FirstName><FirstName>B')),                                                     'INVALID_INPUT TWICE', 'run'],
    ['no institution at all',                     () => `<UNILoginImport ${head()}/>`,                                                                  'INVALID_INPUT MISSING', 'error'],
    ['no source',                                 () => around('').replace(/source="\w+"/, ''),                                                         'INVALID_INPUT MISSING', 'error'],
    ['no time',                                   () => around('').replace(/sourceDateTime="[^"]+"/, ''),                                               'INVALID_INPUT MISSING', 'error'],
    ['a time that is none',                       () => around('').replace(/sourceDateTime="[^"]+"/, 'sourceDateTime="yesterday"'),                     'INVALID_INPUT MALFORMED', 'error'],
    ['a number that is none',                     () => around('').replace('G10001', SECRET),                                                           'INVALID_INPUT MALFORMED', 'error'],
    ['an empty document',                         () => ' \n',                                                                                          'INVALID_INPUT EMPTY', 'error'],
    ['a document cut off',                        () => around(line('P')).slice(0, -30),                                                                'INVALID_INPUT CUT_OFF', 'run'],
    ['a document cut off in a tag',               () => around(line('P')).slice(0, -5),                                                                 'INVALID_INPUT CUT_OFF', 'run'],
    ['two documents in one',                      () => around('') + around(''),                                                                        'INVALID_INPUT NOT_WELL_FORMED', 'run'],
    ['another document',                          () => '<UNILoginExport/>',                                                                            'INVALID_INPUT UNKNOWN_ELEMENT', 'error'],
    ['a document that is JSON',                   () => '{"daycare":"G10001"}',                                                                         'INVALID_INPUT NOT_WELL_FORMED', 'error'],
    ['17 MB',                                     () => around(' '.repeat(17 * 1024 * 1024)),                                                           'LIMIT_EXCEEDED TOO_LARGE', 'error'],
  ])('%s is refused by its code, and changes nothing', async (_, document, expected, as) => {
    const { data, errors } = await sendXml(document());
    const { refusal, state } = data?.submitImportDocument ?? {};
    const told = as === 'run' ? refusal : errors?.[0]?.extensions;
    const fault = told?.facts.find(({ name }: { name: string }) => name === 'fault')?.value;
    expect([`${told?.code} ${fault}`, told?.rule, state]).toEqual([expected, 'I16', as === 'run' ? 'REFUSED' : undefined]);
    expect(await tiesOf('G10001')).toEqual(before);
    const said = JSON.stringify([data, errors, town().kept]);
    expect(said).not.toMatch(/4242|passwd|root:/);
    expect(said.length).toBeLessThan(20_000);
  });

  test('the place of a fault is told: the line, the column, and what the format has there', async () => {
    const { data } = await sendXml(around(`\n\n  <Group><Nonsense/></Group>`));
    const facts = data.submitImportDocument.refusal.facts.map(({ name, value }: { name: string; value: string }) => [name, value]);
    expect(Object.fromEntries(facts)).toEqual({
      fault: 'UNKNOWN_ELEMENT',
      path: '/UNILoginImport/Institution/Group',
      line: '3',
      column: '20',
    });
  });
});
