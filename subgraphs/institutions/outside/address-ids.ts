import { compactRows, type Row } from './tables/compact-rows.ts';

/** The ids of a country's addresses. */
export interface AddressIds {
  /** False where this is no id at all. */
  add(id: string): boolean;
  has(id: string): boolean;
}

/** Ids as the address register gives them, sixteen bytes each. */
export function addressIds(): AddressIds {
  const rows = compactRows(4);
  return {
    add(id) {
      const row = rowFrom(id);
      if (row) rows.add(row);
      return row !== undefined;
    },
    has(id) {
      const row = rowFrom(id);
      return row !== undefined && rows.find(row) !== undefined;
    },
  };
}

const shape = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})([0-9a-f]{8})$/i;

function rowFrom(id: string): Row | undefined {
  const [, first, second, third, fourth, fifth, sixth] = shape.exec(id) ?? [];
  if (first === undefined) return undefined;
  return [number(first), number(`${second}${third}`), number(`${fourth}${fifth}`), number(`${sixth}`)];
}

const number = (digits: string): number => Number.parseInt(digits, 16);
