import { createHash } from 'node:crypto';
import { DocumentFault, type DocumentFaultName, refusalOf } from '../../domain/sent/document-fault.ts';
import { canonicalText, type GroupTold, type ImportDocument, type LineTold } from '../../domain/document/import-document.ts';
import type { SentDocument } from '../../domain/sent/sent-document.ts';
import { toldInstant } from '../../domain/sent/told-instant.ts';
import { importFormat } from './import-format.ts';
import { readStrictXml } from './strict-xml.ts';
import { groupTold, lineTold } from './told-of-elements.ts';
import { type Told, walkFormat } from './walk-format.ts';

/** The largest document, in UTF-16 units: what a supplier's system may send at once. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

interface Reading {
  attributes: Readonly<Record<string, string>>;
  number: string | undefined;
  readonly groups: GroupTold[];
  readonly persons: (LineTold | null)[];
}

/**
 * Reads UNILoginImport into the document that is sent any other way. What is wrong with it as a whole stands on it as its fault;
 * a DocumentFault is thrown where it was not even said whose document it is.
 */
export function readImportDocument(given: string): SentDocument {
  const xml = given.replace(/^\uFEFF/, '');
  const reading: Reading = { attributes: {}, number: undefined, groups: [], persons: [] };
  try {
    if (xml.length > LARGEST_DOCUMENT) throw new DocumentFault('TOO_LARGE');
    if (!xml.trim()) throw new DocumentFault('EMPTY');
    if (xml.includes('\uFFFD')) throw new DocumentFault('NOT_UTF8');
    readStrictXml(xml, walkFormat(importFormat, takenInto(reading)));
    const head = headOf(reading);
    if (head instanceof DocumentFault) throw head;
    const document = { ...head, groups: reading.groups, persons: reading.persons };
    return { document, text: canonicalText(document) };
  } catch (thrown) {
    const head = headOf(reading);
    if (!(thrown instanceof DocumentFault) || head instanceof DocumentFault) throw thrown;
    const digest = createHash('sha256').update(xml).digest('hex');
    return { document: { ...head, persons: [] }, text: `unfit ${digest}`, fault: refusalOf(thrown) };
  }
}

const takenInto = (reading: Reading) => ({
  opened: (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'UNILoginImport') reading.attributes = attributes;
  },
  closed: (name: string, told: Told) => {
    if (name === 'InstitutionNumber') reading.number = told.text;
    if (name === 'Group') reading.groups.push(groupTold(told));
    if (name === 'InstitutionPerson') reading.persons.push(lineTold(told));
    return name === 'Group' || name === 'InstitutionPerson' ? ('taken' as const) : ('kept' as const);
  },
});

type Head = Pick<ImportDocument, 'daycare' | 'source' | 'sourceDateTime' | 'schoolYear' | 'sourceVersion'>;

/** What every document says first; the number is read as it is everywhere, in any case and with spaces (hard case 11). */
function headOf({ attributes, number }: Reading): Head | DocumentFault {
  const { source, sourceDateTime: written, schoolYear = null, sourceVersion = null } = attributes;
  const missing = Object.entries({ source, sourceDateTime: written, 'Institution/InstitutionNumber': number }).find(([, each]) => !each);
  if (missing) return headFault('MISSING', missing[0]);
  const sourceDateTime = toldInstant(written ?? '');
  if (sourceDateTime === undefined) return headFault('MALFORMED', 'sourceDateTime');
  const daycare = (number ?? '').replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]\d{5}$/.test(daycare)) return headFault('MALFORMED', 'Institution/InstitutionNumber');
  return { daycare, source: source ?? '', sourceDateTime, schoolYear, sourceVersion };
}

const headFault = (fault: DocumentFaultName, path: string): DocumentFault => new DocumentFault(fault, { path: `/UNILoginImport/${path}` });
