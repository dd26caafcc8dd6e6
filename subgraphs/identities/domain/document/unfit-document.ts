import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { ImportDocument } from './import-document.ts';
import { CLOCKS_APART, type ImportSource, MOST_LINES, mostContacts } from '../importing/import-run.ts';

/** Why a document cannot be taken at all, before any line of it is looked at. */
export function unfit({ sourceDateTime, persons }: ImportDocument, daycare: KnownDaycare, at: number): Refusal | undefined {
  if (!daycare.acceptsUsers) return takesNoUsers(daycare);
  if (sourceDateTime > at + CLOCKS_APART)
    return refusal('INVALID_INPUT', 'sourceDateTime is more than five minutes in the future.', {
      rule: 'I14',
      facts: { field: 'sourceDateTime' },
    });
  if (persons.length > MOST_LINES)
    return refusal('LIMIT_EXCEEDED', `A document holds at most ${MOST_LINES} persons.`, {
      facts: { limit: MOST_LINES, asked: persons.length },
    });
  const contacts = persons.reduce((sum, line) => sum + (line?.child?.contacts?.length ?? 0), 0);
  const most = mostContacts(persons.length);
  if (contacts > most)
    return refusal('LIMIT_EXCEEDED', 'A document holds at most ten contacts a line, though a hundred in all are always taken.', {
      facts: { limit: most, asked: contacts },
    });
  return undefined;
}

/** Why a document that is no newer than the last one is not taken. */
export const notNewer = ({ newestDateTime }: ImportSource): Refusal =>
  refusal('NOT_NEWER', 'sourceDateTime is not newer than that of the last document taken in, or held, from this source.', {
    rule: 'I14',
    facts: { last: new Date(newestDateTime).toISOString() },
  });

/** Why nobody can be tied to a daycare. */
export const takesNoUsers = ({ number }: KnownDaycare): Refusal =>
  refusal('DAYCARE_TAKES_NO_USERS', `${number} cannot hold users: it is not open, or lacks company or production unit number.`, {
    rule: 'I12',
  });
