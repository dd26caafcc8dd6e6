import { FOREVER } from '#shared/clock.ts';
import { insertRows, type Transaction } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { deadlineOf, type Finding, judgeDaycare, type Judged, type KeptFinding } from '../../domain/findings/findings.ts';
import { unasked, type Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { daycares } from '../tables/daycare-tables.ts';
import { findings } from './finding-table.ts';

/** Judges daycares anew and keeps what is found otherwise than before; answers what stands of each. */
export async function keepFindings(
  transaction: Transaction,
  numbers: readonly string[],
  verdicts: ReadonlyMap<string, Verdicts>,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  if (numbers.length === 0) return new Map();
  const { manager, at } = transaction;
  const rows = await manager
    .createQueryBuilder(daycares, 'd')
    .where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] })
    .getMany();
  const inhabited = await clustersWithUnits(transaction, rows);
  const standing = Map.groupBy(await standingFindings(transaction, rows), ({ number }) => number);
  const outcome = rows.map((row) => {
    const evidence = { at, hasUnits: inhabited.has(row.number), ...(verdicts.get(row.number) ?? unasked) };
    return { row, ...outcomeFor(row, judgeDaycare(row, evidence), standing.get(row.number) ?? [], at) };
  });
  await endFindings(
    transaction,
    outcome.flatMap(({ gone }) => gone),
  );
  await insertRows(
    transaction,
    findings,
    outcome.flatMap(({ added }) => added),
  );
  return new Map(outcome.map(({ row, kept, added }) => [row.number, [...kept, ...added].sort((a, b) => (a.code < b.code ? -1 : 1))]));
}

/** What goes on, what is over and what is new; what nobody could be asked about goes on while it is about the same. */
function outcomeFor(row: Daycare, judged: readonly Judged[], standing: readonly KeptFinding[], at: number) {
  const goesOn = (found: KeptFinding) => {
    const now = judged.find(({ code }) => code === found.code);
    return now !== undefined && (now.unasked ? now.about === found.about : now.message === found.message);
  };
  const kept = standing.filter(goesOn);
  const added = judged
    .filter(({ code, message, unasked: notAsked }) => message && !notAsked && !kept.some((found) => found.code === code))
    .map(({ code, about, message }): KeptFinding => {
      const since = standing.find((found) => found.code === code)?.since ?? at;
      return { number: row.number, code, about, message: message ?? '', since, until: FOREVER, deadline: deadlineOf(code, since) };
    });
  return { kept, gone: standing.filter((found) => !kept.includes(found)), added };
}

async function standingFindings({ manager }: Transaction, rows: readonly Daycare[]): Promise<KeptFinding[]> {
  if (rows.length === 0) return [];
  return manager
    .createQueryBuilder(findings, 'found')
    .where('found.number IN (:...numbers) AND found.until = :forever', { numbers: rows.map(({ number }) => number), forever: FOREVER })
    .getMany();
}

/** The clusters among these with a unit that is not closed. */
async function clustersWithUnits({ manager }: Transaction, rows: readonly Daycare[]): Promise<ReadonlySet<string>> {
  const clusters = rows.filter(({ level }) => level === 'INSTITUTION').map(({ number }) => number);
  if (clusters.length === 0) return new Set();
  const found = await manager
    .createQueryBuilder(daycares, 'd')
    .select('DISTINCT d.institution', 'number')
    .where("d.institution IN (:...clusters) AND d.level = 'UNIT' AND d.status <> 'CLOSED'", { clusters })
    .getRawMany<{ number: string }>();
  return new Set(found.map(({ number }) => number));
}

async function endFindings({ manager, at }: Transaction, gone: readonly KeptFinding[]): Promise<void> {
  const ids = gone.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return;
  await manager.createQueryBuilder().update(findings).set({ until: at }).where('id IN (:...ids)', { ids }).execute();
}
