import { type Refusal, refusal } from '#shared/refusal.ts';
import { nationalNumberOf } from '#shared/national-number.ts';

/** By what a person is looked for; exactly one is given. */
export interface PersonKey {
  readonly localPersonId?: string | null | undefined;
  readonly uniId?: string | null | undefined;
  readonly nationalNumber?: string | null | undefined;
  readonly name?: string | null | undefined;
}

export type KeyKind = keyof PersonKey;
export interface OneKey {
  readonly kind: KeyKind;
  readonly value: string;
}

const kinds = ['localPersonId', 'uniId', 'nationalNumber', 'name'] as const satisfies readonly KeyKind[];
const LONGEST = 200;

/** The one key that was given, as it is looked for; no refusal repeats what was given. */
export function oneKeyOf(key: PersonKey): OneKey | Refusal {
  const given = kinds.flatMap((kind) => (key[kind] ? [{ kind, value: key[kind].trim() }] : []));
  const [one] = given;
  if (!one || given.length > 1 || one.value === '') return unfit('Give exactly one of localPersonId, uniId, nationalNumber and name.');
  if (one.value.length > LONGEST) return unfit(`What a person is looked for by has at most ${LONGEST} characters.`);
  if (one.kind !== 'nationalNumber') return one;
  const number = nationalNumberOf(one.value);
  return number ? { kind: one.kind, value: number } : unfit('A national number is ten digits that begin with a day and a month.');
}

const unfit = (because: string): Refusal => refusal('INVALID_INPUT', because, { facts: { argument: 'by' } });

/** Told where a name is several people's: which of them is asked for by another key. */
export const severalOf = (count: number): Refusal =>
  refusal('INVALID_INPUT', 'Several people of the daycare have this name; ask by localPersonId.', {
    facts: { argument: 'by', people: count },
  });
