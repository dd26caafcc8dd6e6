import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { headerLine } from '../../subgraphs/institutions/outside/exported-columns.ts';

const unit = (number: string, name: string) =>
  `anvisningsenhed;G70000;${number};;${name};1;Kommunal;6012;Aldersintegreret institution;Aktiv;0751;Aarhus;Ågade;1;8000;Aarhus C;56,15;10,2;90000751;9000000001;;0751;Aarhus;;;;2026-11-23\r\n`;
const cluster = 'daginstitution;G70000;;;Område Øst;1;Kommunal;;;Aktiv;0751;Aarhus;;;;;;;;;;;;;;;2026-11-23\r\n';

/** Good rows, the same ones again and again, and lines that are bad in every way a line can be. */
const lines: readonly ((nth: number) => string)[] = [
  (nth) => unit(`G71${String(nth % 100).padStart(3, '0')}`, `Unit ${nth % 100}`),
  (nth) => unit(`G7-${nth}`, 'no such number'),
  (nth) => unit('G71000', `again ${nth}`),
  (nth) => unit('G71000', `too few ${nth}`).slice(0, 60).concat('\r\n'),
  (nth) => unit('G71000', `one too; many ${nth}`),
  (nth) => unit('G71000', `"${nth} has no kind"`).replace(';6012;', ';9999;'),
  (nth) => unit('G71000', `"De fire" ${nth} stray`).replace('0751', 'Aarhus'),
  () => unit('G71000', 'x'.repeat(1200)),
  () => headerLine,
  () => ';;;;;;\r\n\r\n',
];

/** Writes a register's CSV of so many lines that holds a cluster and a hundred units, and beside them only lines that are refused. */
export async function writeLongFile(path: string, count: number): Promise<void> {
  function* blocks() {
    yield `\uFEFF${headerLine}${cluster}`;
    for (let nth = 0; nth < count; nth += 1000)
      yield Array.from({ length: 1000 }, (_, index) =>
        lines[(nth + index) % lines.length]?.(Math.floor((nth + index) / lines.length)),
      ).join('');
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path));
}

/** What loading came to, in a process of its own with so little room. */
export interface Loaded {
  readonly code: unknown;
  readonly output: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Loads a file of so many lines into an empty register, in a process whose heap may hold so many megabytes. */
export async function loadLongFile(count: number, heap: number): Promise<Loaded> {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const file = join(place, 'long.csv');
  await writeLongFile(file, count);
  const started = performance.now();
  const measure = 'process.on("exit", () => console.log("peak " + process.resourceUsage().maxRSS))';
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      '--import',
      `data:text/javascript,${measure}`,
      'subgraphs/institutions/commands/load-register.ts',
      file,
    ],
    { env: { PATH: process.env.PATH ?? '', TILSLUT_DATA: join(place, 'data') } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (told) => {
      output += told;
    });
  const [code] = await once(child, 'close');
  rmSync(place, { recursive: true, force: true });
  const peak = Number(/peak (\d+)/.exec(output)?.[1]);
  return { code, output, seconds: (performance.now() - started) / 1000, megabytes: peak / 1024 };
}
