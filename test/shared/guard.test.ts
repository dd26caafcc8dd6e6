import { describe, expect, test } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import type { Actor } from '#shared/actor.ts';
import { type GuardedContext, guard, type Permissions, rule, signedIn } from '#shared/guard.ts';
import { presentError } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';

const typeDefs = parse(
  'type Query { open: Thing, things: [Thing!] } type Mutation { act: Int } type Thing @key(fields: "id") { id: ID! secret: String plain: String }',
);
const resolvers = {
  Query: { open: () => ({ id: '1', secret: 's', plain: 'p' }), things: () => [{ id: '1', plain: 'p' }] },
  Mutation: { act: () => 1 },
  Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, secret: 's', plain: 'p' }) },
};
const schema = () => buildSubgraphSchema({ typeDefs, resolvers });
const never = rule<GuardedContext>('never', () => refusal('NOT_PERMITTED', 'Never.', { rule: 'X1', grantableBy: ['nobody'] }));
const broken = rule<GuardedContext>('broken', () => {
  throw new Error('the rule fell over');
});
const whole: Permissions<GuardedContext> = { Query: { open: signedIn, things: signedIn }, Mutation: { act: signedIn } };
const person: Actor = { id: 'p', name: 'p', kind: 'person', assurance: 'HIGH', mandates: [] };

async function ask(permissions: Permissions<GuardedContext>, source: string, actor = person) {
  const { data, errors } = await graphql({ schema: guard(schema(), permissions), source, contextValue: { actor } });
  return {
    data: data && { ...data },
    codes: (errors ?? []).map((error) => presentError(error, { requestId: 'r', report: () => {} }).extensions?.code),
  };
}

describe('the guard', () => {
  test('does not start while a root field has no rule', () => {
    expect(() => guard(schema(), { Query: { open: signedIn, things: signedIn } })).toThrow('Mutation.act has no rule');
    expect(() => guard(schema(), {})).toThrow('Query.open has no rule; Query.things has no rule; Mutation.act has no rule');
  });

  test('does not start with a rule that is none, or one for a field or type that is not there', () => {
    const bare = { name: 'bare', verdict: () => undefined };
    expect(() => guard(schema(), { ...whole, Query: { open: bare, things: signedIn } })).toThrow('Query.open has no rule');
    expect(() => guard(schema(), { ...whole, Thing: { secret: bare } })).toThrow('Thing.secret has no rule');
    expect(() => guard(schema(), { ...whole, Thing: { nothing: never } })).toThrow('there is no field Thing.nothing');
    expect(() => guard(schema(), { ...whole, Thig: { secret: never } })).toThrow('there is no type Thig');
  });

  test('a refusal is told as the rule gave it, and nulls its field only', async () => {
    const { data, codes } = await ask({ ...whole, Thing: { secret: never } }, '{ open { plain secret } }');
    expect(data).toMatchObject({ open: { plain: 'p', secret: null } });
    expect(codes).toEqual(['NOT_PERMITTED']);
  });

  test('a rule that falls over refuses', async () => {
    expect(await ask({ ...whole, Query: { open: broken, things: signedIn } }, '{ open { plain } }')).toEqual({
      data: { open: null },
      codes: ['INTERNAL'],
    });
  });

  test("what federation asks by key passes the same rules, and the schema's own door is shut", async () => {
    const { data, codes } = await ask(
      { ...whole, Thing: { secret: never } },
      '{ _entities(representations: [{ __typename: "Thing", id: "7" }]) { ... on Thing { id secret } } }',
    );
    expect(JSON.parse(JSON.stringify(data))).toEqual({ _entities: [{ id: '7', secret: null }] });
    expect(codes).toEqual(['NOT_PERMITTED']);
    expect(await ask(whole, '{ _service { sdl } }')).toEqual({ data: null, codes: ['NOT_PERMITTED'] });
  });

  test('another subgraph comes in nowhere but where a follower may', async () => {
    const other: Actor = { ...person, id: 'agreements/store', kind: 'subgraph' };
    for (const source of ['{ open { id } }', '{ _entities(representations: []) { __typename } }', 'mutation { act }'])
      expect((await ask(whole, source, other)).codes).toEqual(['NOT_PERMITTED']);
  });

  test('a field that anyone may read keeps its plain resolver', () => {
    const guarded = guard(schema(), { ...whole, Thing: { secret: never } });
    const fields = (guarded.getType('Thing') as { getFields(): Record<string, { resolve?: unknown }> } | undefined)?.getFields();
    expect(fields?.plain?.resolve).toBeUndefined();
    expect(fields?.secret?.resolve).toBeDefined();
  });
});
