/** How many versions of daycares hold from one month end, counted from 0, until another that they no longer reach. */
export interface Held {
  readonly keys: readonly string[];
  readonly daycares: number;
  readonly began: number;
  readonly ended: number;
}

/** How many hold at each of so many month ends, by their other keys; a month end at which none holds is not among them. */
export function heldAtMonthEnds(held: readonly Held[], monthEnds: number): { keys: readonly string[]; month: number; daycares: number }[] {
  return [...Map.groupBy(held, ({ keys }) => JSON.stringify(keys)).values()].flatMap((alike) => {
    const keys = alike[0]?.keys ?? [];
    return totals(alike, monthEnds).flatMap((daycares, month) => (daycares > 0 ? [{ keys, month, daycares }] : []));
  });
}

/** What begins is added and what ended taken away, from month to month: the work does not grow with how long they hold. */
function totals(held: readonly Held[], monthEnds: number): readonly number[] {
  const changes = new Array<number>(monthEnds + 1).fill(0);
  for (const { began, ended, daycares } of held) {
    changes[began] = (changes[began] ?? 0) + daycares;
    changes[ended] = (changes[ended] ?? 0) - daycares;
  }
  let total = 0;
  return changes.slice(0, monthEnds).map((change) => {
    total += change;
    return total;
  });
}
