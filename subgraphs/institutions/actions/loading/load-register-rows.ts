import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { DaycareStep } from '../../domain/daycares/daycare-event.ts';
import { fieldChanges } from '../../domain/daycares/field-changes.ts';
import type { Register } from '../../domain/register-store.ts';
import { byTheAgency } from '../../domain/upkeep/done-by.ts';
import type { Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { loadRefusalOf } from '../../domain/upkeep/register-policy.ts';
import { factsFrom, type LoadedRow, parentOf, type RegisterRow } from '../../domain/upkeep/register-row.ts';
import { type Picture, pictureOf, putIn } from '../../domain/upkeep/loaded-picture.ts';

export interface LoadedRows {
  readonly results: readonly LoadedRow[];
  readonly steps: readonly DaycareStep[];
}

const MOST_ROWS = 500;

/**
 * Takes rows of the register's own export with their numbers; each on its own, so that a bad line does not hold up the others.
 * A row that breaks the cross-check is taken and carries a finding (R23); a number once closed stays closed (R28).
 */
export async function loadRegisterRows(
  register: Register,
  actor: Actor,
  rows: readonly RegisterRow[],
  verdicts: readonly Verdicts[],
): Promise<LoadedRows> {
  const refused = loadRefusalOf(actor);
  if (refused) throw new Refused(refused);
  if (rows.length > MOST_ROWS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_ROWS} rows at once.`, { facts: { limit: MOST_ROWS, asked: rows.length } });
  const picture = await pictureFor(register, rows);
  const results = rows.map((row) => takeRow(row, picture));
  const taken = rows.filter((_, index) => results[index]?.outcome !== 'REFUSED');
  await register.keep({
    revisions: picture.revisions,
    subject: '',
    by: byTheAgency(actor),
    verdicts: new Map(rows.flatMap((row, index) => (verdicts[index] && taken.includes(row) ? [[row.number, verdicts[index]]] : []))),
  });
  await register.keepLegacyNumbers(
    taken.flatMap(({ number, legacyNumbers }) => (legacyNumbers ?? []).map((legacy) => ({ legacy, number }))),
  );
  return { results, steps: picture.revisions.flatMap(({ steps }) => steps) };
}

/** What the rows are judged against: the daycares they name and, of those that change, all that stands under them. */
async function pictureFor(register: Register, rows: readonly RegisterRow[]): Promise<Picture> {
  const numbers = rows.map(({ number }) => number);
  const parents = rows.flatMap(({ institution, unit }) => [institution, unit]).filter((number) => typeof number === 'string');
  const present = await register.lock([...numbers, ...parents]);
  const changing = rows.filter((row) => !isUnchanged(row, present)).map(({ number }) => number);
  const ground = await register.ground(
    changing.filter((number) => present.has(number)),
    register.at,
    changing.length > 0 ? parents : [],
  );
  return pictureOf(ground, present);
}

function isUnchanged(row: RegisterRow, present: ReadonlyMap<string, Daycare>): boolean {
  const before = present.get(row.number);
  try {
    return before !== undefined && fieldChanges(before, factsFrom(row, before, parentOf(row, present))).length === 0;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function takeRow(row: RegisterRow, picture: Picture): LoadedRow {
  const told = { line: row.line, number: row.number };
  try {
    return { ...told, outcome: outcomeOf(row, picture), refusal: null };
  } catch (error) {
    if (error instanceof Refused) return { ...told, outcome: 'REFUSED', refusal: error.refusal };
    throw error;
  }
}

function outcomeOf(row: RegisterRow, picture: Picture): LoadedRow['outcome'] {
  const before = picture.present.get(row.number) ?? null;
  if (before && before.level !== row.level)
    refuse('INVALID_INPUT', `${row.number} is a daycare of another level.`, { facts: { field: 'level' } });
  if (before?.status === 'CLOSED' && !row.closed)
    refuse('NUMBER_RETIRED', `${row.number} is closed; its number is never used again.`, { rule: 'R28' });
  const facts = factsFrom(row, before, parentOf(row, picture.present));
  if (before && fieldChanges(before, facts).length === 0) return 'UNCHANGED';
  if (!putIn(picture, { number: row.number, level: row.level, facts })) return 'UNCHANGED';
  return before ? 'CHANGED' : 'CREATED';
}
