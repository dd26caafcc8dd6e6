import { insertRows, type Transaction } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { type SealedKind, type SealedPart, sealedParts } from './waiting-tables.ts';

/** As long as a part of a text is; sealed it stays well under what a server takes in one statement. */
const PART = 200_000;

interface Sealing {
  readonly run: string;
  readonly kind: SealedKind;
  readonly eraseAt: number;
}

/** Keeps a text of a run, sealed for that run, kind and place, part by part. */
export async function sealText(
  transaction: Transaction,
  cipher: NumberCipher,
  { run, kind, eraseAt }: Sealing,
  text: string,
): Promise<void> {
  for (const [part, piece] of piecesOf(text).entries())
    await insertRows(transaction, sealedParts, [{ run, kind, part, ...cipher.seal(placeOf({ run, kind, part }), piece), eraseAt }]);
}

/** The text as it was kept; nothing where it was erased. */
export async function openText(
  { manager }: Transaction,
  cipher: NumberCipher,
  { run, kind }: Omit<Sealing, 'eraseAt'>,
): Promise<string | undefined> {
  const parts = await manager
    .createQueryBuilder(sealedParts, 's')
    .where('s.run = :run AND s.kind = :kind', { run, kind })
    .orderBy('s.part')
    .getMany();
  return parts.length === 0 ? undefined : parts.map((part) => cipher.open(placeOf(part), part)).join('');
}

const placeOf = ({ run, kind, part }: Pick<SealedPart, 'run' | 'kind' | 'part'>): string => `${run} ${kind} ${part}`;

/** A text in parts, none of which ends within a character. */
export function piecesOf(text: string, size = PART): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const isWithin = /[\ud800-\udbff]/.test(text.charAt(from + size - 1));
    const to = from + size + (isWithin ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
