import { checksEdition } from '../../domain/findings/findings.ts';
import { type ReviewStore, reviewedAll } from '../../domain/findings/review.ts';
import { postalCodesEdition } from '../../domain/addresses/postal-codes.ts';
import { matrixAt } from '../../domain/daycares/cross-validation.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { askedOf, askOthers, type OtherRegisters } from '../../domain/upkeep/ask-others.ts';
import type { Verdicts } from '../../domain/upkeep/judge-by-others.ts';

const AT_ONCE = 200;

/** Judges the next daycares where a rule, a table or another register's answers have changed since all were; whether more are left. */
export async function reviewNext(store: ReviewStore, others: OtherRegisters): Promise<boolean> {
  const edition = await editionNow(others, store.at);
  const from = await store.state();
  if (from.edition === edition && from.upTo === reviewedAll) return false;
  const daycares = await store.next(from.edition === edition ? from.upTo : '', AT_ONCE);
  const upTo = daycares.length < AT_ONCE ? reviewedAll : (daycares.at(-1)?.number ?? reviewedAll);
  await store.keep(daycares, await verdictsOn(daycares, others), { from, to: { edition, upTo } });
  return upTo !== reviewedAll;
}

/** Judges some daycares anew, with what the other registers say now. */
export async function reviewDaycares(store: ReviewStore, others: OtherRegisters, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const daycares = await store.named(numbers);
  await store.keep(daycares, await verdictsOn(daycares, others));
}

async function verdictsOn(daycares: readonly Daycare[], others: OtherRegisters): Promise<ReadonlyMap<string, Verdicts>> {
  const verdicts = await askOthers(others, daycares.map(askedOf));
  return new Map(
    daycares.flatMap(({ number }, index) => {
      const verdict = verdicts[index];
      return verdict ? [[number, verdict]] : [];
    }),
  );
}

/** What all daycares are judged by, as a text that changes with any of it. */
async function editionNow({ address, company }: OtherRegisters, at: number): Promise<string> {
  return [checksEdition, matrixAt(at).edition, postalCodesEdition, await address.edition(), await company.edition()]
    .join(' ')
    .slice(0, 300);
}
