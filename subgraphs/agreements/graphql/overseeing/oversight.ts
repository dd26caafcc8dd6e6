import DataLoader from 'dataloader';
import { refuse } from '#shared/refusal.ts';
import type { OversightReader } from '../../domain/overseeing/oversight-reader.ts';
import { type AccessUse, type Days, unused } from '../../domain/uses/access-use.ts';

interface UseAsked {
  readonly access: string;
  readonly days: Days;
}

/** What one request oversees with. */
export interface Oversight {
  readonly reader: OversightReader;
  useOf(access: string, days: { readonly from?: string | null | undefined; readonly to?: string | null | undefined }): Promise<AccessUse>;
}

/** Oversight for one request: the uses asked for are gathered into one statement for the same days. */
export function oversightWith(reader: OversightReader): Oversight {
  const uses = new DataLoader<UseAsked, AccessUse, string>((asked) => usesTogether(reader, asked), {
    cacheKeyFn: (each) => JSON.stringify(each),
  });
  return {
    reader,
    useOf: (access, { from = null, to = null }) => {
      if (from && to && from > to)
        refuse('INVALID_INPUT', 'The days are counted from the earlier to the later.', { facts: { argument: 'from' } });
      return uses.load({ access, days: { from, to } });
    },
  };
}

async function usesTogether(reader: OversightReader, asked: readonly UseAsked[]): Promise<AccessUse[]> {
  const found = new Map<string, ReadonlyMap<string, AccessUse>>();
  for (const [days, group] of Map.groupBy(asked, (each) => JSON.stringify(each.days))) {
    const [first] = group;
    const accesses = [...new Set(group.map(({ access }) => access))];
    if (first) found.set(days, await reader.usesOf(accesses, first.days));
  }
  return asked.map(({ access, days }) => found.get(JSON.stringify(days))?.get(access) ?? unused);
}
