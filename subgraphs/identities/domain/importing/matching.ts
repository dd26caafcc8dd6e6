import type { ToldPerson } from '../people/person.ts';
import { type ImportNotice, type NoticeCode, noticeOf } from './import-notice.ts';
import type { RefusedPerson, TakenContact, TakenLine, TakenPerson } from '../document/taken-person.ts';

/** What is known of those whom a document names. Numbers stand here in memory only. */
export interface KnownPersons {
  readonly byNumber: ReadonlyMap<string, string>;
  /** By the local ids that this source uses now. */
  readonly byLocalId: ReadonlyMap<string, string>;
  /** By the local ids that this source used once. */
  readonly byFormerId: ReadonlyMap<string, string>;
  /** Who of those known by a local id has a national number in the vault. */
  readonly numbered: ReadonlySet<string>;
}

/** Somebody who is not known yet. The key is only for the document at hand. */
export interface Newcomer {
  readonly key: string;
  readonly told: ToldPerson;
  readonly nationalNumber: string | null;
}

export interface MatchedContact {
  readonly told: TakenContact;
  readonly identity: string;
}

/** A line with whose it is: a UniID, or the key of a newcomer. */
export interface MatchedLine {
  readonly told: TakenLine;
  readonly identity: string;
  readonly contacts: readonly MatchedContact[];
}

export interface Matched {
  readonly lines: readonly MatchedLine[];
  readonly newcomers: readonly Newcomer[];
  /** How the document shows each person: protected if any of its lines says so. */
  readonly told: ReadonlyMap<string, ToldPerson>;
  readonly refused: readonly RefusedPerson[];
  readonly notices: readonly ImportNotice[];
}

/** Says who everyone in a document is: by national number, else by the local id of an existing tie, else somebody new. */
export function matchPersons(lines: readonly TakenLine[], known: KnownPersons): Matched {
  const matching = {
    known,
    numberOf: numbersByLocalId(lines),
    told: new Map<string, ToldPerson>(),
    numbers: new Map<string, string | null>(),
    refused: [] as RefusedPerson[],
    notices: [] as ImportNotice[],
  };
  const seen = new Set<string>();
  const matched = lines.flatMap((line) => {
    const identity = identify(line, matching);
    if (identity && !seen.has(`${line.role} ${identity}`)) {
      seen.add(`${line.role} ${identity}`);
      const contacts = line.contacts.flatMap((told) => {
        const contact = identify(told, matching);
        return contact ? [{ told: withoutHeldNumber(told, contact, matching), identity: contact }] : [];
      });
      return [{ told: withoutHeldNumber(line, identity, matching), identity, contacts: onceEach(contacts) }];
    }
    if (identity) refuseLine(line, 'PERSON_TWICE', matching);
    return [];
  });
  const newcomers = [...matching.numbers].flatMap(([key, nationalNumber]) => {
    const told = matching.told.get(key);
    return told ? [{ key, told, nationalNumber }] : [];
  });
  return { ...matching, lines: matched, newcomers };
}

interface Matching {
  readonly known: KnownPersons;
  readonly numberOf: ReadonlyMap<string, string>;
  readonly told: Map<string, ToldPerson>;
  readonly numbers: Map<string, string | null>;
  readonly refused: RefusedPerson[];
  readonly notices: ImportNotice[];
}

/** Whose line this is; undefined where it was refused. Protection counts from whichever line tells it. */
function identify(person: TakenPerson, matching: Matching): string | undefined {
  const { localPersonId } = person.facts;
  const number = person.nationalNumber ?? (localPersonId ? matching.numberOf.get(localPersonId) : undefined) ?? null;
  const identity = identityOf({ localPersonId, number }, matching);
  if (!identity) {
    refuseLine(person, 'NATIONAL_NUMBER_CHANGED', matching);
    return undefined;
  }
  const before = matching.told.get(identity);
  if (!before || (person.facts.isProtected && !before.isProtected)) matching.told.set(identity, person.facts);
  return identity;
}

function identityOf(
  { localPersonId, number }: { localPersonId: string | null; number: string | null },
  { known, numbers }: Matching,
): string | undefined {
  const byNumber = number ? known.byNumber.get(number) : undefined;
  const byLocalId = localPersonId ? known.byLocalId.get(localPersonId) : undefined;
  if (byLocalId && number && byNumber !== byLocalId && known.numbered.has(byLocalId)) return undefined;
  const former = !number && localPersonId ? known.byFormerId.get(localPersonId) : undefined;
  const found = byLocalId ?? byNumber ?? former;
  if (found) return found;
  const key = number ? `number ${number}` : `local ${localPersonId}`;
  numbers.set(key, number);
  return key;
}

/**
 * A number told of somebody who was known without one is held back until it is confirmed (I20), the same whether or not it is
 * somebody else's: the sender must not learn whose numbers are known here.
 */
function withoutHeldNumber<Told extends TakenPerson>(told: Told, identity: string, { known, notices }: Matching): Told {
  const { nationalNumber, facts, line, prefix } = told;
  const isHeld =
    nationalNumber && known.byLocalId.get(facts.localPersonId ?? '') === identity && known.byNumber.get(nationalNumber) !== identity;
  if (!isHeld) return told;
  notices.push(noticeOf({ code: 'NATIONAL_NUMBER_UNCONFIRMED', field: 'person.nationalNumber', drops: 'field' }, line, prefix));
  return { ...told, facts: { ...facts, nationalNumberKind: 'UNKNOWN' } };
}

function refuseLine({ facts, nationalNumber, line, prefix }: TakenPerson, code: NoticeCode, { refused, notices }: Matching): void {
  const field = code === 'PERSON_TWICE' ? 'person' : 'person.nationalNumber';
  notices.push(noticeOf({ code, field, drops: 'line' }, line, prefix));
  refused.push({ localPersonId: facts.localPersonId, nationalNumber });
}

/** A number told once with a local id holds for the id's other places in the document. */
function numbersByLocalId(lines: readonly TakenLine[]): ReadonlyMap<string, string> {
  const people: readonly TakenPerson[] = lines.flatMap((line) => [line, ...line.contacts]);
  return new Map(
    people.flatMap(({ facts: { localPersonId }, nationalNumber }) =>
      localPersonId && nationalNumber ? [[localPersonId, nationalNumber] as const] : [],
    ),
  );
}

/** Each contact of a child once, as first told. */
const onceEach = (contacts: readonly MatchedContact[]): MatchedContact[] =>
  [...new Map([...contacts].reverse().map((contact) => [contact.identity, contact])).values()].reverse();
