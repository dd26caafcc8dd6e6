/** Values of an operation's variables, as they came. */
export type Given = Readonly<Record<string, unknown>>;

/** A number that may hang on the variables. */
export type Amount = number | ((given: Given) => number);

export const amountFor = (amount: Amount, given: Given): number => (typeof amount === 'number' ? amount : amount(given));

const saturated = (value: number) => Math.min(value, Number.MAX_SAFE_INTEGER);

/** The sum; what does not hang on variables is added up once. */
export function plus(amounts: readonly Amount[]): Amount {
  const fixed = saturated(amounts.reduce<number>((sum, amount) => sum + (typeof amount === 'number' ? amount : 0), 0));
  const varying = amounts.filter((amount) => typeof amount !== 'number');
  if (varying.length === 0) return fixed;
  return (given) => saturated(varying.reduce((sum, amount) => sum + amount(given), fixed));
}

export function times(one: Amount, other: Amount): Amount {
  if (one === 1) return other;
  if (typeof one === 'number' && typeof other === 'number') return saturated(one * other);
  return (given) => saturated(amountFor(one, given) * amountFor(other, given));
}
