import type { Supplier, SupplierSystem } from '../systems/system.ts';
import { fold, readWords } from './folded-words.ts';

/** All suppliers and systems there are: a few hundred names. */
export interface Parties {
  readonly suppliers: readonly Supplier[];
  readonly systems: readonly SupplierSystem[];
}

/** A word that is looked for, and the suppliers and systems that it finds; which daycares it finds the store knows. */
export interface SoughtWord {
  readonly word: string;
  readonly suppliers: readonly string[];
  readonly systems: readonly string[];
}

/** What a text asks for, word by word. */
export function soughtIn(text: string, { suppliers, systems }: Parties): readonly SoughtWord[] {
  return readWords(text).map((word) => ({
    word,
    suppliers: suppliers.filter((supplier) => finds(word, supplier.name, supplier.number)).map(({ number }) => number),
    systems: systems.filter((system) => finds(word, system.name, system.id)).map(({ id }) => id),
  }));
}

/** The numbers of the suppliers in which every word of a text is found: in name, number, company number, or a system's name. */
export function suppliersFor(text: string, { suppliers, systems }: Parties): readonly string[] {
  const words = readWords(text);
  const ofSupplier = Map.groupBy(systems, ({ supplier }) => supplier);
  return suppliers
    .filter(({ number, name, companyNumber }) => {
      const names = (ofSupplier.get(number) ?? []).map((system) => system.name);
      return words.every((word) => finds(word, name, number, companyNumber, ...names));
    })
    .map(({ number }) => number);
}

const finds = (word: string, ...texts: readonly string[]): boolean => texts.some((text) => fold(text).includes(word));
