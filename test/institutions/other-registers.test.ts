import { describe, expect, test } from '@jest/globals';
import { addressRegisterFile } from '../../subgraphs/institutions/outside/address-register-file.ts';
import { companyRegisterFile } from '../../subgraphs/institutions/outside/company-register-file.ts';
import { noAddressRegister, noCompanyRegister } from '../../subgraphs/institutions/outside/no-register.ts';
import { asked, extract, id, known, opened, there, unasked, unknown } from './support/register-files.ts';

describe('an address (R15)', () => {
  const { register, reports } = opened(addressRegisterFile, extract);

  test.each([
    ['as it stands there', asked('Søndergade', '12A')],
    ['in small letters, with a space before the letter', asked('søndergade', '12 a')],
    ['in capitals and with spaces about it', asked(' SØNDERGADE ', ' 2 ', ' 8000 ')],
    ['with leading zeros', asked('Søndergade', '002')],
    ['with å for aa', asked('Åboulevarden', '7')],
    ['with å for aa, written in two characters', asked('A\u030aboulevarden', '7')],
    ['with Vej as a word of its own', asked('Gamle Kirke Vej', '3')],
    ['without points and accents', asked('HC Testsens Alle', '5')],
    ['without a house number, where the street is there', asked('Søndergade', null)],
    ['by its id alone', asked(null, null, null, id(4))],
    ['by its id in capitals, whatever else is told', asked('Nowhere', '1', '9999', id(4).toUpperCase())],
    ['by street and number, where the id is another register’s', asked('Søndergade', '2', '8000', 'A-17')],
  ])('is known %s', async (_, address) => {
    expect(await register.judge([address])).toEqual([known]);
  });

  test.each([
    ['the nearest house of the street is named', asked('Søndergade', '14'), 'Søndergade 12B, 8000 Aarhus C'],
    ['a missing letter is named', asked('Søndergade', '12'), 'Søndergade 12A, 8000 Aarhus C'],
    ['of a span of houses the first is looked for', asked('Søndergade', '39-45'), 'Søndergade 41, 8000 Aarhus C'],
    ['a slip of the pen in the street is named', asked('Søndregade', '41'), 'Søndergade 41, 8000 Aarhus C'],
    ['a slip of the pen without a house number, too', asked('Søndergde', null), 'Søndergade, 8000 Aarhus C'],
    ['of names that are as near the one that has the house is named', asked('Skokevej', '9', '8200'), 'Skovevej 9, 8200 Aarhus N'],
    ['a name longer than any street’s is not looked for', asked(`S${'-'.repeat(200)}øndergade`, '2'), null],
    ['a house number that is none leaves the street', asked('Søndergade', 'yard'), 'Søndergade, 8000 Aarhus C'],
    ['a quite other name has no like', asked('Vestergade', '2'), null],
    ['a street is not looked for in other postal codes', asked('Nørregade', '1', '8000'), null],
    ['a postal code that nobody lives in has no like', asked('Søndergade', '2', '8001'), null],
    ['where no street is told there is none', asked(null, null), null],
  ])('is unknown, and %s', async (_, address, nearest) => {
    expect(await register.judge([address])).toEqual([unknown(nearest)]);
  });

  test('is harmless whatever it is called', async () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      '',
      ' ',
      '\0',
      '%s',
      "'; --",
      '🏠',
      '\ud800',
      'Å'.repeat(1_000_000),
      '0'.repeat(1_000_000),
    ];
    const hostile = names.flatMap((name) => [
      asked(name, '2'),
      asked('Søndergade', name),
      asked('Søndergade', '2', name),
      asked(null, null, null, name),
    ]);
    const started = performance.now();
    const verdicts = await register.judge(hostile);
    expect(performance.now() - started).toBeLessThan(1000);
    const harmless = [known, unknown(), unknown('Søndergade, 8000 Aarhus C'), unknown('Søndergade 2, 8000 Aarhus C')];
    expect(verdicts.filter((verdict) => !harmless.some((one) => JSON.stringify(one) === JSON.stringify(verdict)))).toEqual([]);
    expect(verdicts.filter(({ answer }) => answer === 'KNOWN')).toHaveLength(2); // the street without a house number
  });

  test('is answered in its place among many, and nothing was reported of a good file', async () => {
    expect(await register.judge([there, asked('Vestergade', '2'), there])).toEqual([known, unknown(), known]);
    expect(await register.judge([])).toEqual([]);
    expect(reports).toEqual([]);
  });

  test('is not held against anybody where no register is set up', async () => {
    expect(await noAddressRegister.judge([there, there])).toEqual([unasked, unasked]);
    expect(await noAddressRegister.edition()).toBe(await noAddressRegister.edition());
  });
});

describe('a production unit (R16)', () => {
  const content = [
    'pNummer;cvrNummer;status;ophoersdato',
    '1000000001;01234567;aktiv;',
    '1000000002;99999999;ophørt;2024-02-29',
    '4294967297;20000000;Ophørt;',
    '1000000003;20000000;ophørt;2020-01-01',
    '1000000003;20000001;aktiv;',
  ].join('\n');
  const { register, reports } = opened(companyRegisterFile, content);

  test.each([
    ['active, with its company', '1000000001', { answer: 'ACTIVE', companyNumber: '01234567' }],
    ['inactive, since a day', '1000000002', { answer: 'INACTIVE', since: '2024-02-29' }],
    ['inactive, since nobody knows when', '4294967297', { answer: 'INACTIVE', since: null }],
    ['what its last line says', ' 1000000003 ', { answer: 'ACTIVE', companyNumber: '20000001' }],
    ['unknown', '1000000004', { answer: 'UNKNOWN' }],
    ['unknown where it is as good as another to a careless machine', '0000000001', { answer: 'UNKNOWN' }],
    ['unknown where it is a prototype', '__proto__', { answer: 'UNKNOWN' }],
    ['unknown where it is a book', '1'.repeat(1_000_000), { answer: 'UNKNOWN' }],
  ])('is %s', async (_, number, verdict) => {
    expect(await register.judge([number, number])).toEqual([verdict, verdict]);
    expect(reports).toEqual([]);
  });

  test('is not held against anybody where no register is set up', async () => {
    expect(await noCompanyRegister.judge(['1000000001'])).toEqual([unasked]);
    expect(await noCompanyRegister.edition()).toBe('none');
  });

  test('is read from a file with commas, its bad lines skipped and counted', async () => {
    const bad = ['1,20000000,aktiv,', '1000000005,2,aktiv,', '1000000005,20000000,dvale,', '1000000005,20000000,ophørt,in May'];
    const { register, reports } = opened(companyRegisterFile, [...content.replaceAll(';', ',').split('\n'), ...bad.slice(0, 4)].join('\n'));
    expect(await register.judge(['1000000001', '1000000005'])).toEqual([
      { answer: 'ACTIVE', companyNumber: '01234567' },
      { answer: 'UNKNOWN' },
    ]);
    expect(reports).toEqual([expect.stringContaining('4 of 9 lines cannot be used, the first is line 7: pNummer is not ten digits')]);
  });

  test('that cannot be looked up, for the file is none, is not asked about, and that is told once', async () => {
    const { register, reports } = opened(companyRegisterFile, 'P;CVR\n1;2\n');
    expect([await register.judge(['1000000001']), await register.judge(['1000000001'])]).toEqual([[unasked], [unasked]]);
    expect(reports).toEqual([expect.stringContaining('lacks pNummer, cvrNummer, status, ophoersdato in its first line; export it')]);
  });
});
