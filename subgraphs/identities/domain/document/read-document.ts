import { digitsIn, nationalNumberOf } from '#shared/national-number.ts';
import { dayOf } from '#shared/danish-day.ts';
import type { ToldGroup } from '../people/group.ts';
import { type ContactOf, contactRules } from './contact-rules.ts';
import type { ContactTold, ImportDocument, LineTold, PersonTold } from './import-document.ts';
import { type Fault, type ImportNotice, noticeOf } from '../importing/import-notice.ts';
import { type ProtectedMention, saidProtected } from './said-protected.ts';
import { type LineSurroundings, lineRules, tellableId, withoutSeparators } from './line-rules.ts';
import { personRules } from './person-rules.ts';
import { readGroups } from './read-groups.ts';
import type { RefusedPerson, TakenContact, TakenLine } from './taken-person.ts';
import { asContact, personFactsOf, roleOf } from './tie-facts.ts';
import { textOf } from './text-rules.ts';

export interface ReadDocument {
  readonly groups: ReadonlyMap<string, ToldGroup>;
  readonly lines: readonly TakenLine[];
  readonly refused: readonly RefusedPerson[];
  /** Protection counts at once, from whichever line tells it, sound or refused. */
  readonly protectedOnes: readonly ProtectedMention[];
  readonly notices: readonly ImportNotice[];
}

/** Judges a document line by line: bad lines become notices and the rest goes in (4.4). */
export function readDocument(document: ImportDocument): ReadDocument {
  const { groups, notices } = readGroups(document.groups ?? []);
  const reading: Reading = {
    before: new Set(),
    numbers: numbersIn(document),
    day: dayOf(document.sourceDateTime),
    groupTypes: new Map([...groups].map(([localId, { type }]) => [localId, type])),
    refused: [],
    notices: [...notices],
  };
  const lines = document.persons.flatMap((line) => readLine(line, reading) ?? []);
  return { groups, lines, refused: reading.refused, protectedOnes: saidProtected(document), notices: reading.notices };
}

interface Reading extends LineSurroundings {
  readonly before: Set<string>;
  readonly day: string;
  readonly refused: RefusedPerson[];
  readonly notices: ImportNotice[];
}

function readLine(line: LineTold | null | undefined, reading: Reading): TakenLine | undefined {
  const { notices, refused, numbers } = reading;
  const localPersonId = tellableId(line?.localPersonId, numbers);
  if (!line) {
    notices.push(noticeOf({ code: 'LINE_EMPTY', field: 'person', drops: 'line' }, null));
    refused.push({ localPersonId: null, nationalNumber: null });
    return undefined;
  }
  const ofPerson = faultsOfPerson(line.person, reading.day);
  const faults = [
    ...lineRules.flatMap((rule) => rule(line, reading)),
    ...ofPerson.map((fault) => ({ ...fault, field: `person.${fault.field}` })),
  ];
  notices.push(...faults.map((fault) => noticeOf(fault, localPersonId)));
  if (localPersonId) reading.before.add(localPersonId);
  const role = roleOf(line, fieldsIn(faults));
  if (!role || !line.person || dropsLine(faults)) {
    refused.push(refusedFrom(localPersonId, line.person));
    return undefined;
  }
  const { role: name, ...place } = role;
  const facts = { ...personFactsOf(line.person, fieldsIn(ofPerson)), ...place, localPersonId };
  const nationalNumber = numberOf(line.person);
  const contacts = (line.child?.contacts ?? []).flatMap(
    (contact, index) => readContact(contact, { localPersonId, nationalNumber, prefix: `child.contacts.${index}.` }, reading) ?? [],
  );
  return { role: name, facts, nationalNumber, line: localPersonId, prefix: '', contacts };
}

function readContact(
  contact: ContactTold | null | undefined,
  at: ContactOf & { readonly prefix: string },
  { notices, refused, numbers, day }: Reading,
): TakenContact | undefined {
  if (!contact) return undefined;
  const ofPerson = faultsOfPerson(contact.person, day);
  const faults = [
    ...contactRules.flatMap((rule) => rule(contact, numbers, at)),
    ...ofPerson.map((fault) => ({ ...fault, field: `person.${fault.field}` })),
  ];
  notices.push(...faults.map((fault) => noticeOf(fault, at.localPersonId, at.prefix)));
  const localPersonId = tellableId(contact.localPersonId, numbers);
  if (!contact.person || dropsLine(faults)) {
    refused.push(refusedFrom(localPersonId, contact.person));
    return undefined;
  }
  const facts = { ...personFactsOf(contact.person, fieldsIn(ofPerson)), ...asContact, localPersonId };
  const { hasCustody, accessLevel } = contact;
  return {
    role: 'CONTACT',
    facts,
    nationalNumber: numberOf(contact.person),
    line: at.localPersonId,
    prefix: at.prefix,
    relation: textOf(contact.relation) ?? '',
    hasCustody: hasCustody ?? false,
    accessLevel: accessLevel ?? 0,
  };
}

const faultsOfPerson = (person: PersonTold | null | undefined, day: string): Fault[] =>
  person ? personRules.flatMap((rule) => rule(person, day)) : [];
const fieldsIn = (faults: readonly Fault[]): ReadonlySet<string> => new Set(faults.map(({ field }) => field));
const dropsLine = (faults: readonly Fault[]): boolean => faults.some(({ drops }) => drops === 'line');
const numberOf = ({ nationalNumber }: PersonTold): string | null => nationalNumberOf(nationalNumber ?? '') ?? null;

const refusedFrom = (localPersonId: string | null, person: PersonTold | null | undefined): RefusedPerson => ({
  localPersonId,
  nationalNumber: person ? numberOf(person) : null,
});

function numbersIn({ persons }: ImportDocument): ReadonlySet<string> {
  const people = persons.flatMap((line) => [line?.person, ...(line?.child?.contacts ?? []).map((contact) => contact?.person)]);
  const written = people.flatMap((person) => textOf(person?.nationalNumber) ?? []);
  return new Set([...written.map(withoutSeparators), ...written.map(digitsIn)]);
}
