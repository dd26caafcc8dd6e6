import { createHash } from 'node:crypto';
import { refuse } from './refusal.ts';

const VERSION = '1';
const CHECK_LENGTH = 6;

/** An opaque place in a list or a feed: what kind of list, and the values of its key there. Holds nothing personal. */
export function toCursor(list: string, place: readonly (string | number)[]): string {
  const told = JSON.stringify([VERSION, list, ...place]);
  return Buffer.from(check(told) + told).toString('base64url');
}

/** The key that a cursor of this list holds, or a refusal when it is of another list or was changed on the way. */
export function fromCursor(list: string, cursor: string): readonly (string | number)[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  const told = text.slice(CHECK_LENGTH);
  if (text.slice(0, CHECK_LENGTH) !== check(told)) return refuseCursor('The cursor is not one that was given out here; start without one.');
  const [version, of, ...place] = partsOf(told);
  if (version !== VERSION || of !== list)
    return refuseCursor('The cursor belongs to another list; use it where it was given, or start without one.');
  return place;
}

/** What a cursor holds: texts and numbers, nothing else. */
function partsOf(told: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(told);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string' || Number.isFinite(part))) return parts;
  } catch {
    // Told below, as any other cursor that is none.
  }
  return refuseCursor('The cursor is not one that was given out here; start without one.');
}

const check = (told: string) => createHash('sha256').update(told).digest('base64url').slice(0, CHECK_LENGTH);
const refuseCursor = (because: string): never => refuse('INVALID_INPUT', because, { facts: { argument: 'after' } });
