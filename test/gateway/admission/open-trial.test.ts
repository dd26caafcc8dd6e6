import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStandingGateway, type StandingGateway } from '../support/standing-gateway.ts';

let gateway: StandingGateway;
beforeAll(async () => {
  gateway = await startStandingGateway();
}, 30_000);
afterAll(() => gateway.close());

const codeOf = async (query: string, variables: object = {}) => {
  const { status, told } = await gateway.ask(query, variables);
  return { status, code: told.errors?.[0]?.extensions.code };
};
const doubling = (times: number) =>
  `{ daycares { nodes { ...F0 } } } ${Array.from({ length: times }, (_, at) => `fragment F${at} on Daycare { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F${times} on Daycare { number }`;

describe('in an open trial', () => {
  test('no limit holds that is there for the sake of others', async () => {
    expect(await codeOf(`{ ${Array.from({ length: 300 }, (_, at) => `a${at}: __typename`).join(' ')} }`)).toEqual({
      status: 200,
      code: undefined,
    });
    expect(await codeOf(`{ ${'__typename '.repeat(5_000)} }`)).toEqual({ status: 200, code: undefined });
    expect(await codeOf('query ($n: Int) { daycares(first: $n) { nodes { number } } }', { n: 5_000 })).toMatchObject({ status: 200 });
  });

  test('what would end the process is refused all the same', async () => {
    expect(await codeOf(doubling(60))).toEqual({ status: 413, code: 'EXPANDS_TOO_FAR' });
    expect(await codeOf(`{ daycares(first: ${'['.repeat(20_000)} }`)).toMatchObject({ status: 400, code: 'NESTED_TOO_DEEPLY' });
    expect(await codeOf(`{ daycares(first: ${'['.repeat(900)}${']'.repeat(900)}) { nodes { number } } }`)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await codeOf('{ ...F } fragment F on Query { ...F }')).toEqual({ status: 400, code: 'FRAGMENT_CIRCLE' });
    expect(await codeOf('{ __typename }')).toEqual({ status: 200, code: undefined });
  });
});
