import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import { keepNumbersOut } from '#shared/keep-numbers-out.ts';
import { Refused } from '#shared/refusal.ts';

const sdl = `scalar NationalNumber
  input In { text: String, ids: [ID!], deep: [In!], number: NationalNumber, unit: String }
  type Query { read(text: String): String }
  type Mutation { act(in: In, text: String!, list: [[String]]): String, judged(text: String): String }`;
const number = '610190-1234';

async function ask(source: string, variableValues: object = {}) {
  const schema = buildSchema(sdl);
  for (const type of [schema.getQueryType()!, schema.getMutationType()!])
    for (const field of Object.values(type.getFields())) field.resolve = () => 'done';
  const { data, errors } = await graphql({
    schema: keepNumbersOut(schema, ['judged', 'unit']),
    source,
    variableValues: { ...variableValues },
  });
  const refused = errors?.[0]?.originalError;
  return refused instanceof Refused ? refused.refusal.facts : (data ?? errors);
}
const act = (variables: object) =>
  ask('mutation($in: In, $text: String!, $list: [[String]]) { act(in: $in, text: $text, list: $list) }', { text: 'a', ...variables });

describe('a text of an act holds no national number', () => {
  test.each([
    ['text', { text: `because of ${number}` }],
    ['list', { list: [[null, 'a'], [`(${number})`]] }],
    ['in.text', { in: { text: number.replace('-', '') } }],
    ['in.ids', { in: { ids: ['a', number] } }],
    ['in.deep.deep.text', { in: { deep: [{ text: 'a' }, { deep: [{ text: number }] }] } }],
  ])('wherever it stands: %s', async (path, variables) => {
    const facts = await act(variables);
    expect(facts).toEqual([{ name: 'argument', value: path }]);
  });

  test('but in what is typed as one, in what the act judges itself, in what numbers something else, and in questions', async () => {
    expect(await act({ in: { number, unit: number, text: null } })).toEqual({ act: 'done' });
    expect(await ask(`mutation { judged(text: "${number}") }`)).toEqual({ judged: 'done' });
    expect(await ask(`{ read(text: "${number}") }`)).toEqual({ read: 'done' });
    expect(await act({ text: 'from 01.01.2026 - 30.06.2026', in: { ids: ['01905e4c-0101-9012-3401-019012340101'] } })).toEqual({
      act: 'done',
    });
  });
});
