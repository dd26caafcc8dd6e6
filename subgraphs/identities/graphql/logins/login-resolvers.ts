import { connection } from '#shared/page.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from '../schema.generated.ts';
import { loginUserPage } from './login-users.ts';
import { adviceFor, childrenOf, ownRecord, readsPage } from './own-record.ts';

/** A person who has just acted for themselves, with their own record to show them by. */
async function asOneself({ loaders }: Context, done: Promise<Person>): Promise<Person> {
  const person = await done;
  await loaders.own.read();
  return person;
}

/** What concerns logins and one's own record. */
export const loginResolvers = {
  Query: {
    myData: (_, __, context) => ownRecord(context),
    loginUsers: (_, asked, context) => loginUserPage(context, asked),
  } satisfies QueryResolvers,
  Mutation: {
    activateIdentity: (_, { code, username }, context) =>
      asOneself(context, context.acts.activateIdentity({ code: code ?? null, username: username ?? null })),
    issueActivation: (_, told, { acts }) => acts.issueActivation(told),
    confirmActivation: (_, { uniId }, { acts }) => acts.confirmActivation(uniId),
    setIdentityBlocked: (_, told, { acts }) => acts.blockIdentity(told),
  } satisfies MutationResolvers,
  types: {
    MyData: {
      person: ({ scope }) => scope?.person ?? null,
      affiliations: ({ scope }) => scope?.ties ?? [],
      children: (record) => childrenOf(record),
      reads: (record, page, context) => readsPage(context, record, page),
      advice: (record) => adviceFor(record),
    },
    Activation: {
      deliveredTo: ({ daycare }) => `Letter to the home address that ${daycare} has told`,
      needsSecondPerson: ({ confirmedBy }) => confirmedBy === null,
    },
    LoginUserPage: { total: ({ total }) => total() },
    LoginUser: {
      uniId: ({ person }) => person.uniId,
      state: ({ person }) => person.state,
      givenName: ({ name }) => name.first,
      familyName: ({ name }) => name.family,
    },
    LoginUserRole: { daycareNumber: ({ daycare }) => daycare },
    Read: { daycareNumber: ({ daycare }) => daycare },
    ReadConnection: connection,
  } satisfies Resolvers,
};
