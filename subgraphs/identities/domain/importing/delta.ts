import { type Refusal, refusal } from '#shared/refusal.ts';
import type { ImportDocument } from '../document/import-document.ts';
import { textOf } from '../document/text-rules.ts';
import type { Tie } from '../people/affiliation.ts';
import type { Group } from '../people/group.ts';
import { type ImportNotice, noticeOf } from './import-notice.ts';
import { type ImportSource, MOST_LINES } from './import-run.ts';
import type { MatchedLine } from './matching.ts';

/** Changes against what stands of a source (P5): whom it names begins or changes, whom it lists ends, all others stay. */
export interface Delta {
  readonly named: ReadonlySet<string>;
  readonly ended: ReadonlySet<string>;
}

/** The document as changes; nothing where it is the whole picture. */
export function deltaOf({ baseRun, ended, persons }: ImportDocument): Delta | null {
  if (baseRun === null || baseRun === undefined) return null;
  return {
    named: new Set(persons.flatMap((line) => textOf(line?.localPersonId) ?? [])),
    ended: new Set((ended ?? []).flatMap((id) => textOf(id) ?? [])),
  };
}

/** Why changes cannot be taken: they are against another picture than the one that stands, or end somebody whom they name. */
export function unfitDelta(document: ImportDocument, source: ImportSource): Refusal | undefined {
  const delta = deltaOf(document);
  if (!delta)
    return document.ended && document.ended.length > 0
      ? misplaced('Only changes against a run list who ends; give its baseRun.')
      : undefined;
  if (document.baseRun !== source.lastRun)
    return refusal('STALE_VERSION', 'The changes are not against the run that stands; send them against that, or the whole picture.', {
      rule: 'P5',
      facts: { field: 'baseRun', standing: source.lastRun ?? 'none' },
    });
  if (document.ended && document.ended.length > MOST_LINES)
    return refusal('LIMIT_EXCEEDED', `Changes end at most ${MOST_LINES} persons at once.`, {
      facts: { field: 'ended', limit: MOST_LINES, asked: document.ended.length },
    });
  const contacts = document.persons.flatMap((line) => (line?.child?.contacts ?? []).flatMap((each) => textOf(each?.localPersonId) ?? []));
  return [...delta.named, ...contacts].some((id) => delta.ended.has(id))
    ? misplaced('Somebody whom the document names stands among those who end.')
    : undefined;
}

const misplaced = (because: string): Refusal => refusal('INVALID_INPUT', because, { rule: 'P5', facts: { field: 'ended' } });

/** Changes with the groups that stand, so that all that is said of groups is judged as in the whole picture; a delta ends no group. */
export function withStandingGroups(document: ImportDocument, standing: readonly Group[]): ImportDocument {
  if (!deltaOf(document)) return document;
  const told = document.groups ?? [];
  const named = new Set(told.map(({ localId }) => localId.trim()));
  return { ...document, groups: [...told, ...standing.filter(({ localId, goneSince }) => goneSince === null && !named.has(localId))] };
}

/** The ties that stay since the document says nothing of them; contacts stay with the children they are contacts of. */
export const besides = ({ named, ended }: Delta, ties: readonly Tie[]): Tie[] =>
  ties.filter(({ role, localPersonId }) => role !== 'CONTACT' && !named.has(localPersonId ?? '') && !ended.has(localPersonId ?? ''));

/** A notice for each id that shall end and is nobody's. */
export function unknownAmong(delta: Delta | null, ties: readonly Tie[]): ImportNotice[] {
  const known = new Set(ties.map(({ localPersonId }) => localPersonId));
  return [...(delta?.ended ?? [])]
    .filter((id) => !known.has(id))
    .map(() => noticeOf({ code: 'ENDED_UNKNOWN', field: 'ended', drops: 'field' }, null));
}

/** Whom the source said to be protected on a line that was refused: changes that do not name them take nothing back. */
export function stillClaimed(lines: readonly MatchedLine[], claimed: ReadonlySet<string>): string[] {
  const named = new Set(lines.flatMap(({ identity, contacts }) => [identity, ...contacts.map((contact) => contact.identity)]));
  return [...claimed].filter((uniId) => !named.has(uniId));
}
