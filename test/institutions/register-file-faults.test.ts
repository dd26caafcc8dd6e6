import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#shared/graphql-client.ts';
import { exportRegisterFile } from '../../subgraphs/institutions/commands/export-register-file.ts';
import { loadRegisterFile } from '../../subgraphs/institutions/commands/load-register-file.ts';
import { numberSet } from '../../subgraphs/institutions/commands/number-set.ts';
import { refusedLines } from '../../subgraphs/institutions/commands/refused-lines.ts';
import { headerLine } from '../../subgraphs/institutions/outside/exported-columns.ts';
import { NotTheRegister } from '../../subgraphs/institutions/outside/not-the-register.ts';
import { type FileLine, readRegisterFile } from '../../subgraphs/institutions/outside/register-file.ts';
import { loadLongFile } from '../support/long-register-file.ts';
import { emptyRegisters, everyDaycare, silent } from '../support/stand-alone-register.ts';

const { place, open } = emptyRegisters();
const file = join(place, 'register.csv');

const cluster = (number: string, { name = 'Område Øst', status = 'Aktiv', code = '1' } = {}) =>
  `daginstitution;${number};;;${name};${code};;;;${status};0751;Aarhus;;;;;;;;;;;;;;;\r\n`;
const unit = (number: string, { of = 'G70000', name = 'Åhaven', status = 'Aktiv', code = '1' } = {}) =>
  `anvisningsenhed;${of};${number};;${name};${code};;6012;;${status};0751;Aarhus;Ågade;1;8000;Aarhus C;56,15;10,2;90000751;9000000001;;;;;;;\r\n`;
const location = (number: string, { under = 'G70001', status = 'Aktiv', code = '1' } = {}) =>
  `alternativ adresse;G70000;${under};${number};Skovhytten;${code};;;;${status};0751;Aarhus;Skovvej;1;8000;Aarhus C;;;;;;;;;;;\r\n`;

async function read(content: string | Buffer): Promise<FileLine[]> {
  writeFileSync(file, content);
  const lines: FileLine[] = [];
  for await (const each of readRegisterFile(file)) lines.push(each);
  return lines;
}

async function load(ask: Client, content: string | Buffer) {
  writeFileSync(file, content);
  return loadRegisterFile(file, ask, silent);
}

describe('a file that is cut', () => {
  const whole = Buffer.from(
    `\uFEFF${headerLine}${cluster('G70000')}${unit('G70001', { name: '"Trold; og ""Nisse""\r\npå to linjer"' })}${unit('G70002', { status: 'Nedlagt' })}`,
  );

  test('wherever it is cut, gives only rows that are whole, and tells the last line or refuses the file', async () => {
    const rows = await read(whole);
    expect(rows.map((each) => 'row' in each && each.line)).toEqual([2, 3, 5]);
    const told = new Map<string, number>();
    for (let length = 0; length < whole.length; length++) {
      const cut = await read(whole.subarray(0, length)).catch((fault: unknown) => fault);
      if (Array.isArray(cut)) {
        const last =
          whole[length - 1] === 10
            ? []
            : [{ line: rows[cut.length - 1]?.line, because: expect.stringContaining('ends in the middle of this line') }];
        expect(cut).toEqual([...rows.slice(0, cut.length - last.length), ...last]);
      } else expect(cut).toBeInstanceOf(NotTheRegister);
      const outcome = cut instanceof Error ? cut.message.replaceAll(/\d+/g, 'N').slice(0, 45) : 'rows';
      told.set(outcome, (told.get(outcome) ?? 0) + 1);
    }
    expect([...told.keys()].sort()).toEqual([
      'A quotation mark in line N is not closed: the',
      'The file ends in its header: it is cut, or ha',
      'The file ends in the middle of a character, i',
      'The file is empty; fetch or export it again.',
      "The first line is not the register's header; ",
      'rows',
    ]);
  });

  test('changes and closes nothing but what its whole lines say', async () => {
    const { ask } = await open();
    await load(ask, `${headerLine}${cluster('G70000')}${unit('G70001')}${unit('G70002')}${location('G70003')}`);
    const older = await everyDaycare(ask);
    const next = Buffer.from(
      `${headerLine}${location('G70003', { status: 'Nedlagt' })}${unit('G70001', { status: 'Nedlagt' })}${unit('G70002', { name: '"Solsikken"' })}`,
    );
    const { ask: changed } = await open();
    await load(changed, `${headerLine}${cluster('G70000')}${unit('G70001')}${unit('G70002')}${location('G70003')}`);
    await load(changed, next);
    const newer = await everyDaycare(changed);
    expect(['G70001', 'G70002', 'G70003'].map((number) => [newer[number].status, newer[number].name])).toEqual([
      ['CLOSED', 'Åhaven'],
      ['ACTIVE', 'Solsikken'],
      ['CLOSED', 'Skovhytten'],
    ]);
    for (let length = headerLine.length; length < next.length; length += 9) {
      await load(ask, next.subarray(0, length)).catch((fault: unknown) => expect(fault).toBeInstanceOf(NotTheRegister));
      const ended = next.subarray(0, length).toString('latin1').split('\r\n').length - 2;
      const now = await everyDaycare(ask);
      for (const [nth, number] of ['G70003', 'G70001', 'G70002'].entries())
        expect({ length, daycare: now[number] }).toEqual({ length, daycare: (nth < ended ? newer : older)[number] });
    }
  });
});

