import { accessLevels, relations } from '../people/contact-relation.ts';
import type { ContactTold } from './import-document.ts';
import type { Fault } from '../importing/import-notice.ts';
import { idFaults } from './line-rules.ts';
import { textOf } from './text-rules.ts';

type ContactRule = (contact: ContactTold, numbers: ReadonlySet<string>) => readonly Fault[];

const canBeIdentified: ContactRule = ({ localPersonId, person }) =>
  textOf(person?.nationalNumber) || textOf(localPersonId) ? [] : [{ code: 'CONTACT_UNIDENTIFIED', field: 'localPersonId', drops: 'line' }];

const hasASoundId: ContactRule = ({ localPersonId }, numbers) => idFaults(localPersonId, numbers);

const isRelated: ContactRule = ({ relation }) =>
  relations.includes(textOf(relation) ?? '') ? [] : [{ code: 'UNKNOWN_RELATION', field: 'relation', drops: 'line' }];

const hasAnAccessLevel: ContactRule = ({ accessLevel }) =>
  accessLevels.includes(accessLevel ?? 0) ? [] : [{ code: 'ACCESS_LEVEL_UNKNOWN', field: 'accessLevel', drops: 'line' }];

const holdsAPerson: ContactRule = ({ person }) => (person ? [] : [{ code: 'NAME_MISSING', field: 'person', drops: 'line' }]);

/** What is asked of a contact of a child; one that fails is left out, while the child goes in. Any number of contacts may be given (I3). */
export const contactRules: readonly ContactRule[] = [canBeIdentified, hasASoundId, isRelated, hasAnAccessLevel, holdsAPerson];
