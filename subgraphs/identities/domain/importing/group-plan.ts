import type { Group, ToldGroup } from '../people/group.ts';
import type { SourceKey } from './import-run.ts';

interface ToldGroups {
  readonly source: SourceKey;
  readonly at: number;
  readonly newId: () => string;
}

/** Which groups are written anew, and which the source no longer names. */
export function planGroups({ source, at, newId }: ToldGroups, told: readonly ToldGroup[], standing: readonly Group[]) {
  const before = new Map(standing.map((group) => [group.localId, group]));
  const named = new Set(told.map(({ localId }) => localId));
  const kept = told.map((group): Group => ({ ...group, ...source, id: before.get(group.localId)?.id ?? newId(), goneSince: null }));
  return {
    groupsKept: kept.filter((group) => contentOf(group) !== contentOf(before.get(group.localId))),
    groupsGone: standing
      .filter(({ localId, goneSince }) => goneSince === null && !named.has(localId))
      .map((group) => ({ ...group, goneSince: at })),
  };
}

const contentOf = (group: Group | undefined) =>
  group && JSON.stringify([group.name, group.type, group.level, group.line, group.from, group.to, group.goneSince]);