describe('a file that is damaged or another', () => {
  const rows = `${headerLine}${cluster('G70000')}`;
  test.each([
    ['of no bytes', '', 'The file is empty'],
    ['of blank lines', '\r\n\n;;;\n', 'The file is empty'],
    ['with other columns', 'a;b\n1;2\n', "not the register's header; these columns are missing: dagtilbudsType,"],
    ['with commas', rows.replaceAll(';', ','), 'Columns are separated by semicolons'],
    ['with a column twice', rows.replace('dawaId', 'email'), 'names the column email twice'],
    ['that ends in its header', headerLine.trim(), 'ends in its header'],
    ['in UTF-16', Buffer.from(`\uFEFF${rows}`, 'utf16le'), 'The file is UTF-16; save or export it as CSV in UTF-8'],
    ['in UTF-16 that does not say so', Buffer.from(rows, 'utf16le'), 'Line 1 holds a NUL byte'],
    ['in Latin-1', Buffer.from(rows, 'latin1'), 'Line 2 is not UTF-8'],
    ['with a NUL byte in it', `${rows}${unit('G70001', { name: 'a\0b' })}`, 'Line 3 holds a NUL byte'],
    ['with a stray quotation mark', `${rows}${unit('G70001', { name: '"Åhaven' })}${unit('G70002')}`, 'mark in line 3 is not closed'],
    [
      'whose stray quotation mark would make one of two lines',
      `${rows}${cluster('G70001', { name: '"Ø' })}${cluster('G70002', { name: '"Ø"' })}`,
      'mark in line 3 is not closed',
    ],
    ['with a line without end', `${rows}${'x'.repeat(3_000_000)}`, 'Line 3 is longer than any line'],
    ['with a quoted value without end', `${rows}"${'x\n'.repeat(1_000_000)}`, 'mark in line 3 is not closed'],
    ['of two layouts', `${rows}dagtilbudsNavn;dagtilbudsType\n`, 'Line 3 is a second header that differs'],
  ])('%s is refused whole, in a sentence that says what to do', async (_, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
    await expect(read(content)).rejects.toBeInstanceOf(NotTheRegister);
  });

  test('with only a header has no rows, and that is no fault', async () => {
    const { ask } = await open();
    expect(await load(ask, headerLine)).toEqual({ created: 0, changed: 0, unchanged: 0, refused: 0, firstRefused: [], missing: 0 });
  });

  test('is taken with its good lines where only lines are bad; each bad one is told with its line and what to do', async () => {
    const { ask } = await open();
    const bad = [
      headerLine,
      unit('G70001', { name: 'Anden' }),
      unit('G7', { of: 'x' }),
      unit('G70002').replace(';0751;', ';Aarhus;').replace('56,15', '56 grader'),
      unit('G70003').replace(';;;;;;;', ';;9;;;;;'),
      unit('G70004', { name: 'uden; anførselstegn' }),
      unit('G70005', { name: '"anførselstegn' }),
      unit('G70005', { name: 'Åhaven"' }),
      unit('G70005', { name: 'x'.repeat(1001) }),
      unit('G70006', { name: 'x'.repeat(133) }),
      unit('G70007', { of: 'G79999' }),
    ];
    const summary = await load(ask, [headerLine.replace('\r', ''), cluster('G70000'), unit('G70001'), ...bad].join(''));
    expect(summary).toMatchObject({ created: 2, refused: bad.length - 1 });
    expect(summary.firstRefused.map(({ line, because }) => `${line}: ${because}`)).toEqual([
      '4: The line is the header once more; take it out.',
      '5: G70001 came in an earlier line, which is the one taken; take out the one that is wrong.',
      expect.stringMatching(/^6: anvisningsenhedsNummer must be .* daginstitutionsNummer must be/),
      expect.stringMatching(/^7: admKommuneKode must be .* geoBredde must be degrees/),
      expect.stringContaining('8: kommuneKode must be'),
      expect.stringMatching(/^9: The line has 28 columns where the header has 27/),
      '10: A quotation mark holds lines 10 to 11 together; close it where its value ends.',
      '12: dagtilbudsNavn has more than 1000 characters; shorten it.',
      '13: name has at most 132 bytes.',
      expect.stringContaining("14: The row's cluster G79999 is not in the register; it comes first."),
    ]);
  });
});

