import { createRequire } from 'node:module';
import { GraphQLError, type GraphQLResolveInfo, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';
import type { Actor } from './actor.ts';
import { Refused, type Refusal, refusal } from './refusal.ts';

// Both are loaded as CommonJS: shield's own ES module build does not load on this Node, and their classes must be the same ones.
const require = createRequire(import.meta.url);
const { applyMiddleware }: typeof Middleware = require('graphql-middleware');
const { shield, rule: shieldRule, allow: shieldAllow, deny }: typeof Shield = require('graphql-shield');

export interface GuardedContext {
  readonly actor: Actor;
}

type Asked = readonly [parent: unknown, args: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo];

/** May this actor ask this field? Nothing if so, else the refusal. */
export interface Rule<Context extends GuardedContext> {
  readonly name: string;
  readonly verdict: (context: Context, ...asked: Asked) => Refusal | undefined | Promise<Refusal | undefined>;
}

/** For every field of Query and Mutation, and every sensitive field: the rule by which it may be asked. */
export type Permissions<Context extends GuardedContext> = Readonly<Record<string, Readonly<Record<string, Rule<Context>>>>>;

const made = new WeakSet<object>();

/** Makes a rule; only rules made here are accepted, so that a bare function can never stand in for one. */
export function rule<Context extends GuardedContext>(name: string, verdict: Rule<Context>['verdict']): Rule<Context> {
  const fresh = { name, verdict };
  made.add(fresh);
  return fresh;
}

/** Whoever has come in through the gateway. */
export const signedIn = rule<GuardedContext>('signed in', ({ actor }) =>
  actor.kind === 'subgraph' ? refusal('NOT_PERMITTED', 'A subgraph may only follow feeds.') : undefined,
);
/** Whoever has come in, and the other subgraphs that follow. */
export const follower = rule<GuardedContext>('follower', () => undefined);

/**
 * Puts shield's rules on a subgraph's schema. Denies by default: it does not start when a root field has no rule, or a rule
 * is not one. Federation's two doors are opened here: `_entities` to whoever came through the gateway, `_service` to nobody.
 */
export function guard<Context extends GuardedContext>(schema: GraphQLSchema, permissions: Permissions<Context>): GraphQLSchema {
  const rules = completeRules(schema, { ...permissions, Query: { ...permissions.Query, ...federationDoors(schema) } });
  const generator = shield(toShield(rules), { fallbackRule: deny, allowExternalErrors: true });
  const middleware = generator.generate(schema);
  // A rule makes its field asynchronous, which costs wide lists tenfold; fields that anyone may read keep their plain resolver.
  const needed = Object.entries(middleware).map(([type, fields]) => [
    type,
    Object.fromEntries(Object.entries(fields).filter(([field]) => rules[type]?.[field])),
  ]);
  return applyMiddleware(schema, Object.fromEntries(needed));
}

type CompleteRules<Context extends GuardedContext> = Readonly<Record<string, Readonly<Record<string, Rule<Context> | undefined>>>>;

const nobody = rule<GuardedContext>('nobody', () => refusal('NOT_PERMITTED', 'This is not served here.'));

function federationDoors(schema: GraphQLSchema): Record<string, Rule<GuardedContext>> {
  const doors = { _entities: signedIn, _service: nobody };
  return Object.fromEntries(Object.entries(doors).filter(([field]) => schema.getQueryType()?.getFields()[field]));
}

/** Each object field with its rule; undefined where anyone who got the object may read the field. */
function completeRules<Context extends GuardedContext>(schema: GraphQLSchema, given: Permissions<Context>): CompleteRules<Context> {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .filter((type) => isObjectType(type));
  const faults: string[] = Object.keys(given)
    .filter((name) => !types.some((type) => type.name === name))
    .map((name) => `there is no type ${name}`);
  const complete = types.map((type) => {
    const rules = given[type.name] ?? {};
    const fields = Object.keys(type.getFields());
    faults.push(
      ...Object.keys(rules)
        .filter((field) => !fields.includes(field))
        .map((field) => `there is no field ${type.name}.${field}`),
    );
    for (const field of fields) {
      const found = rules[field];
      if (found ? !made.has(found) : roots.includes(type.name)) faults.push(`${type.name}.${field} has no rule`);
    }
    return [type.name, Object.fromEntries(fields.map((field) => [field, rules[field]]))] as const;
  });
  if (faults.length > 0) throw new Error(`The permissions do not fit the schema: ${faults.join('; ')}.`);
  return Object.fromEntries(complete);
}

function toShield<Context extends GuardedContext>(rules: CompleteRules<Context>) {
  const made = new Map<Rule<Context>, ReturnType<ReturnType<typeof shieldRule>>>();
  const shielded = (found: Rule<Context>) => {
    const known =
      made.get(found) ??
      shieldRule(`${found.name} ${made.size}`, { cache: 'no_cache' })(async (parent, args, context: Context, info) =>
        verdictOf(found, context, [parent, args, info]),
      );
    made.set(found, known);
    return known;
  };
  return Object.fromEntries(
    Object.entries(rules).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, found]) => [field, found ? shielded(found) : shieldAllow])),
    ]),
  );
}

/** Shield allows what is true and hands on an error that is returned; a rule that fails refuses. */
async function verdictOf<Context extends GuardedContext>(
  { verdict }: Rule<Context>,
  context: Context,
  asked: Asked,
): Promise<true | Error> {
  try {
    const refused = await verdict(context, ...asked);
    return refused ? new Refused(refused) : true;
  } catch (fault) {
    return fault instanceof Error ? fault : new GraphQLError('A rule failed.');
  }
}
