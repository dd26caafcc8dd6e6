import { nationalNumberOf } from '#shared/national-number.ts';
import { accessLevels, relations } from '../people/contact-relation.ts';
import type { ContactTold } from './import-document.ts';
import type { Fault } from '../importing/import-notice.ts';
import { idFaults } from './line-rules.ts';
import { textOf } from './text-rules.ts';

/** Whose contact it is. */
export interface ContactOf {
  readonly localPersonId: string | null;
  readonly nationalNumber: string | null;
}

type ContactRule = (contact: ContactTold, numbers: ReadonlySet<string>, child: ContactOf) => readonly Fault[];

const canBeIdentified: ContactRule = ({ localPersonId, person }) =>
  textOf(person?.nationalNumber) || textOf(localPersonId) ? [] : [{ code: 'CONTACT_UNIDENTIFIED', field: 'localPersonId', drops: 'line' }];

const hasASoundId: ContactRule = ({ localPersonId }, numbers) => idFaults(localPersonId, numbers);

const isRelated: ContactRule = ({ relation }) =>
  relations.includes(textOf(relation) ?? '') ? [] : [{ code: 'UNKNOWN_RELATION', field: 'relation', drops: 'line' }];

const hasAnAccessLevel: ContactRule = ({ accessLevel }) =>
  accessLevels.includes(accessLevel ?? 0) ? [] : [{ code: 'ACCESS_LEVEL_UNKNOWN', field: 'accessLevel', drops: 'line' }];

const hasCustodyOrNot: ContactRule = ({ hasCustody }) =>
  hasCustody === null ? [{ code: 'CUSTODY_UNTOLD', field: 'hasCustody', drops: 'line' }] : [];

const isSomebodyElse: ContactRule = ({ localPersonId, person }, _, child) => {
  const number = nationalNumberOf(person?.nationalNumber ?? '');
  const isSelf = (number && number === child.nationalNumber) || (child.localPersonId && textOf(localPersonId) === child.localPersonId);
  return isSelf ? [{ code: 'CONTACT_IS_THE_CHILD', field: 'person', drops: 'line' }] : [];
};

const holdsAPerson: ContactRule = ({ person }) => (person ? [] : [{ code: 'NAME_MISSING', field: 'person', drops: 'line' }]);

/** What is asked of a contact of a child; one that fails is left out, while the child goes in. Any number of contacts may be given (I3). */
export const contactRules: readonly ContactRule[] = [
  canBeIdentified,
  hasASoundId,
  isSomebodyElse,
  isRelated,
  hasCustodyOrNot,
  hasAnAccessLevel,
  holdsAPerson,
];
