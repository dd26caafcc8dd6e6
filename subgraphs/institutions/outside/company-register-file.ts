import type { CompanyRegister, ProductionUnitVerdict } from '../domain/upkeep/other-registers.ts';
import { type CompactRows, compactRows } from './tables/compact-rows.ts';
import { keptPicture, type Reading } from './tables/kept-picture.ts';
import { oneByOne } from './tables/one-by-one.ts';
import { readTable } from './tables/read-table.ts';

/** The company register's production units as a file has them: `pNummer;cvrNummer;status;ophoersdato`, in any order and among others. */
export function companyRegisterFile(path: string, report: (because: string) => void): CompanyRegister {
  const file = keptPicture({ called: 'The file of production units', path, read: readProductionUnits, report });
  return {
    edition: file.edition,
    async judge(productionUnits) {
      const picture = await file.current();
      return oneByOne(productionUnits, (number) => (picture ? judgeProductionUnit(picture, number) : { answer: 'UNASKED' }));
    },
  };
}

const active = 1;
const ceased = 2;
const states = new Map([
  ['aktiv', active],
  ['ophørt', ceased],
]);

/** A unit is kept as its number in two, its company with its state, and the day it ceased. */
async function readProductionUnits(path: string): Promise<Reading<CompactRows>> {
  const units = compactRows(2);

  function take([number = '', company = '', status = '', until = '']: readonly string[]): string | undefined {
    const state = states.get(status.toLowerCase());
    if (!/^\d{10}$/.test(number)) return 'pNummer is not ten digits';
    if (!/^\d{8}$/.test(company)) return 'cvrNummer is not eight digits';
    if (state === undefined) return `status is neither ${[...states.keys()].join(' nor ')}`;
    if (until !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(until)) return 'ophoersdato is not a date like 2026-01-31';
    units.add([...keyOf(number), Number(company) * 4 + state, Number(until.replaceAll('-', ''))]);
    return undefined;
  }

  const remark = await readTable(path, { columns: ['pNummer', 'cvrNummer', 'status', 'ophoersdato'], take });
  return { picture: units, remark };
}

const keyOf = (number: string): [number, number] => [Number(number.slice(0, 5)), Number(number.slice(5))];

function judgeProductionUnit(units: CompactRows, number: string): ProductionUnitVerdict {
  const asked = number.length <= 20 ? number.trim() : '';
  const found = /^\d{10}$/.test(asked) ? units.find(keyOf(asked)) : undefined;
  if (!found) return { answer: 'UNKNOWN' };
  const [, , company, until] = found;
  if (company % 4 === active) return { answer: 'ACTIVE', companyNumber: String(Math.floor(company / 4)).padStart(8, '0') };
  return { answer: 'INACTIVE', since: until === 0 ? null : String(until).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') };
}
