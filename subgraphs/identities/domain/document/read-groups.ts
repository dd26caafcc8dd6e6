import { groupTypes, MAIN_GROUP, OTHER_GROUP, type ToldGroup } from '../people/group.ts';
import type { GroupTold } from './import-document.ts';
import { type Fault, type ImportNotice, noticeOf } from '../importing/import-notice.ts';
import { unknownLevels } from './told-words.ts';
import { isDay, textOf, unfitKeys } from './text-rules.ts';

/** The groups that a document declares, and what is wrong with those that it cannot. */
export function readGroups(told: readonly GroupTold[]): {
  readonly groups: ReadonlyMap<string, ToldGroup>;
  readonly notices: readonly ImportNotice[];
} {
  const groups = new Map<string, ToldGroup>();
  const notices: ImportNotice[] = [];
  told.forEach((group, index) => {
    const faults = faultsOf(group, groups);
    notices.push(...faults.map((fault) => noticeOf(fault, null, `groups.${index}.`)));
    if (faults.some(({ drops }) => drops === 'line')) return;
    const dropped = new Set(faults.map(({ field }) => field));
    const kept = (field: string, text: string | null | undefined) => (dropped.has(field) ? null : textOf(text));
    const localId = textOf(group.localId) ?? '';
    groups.set(localId, {
      localId,
      name: kept('name', group.name) ?? localId,
      type: textOf(group.type) ?? '',
      level: kept('level', group.level),
      line: kept('line', group.line),
      from: kept('from', group.from),
      to: kept('to', group.to),
    });
  });
  return { groups, notices };
}

function faultsOf({ localId, name, type, level, line, from, to }: GroupTold, before: ReadonlyMap<string, ToldGroup>): Fault[] {
  const id = textOf(localId);
  const isOne = id && !before.has(id) && groupTypes.includes(textOf(type) ?? '');
  const days = Object.entries({ from, to }).filter(([, day]) => textOf(day) && !isDay(textOf(day) ?? ''));
  return [
    ...(isOne ? [] : [{ code: 'GROUP_MALFORMED' as const, field: 'localId', drops: 'line' as const }]),
    ...unfitKeys([
      { field: 'localId', text: localId, most: 60, drops: 'line' },
      { field: 'name', text: name, most: 100, drops: 'field' },
      { field: 'level', text: level, most: 10, drops: 'field' },
      { field: 'line', text: line, most: 40, drops: 'field' },
    ]),
    ...unknownLevels([{ field: 'level', text: level }]),
    ...days.map(([field]) => ({ code: 'DATE_MALFORMED' as const, field, drops: 'field' as const })),
  ];
}

/** The declared groups and those that persons name without declaring them: a main group becomes one (I1). */
export function withImplicit(
  declared: ReadonlyMap<string, ToldGroup>,
  named: readonly { readonly mainGroup: string | null; readonly groupIds: readonly string[] }[],
): ToldGroup[] {
  const groups = new Map(declared);
  const add = (localId: string, type: string) =>
    groups.has(localId) || groups.set(localId, { localId, name: localId, type, level: null, line: null, from: null, to: null });
  for (const { mainGroup } of named) if (mainGroup) add(mainGroup, MAIN_GROUP);
  for (const { groupIds } of named) for (const localId of groupIds) add(localId, OTHER_GROUP);
  return [...groups.values()];
}