describe('closed daycares in a file', () => {
  const closed = { status: 'Nedlagt' };
  test('that the register does not know are created as closed, under closed parents too, in whatever order they come', async () => {
    const { ask } = await open();
    const lines = [location('G70002', closed), unit('G70001', closed), cluster('G70000', closed)];
    expect(await load(ask, `${headerLine}${lines.join('')}`)).toMatchObject({ created: 3, refused: 0 });
    expect(Object.values(await everyDaycare(ask)).map(({ status }) => status)).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
  });

  test('close what is open from below, whatever order they come in; what has something open under it stays (R29)', async () => {
    const { ask } = await open();
    const open3 = [cluster('G70000'), unit('G70001'), location('G70002'), unit('G70003')];
    await load(ask, `${headerLine}${open3.join('')}`);
    const closing = [cluster('G70000', closed), unit('G70001', closed), location('G70002', closed)];
    const first = await load(ask, `${headerLine}${closing.join('')}`);
    expect(first).toMatchObject({ changed: 2, refused: 1, firstRefused: [{ line: 2, because: expect.stringContaining('G70003') }] });
    expect(await load(ask, `${headerLine}${cluster('G70000', closed)}${unit('G70003', closed)}`)).toMatchObject({ changed: 2, refused: 0 });
  });

  test('keep the ownership they closed with; nothing open is put under them (R28)', async () => {
    const { ask } = await open();
    const own = [
      cluster('G70000', { code: '2' }),
      unit('G70001', { ...closed, code: '1' }),
      cluster('G70010', closed),
      unit('G70011', { of: 'G70010' }),
    ];
    const { created, firstRefused } = await load(ask, `${headerLine}${own.join('')}`);
    expect(created).toBe(3);
    expect(firstRefused).toEqual([{ line: 5, because: expect.stringContaining('G70010 is closed; close the row too') }]);
    expect((await everyDaycare(ask)).G70001).toMatchObject({ status: 'CLOSED', ownership: 'MUNICIPAL' });
  });
});

describe('however long a file is', () => {
  test('a hundred thousand lines go through a heap of 48 megabytes, and the first bad ones are told', async () => {
    const { code, output, seconds } = await loadLongFile(100_000, 48);
    expect(output).toContain('101 created, 0 changed, 0 unchanged, 89900 refused.');
    expect(output).toContain('  line 4: anvisningsenhedsNummer must be');
    expect(output).toContain('... and 89850 more lines.');
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(40);
  }, 60_000);

  test('of a million refused lines the first are kept, in the order of the file', () => {
    const refused = refusedLines(3);
    for (let line = 1_000_000; line > 0; line--) if (line !== 2) refused.add({ line, because: '' });
    refused.add({ line: 2, because: '' });
    expect(refused.first().map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(refused.count()).toBe(1_000_000);
  });

  test('every number there can be is kept apart from its neighbours', () => {
    const numbers = numberSet();
    const some = ['A00000', 'A99999', 'B00000', 'G12345', 'G12346', 'Z99999'];
    for (const number of some)
      expect([numbers.has(number), numbers.add(number), numbers.add(number), numbers.has(number)]).toEqual([false, true, false, true]);
    expect(['A00001', 'B00001', 'G12344', 'Z99998'].filter(numbers.has)).toEqual([]);
  });
});

test('an export during which the register changed says so', async () => {
  const { ask } = await open();
  await load(ask, `${headerLine}${cluster('G70000')}`);
  let asked = 0;
  const busy: Client = async (operation) => {
    asked += 1;
    if (asked === 3) await load(ask, `${headerLine}${cluster('G70001')}`);
    return ask(operation);
  };
  expect(await exportRegisterFile(join(place, 'busy.csv'), busy, silent)).toMatchObject({ changedMeanwhile: true });
});
