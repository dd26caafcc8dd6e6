import { connection } from '#shared/page.ts';
import { unlessProtected } from '../domain/people/shown-affiliation.ts';
import {
  addressOf,
  groupsNamed,
  nameOn,
  nationalNumberOf,
  ofOwnRelation,
  personSeenBy,
  relationsOf,
  shownNameOf,
  sourceDateTimeOf,
  tiesOf,
} from './person-answers.ts';
import { continuationSeen } from './identifying/retired-person.ts';
import { usernameOf } from './logins/own-record.ts';
import { permissionFor } from './permission-for.ts';
import type { Resolvers } from './schema.generated.ts';

/** How persons, their ties and what hangs on them are answered. */
export const peopleTypes: Pick<Resolvers, 'Person' | 'Affiliation' | 'Group' | 'ContactRelation' | 'AffiliationConnection'> = {
  Person: {
    name: async (person, _, context) =>
      Object.values(await shownNameOf(context, person))
        .join(' ')
        .trim(),
    username: (person, _, context) => usernameOf(context, person),
    affiliations: ({ uniId }, asked, context) => tiesOf(context, uniId, asked),
    continuesAs: (person, _, context) => continuationSeen(context, person),
    permission: (person, { action }, context) => permissionFor(context, person, action),
  },
  Affiliation: {
    daycareNumber: ({ daycare }) => daycare,
    daycare: ({ daycare }) => ({ number: daycare }),
    frozen: ({ frozenSince }) => frozenSince !== null,
    sourceDateTime: (tie, _, context) => sourceDateTimeOf(context, tie),
    person: (tie) => personSeenBy(tie),
    name: (tie, _, context) => nameOn(context, tie),
    realName: ({ firstName, familyName }) => ({ first: firstName, family: familyName }),
    email: (tie) => unlessProtected(tie, tie.email),
    phones: (tie) => unlessProtected(tie, tie.phones),
    address: (tie, _, context) => addressOf(context, tie),
    nationalNumber: (tie, _, context) => nationalNumberOf(context, tie),
    mainGroup: async (tie, _, context) => (await groupsNamed(context, tie, tie.mainGroup === null ? [] : [tie.mainGroup]))[0] ?? null,
    groups: (tie, _, context) => groupsNamed(context, tie, tie.groupIds),
    contacts: (tie, _, context) => relationsOf(context, tie, 'contacts'),
    children: (tie, _, context) => relationsOf(context, tie, 'children'),
  },
  Group: { daycareNumber: ({ daycare }) => daycare },
  ContactRelation: {
    child: ({ ties }) => ties.child,
    contact: ({ ties }) => ties.contact,
    daycareNumber: ({ daycare }) => daycare,
    hasCustody: (relation) => ofOwnRelation(relation, relation.hasCustody),
    accessLevel: (relation) => ofOwnRelation(relation, relation.accessLevel),
  },
  AffiliationConnection: { ...connection, feedPosition: ({ feedPosition }) => feedPosition() },
};
