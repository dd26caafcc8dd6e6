import { digitsIn } from '#shared/national-number.ts';
import type { EmployeeTold, LineTold } from './import-document.ts';
import type { Fault } from '../importing/import-notice.ts';
import { fits, tellsANumber, textOf, textsOf, tooLong, unfitKeys } from './text-rules.ts';
import { positionsOf, unknownLevels, unknownPositions } from './told-words.ts';
import { MAIN_GROUP } from '../people/group.ts';

/** What a line is judged against beside itself. */
export interface LineSurroundings {
  /** Local ids of the lines before it. */
  readonly before: ReadonlySet<string>;
  /** Every number told in the document, without dash and spaces, and its digits alone. */
  readonly numbers: ReadonlySet<string>;
  /** The type of each group that the document declares. */
  readonly groupTypes: ReadonlyMap<string, string>;
}

type LineRule = (line: LineTold, surroundings: LineSurroundings) => readonly Fault[];

const LOCAL_ID_WIDTH = 60;
export const withoutSeparators = (text: string): string => text.replaceAll(/[\s\u2010-\u2015-]/g, '');

/** The id of the source system, where it can be told back: it is short enough, and no national number. */
export function tellableId(told: string | null | undefined, numbers: ReadonlySet<string>): string | null {
  const id = textOf(told);
  return id && fits(id, LOCAL_ID_WIDTH) && !isNumber(id, numbers) ? id : null;
}

const FEWEST_DIGITS = 8;

/** By its shape, also where no number is told, and by the numbers that are told, also where they are malformed. */
function isNumber(id: string, numbers: ReadonlySet<string>): boolean {
  const digits = digitsIn(id);
  return tellsANumber(id) || numbers.has(withoutSeparators(id)) || (digits.length >= FEWEST_DIGITS && numbers.has(digits));
}

/** What is wrong with an id that is there. */
export function idFaults(told: string | null | undefined, numbers: ReadonlySet<string>): Fault[] {
  const id = textOf(told);
  if (id && isNumber(id, numbers)) return [{ code: 'LOCAL_ID_IS_NATIONAL_NUMBER', field: 'localPersonId', drops: 'line' }];
  return tooLong([{ field: 'localPersonId', text: id, most: LOCAL_ID_WIDTH, drops: 'line' }]);
}

const hasALocalId: LineRule = ({ localPersonId }, { before, numbers }) => {
  const id = textOf(localPersonId);
  if (!id) return [{ code: 'LOCAL_ID_MISSING', field: 'localPersonId', drops: 'line' }];
  if (before.has(id)) return [{ code: 'LOCAL_ID_TWICE', field: 'localPersonId', drops: 'line' }];
  return idFaults(id, numbers);
};

const holdsAPerson: LineRule = ({ person }) => (person ? [] : [{ code: 'NAME_MISSING', field: 'person', drops: 'line' }]);

const hasOneRole: LineRule = ({ child, employee, external }) =>
  [child, employee, external].filter(Boolean).length === 1 ? [] : [{ code: 'ROLE_MISSING_OR_TWICE', field: 'child', drops: 'line' }];

const hasAMainGroup: LineRule = ({ child }, { groupTypes }) => {
  const type = groupTypes.get(textOf(child?.mainGroup) ?? '');
  return type && type !== MAIN_GROUP ? [{ code: 'MAIN_GROUP_WRONG_TYPE', field: 'child.mainGroup', drops: 'line' }] : [];
};

const keepsWithin: LineRule = ({ child, employee, external }) =>
  unfitKeys([
    { field: 'child.mainGroup', text: child?.mainGroup, most: 60, drops: 'field' },
    { field: 'child.level', text: child?.level, most: 10, drops: 'field' },
    { field: 'child.role', text: child?.role, most: 60, drops: 'field' },
    ...textsOf(child?.groups ?? employee?.groups ?? external?.groups).map((text) => ({
      field: 'groups',
      text,
      most: 60,
      drops: 'field' as const,
    })),
    ...widthsOf(employee),
    { field: 'external.position', text: external?.position, most: 60, drops: 'field' },
  ]);

const widthsOf = (employee: EmployeeTold | null | undefined) => [
  ...textsOf(employee?.positions).map((text) => ({ field: 'employee.positions', text, most: 60, drops: 'field' as const })),
  { field: 'employee.shortName', text: employee?.shortName, most: 40, drops: 'field' as const },
  { field: 'employee.occupation', text: employee?.occupation, most: 132, drops: 'field' as const },
];

const saysKnownWords: LineRule = ({ child, employee, external }) => [
  ...unknownLevels([{ field: 'child.level', text: child?.level }]),
  ...unknownPositions([{ field: 'child.role', text: child?.role }], positionsOf.child),
  ...unknownPositions(
    textsOf(employee?.positions).map((text) => ({ field: 'employee.positions', text })),
    positionsOf.employee,
  ),
  ...unknownPositions([{ field: 'external.position', text: external?.position }], positionsOf.external),
];

/** What is asked of a line of a document, beside what is asked of its person. */
export const lineRules: readonly LineRule[] = [hasALocalId, holdsAPerson, hasOneRole, hasAMainGroup, keepsWithin, saysKnownWords];
