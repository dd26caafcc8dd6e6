import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import { type Daycare, inherited } from '../domain/daycares/daycare.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import type { DaycareStep } from '../domain/daycares/daycare-event.ts';
import { byTheAgency } from '../domain/upkeep/done-by.ts';
import { factsFrom, type LoadedRow, parentOf, type RegisterRow, stepKind } from '../domain/upkeep/register-row.ts';
import { loadRefusalOf } from '../domain/upkeep/register-policy.ts';
import type { Register } from '../domain/register-store.ts';

export interface LoadedRows {
  readonly results: readonly LoadedRow[];
  readonly steps: readonly DaycareStep[];
}

const MOST_ROWS = 500;

/**
 * Takes rows of the register's own export with their numbers; each on its own, so that a bad line does not hold up the others.
 * A row that breaks the cross-check is taken and carries a finding (R23); a number once closed stays closed (R28).
 */
export async function loadRegisterRows(register: Register, actor: Actor, rows: readonly RegisterRow[]): Promise<LoadedRows> {
  const refused = loadRefusalOf(actor);
  if (refused) throw new Refused(refused);
  if (rows.length > MOST_ROWS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_ROWS} rows at once.`, { facts: { limit: MOST_ROWS, asked: rows.length } });
  const picture = await pictureFor(register, rows);
  const results = rows.map((row) => takeRow(row, picture));
  await register.keep(picture.steps, byTheAgency(actor));
  const taken = new Set(results.filter(({ outcome }) => outcome !== 'REFUSED').map(({ line }) => line));
  await register.keepLegacyNumbers(
    rows
      .filter(({ line }) => taken.has(line))
      .flatMap(({ number, legacyNumbers }) => (legacyNumbers ?? []).map((legacy) => ({ legacy, number }))),
  );
  return { results, steps: picture.steps };
}

/** What the rows are judged against: the daycares they name, and what stands under those that close or change for their heirs. */
interface Picture {
  readonly at: number;
  readonly present: Map<string, Daycare>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly steps: DaycareStep[];
}

async function pictureFor(register: Register, rows: readonly RegisterRow[]): Promise<Picture> {
  const named = rows.flatMap(({ number, institution, unit }) => [number, institution, unit]).filter((number) => typeof number === 'string');
  const present = new Map(await register.lock(named));
  const touching = rows.filter((row) => touchesChildren(row, present.get(row.number))).map(({ number }) => number);
  const families = touching.length > 0 ? await register.lockFamilies(touching) : [];
  for (const daycare of families) present.set(daycare.number, daycare);
  const children = new Map<string, string[]>();
  for (const { number, institution, unit } of families) {
    for (const parent of [institution, unit]) if (parent) children.set(parent, [...(children.get(parent) ?? []), number]);
  }
  return { at: register.at, present, children, steps: [] };
}

function touchesChildren(row: RegisterRow, before: Daycare | undefined): boolean {
  if (!before || before.status === 'CLOSED') return false;
  return (
    row.closed ||
    (row.level === 'INSTITUTION' &&
      (row.municipality !== before.municipality ||
        row.ownership !== before.ownership ||
        (row.legalBasis ?? before.legalBasis) !== before.legalBasis))
  );
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
  const { present } = picture;
  const before = present.get(row.number) ?? null;
  if (before && before.level !== row.level)
    refuse('INVALID_INPUT', `${row.number} is a daycare of another level.`, { facts: { field: 'level' } });
  if (before?.status === 'CLOSED' && !row.closed)
    refuse('NUMBER_RETIRED', `${row.number} is closed; its number is never used again.`, { rule: 'R28' });
  const facts = factsFrom(row, before, parentOf(row, present));
  if (before && fieldChanges(before, facts).length === 0) return 'UNCHANGED';
  const open = openUnder(row.number, picture);
  if (facts.status === 'CLOSED' && open.length > 0)
    refuse('HAS_OPEN_CHILDREN', `Close what is under it first: ${open.map(({ number }) => number).join(', ')}.`, { rule: 'R29' });
  const after = step(picture, before, { ...facts, number: row.number, level: row.level });
  for (const heir of open)
    if (fieldChanges(heir, { ...heir, ...inherited(after) }).length > 0) step(picture, heir, { ...heir, ...inherited(after) });
  return before ? 'CHANGED' : 'CREATED';
}

const openUnder = (number: string, { children, present }: Picture): Daycare[] =>
  (children.get(number) ?? []).flatMap((child) => present.get(child) ?? []).filter(({ status }) => status !== 'CLOSED');

function step(
  { present, steps, at }: Picture,
  before: Daycare | null,
  facts: Omit<Daycare, 'version' | 'validFrom' | 'recordedAt'>,
): Daycare {
  const after: Daycare = { ...facts, version: (before?.version ?? 0) + 1, validFrom: at, recordedAt: at };
  present.set(after.number, after);
  steps.push({ kind: stepKind(before, after), before, after, reason: null, successors: [] });
  return after;
}
