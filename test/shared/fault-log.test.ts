import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { describeFault } from '#shared/fault-log.ts';

const number = '6101221234';
const driverFault = Object.assign(new Error(`Duplicate entry '${number}' for key 'x'`), {
  code: 'ER_DUP_ENTRY',
  errno: 1062,
  sql: `INSERT ... ${number}`,
});

describe('the log of faults', () => {
  test('never holds a value: not of an engine, a runtime, a parser, however it is wrapped', () => {
    const queryFailed = new QueryFailedError('INSERT INTO t VALUES (?)', [number], driverFault);
    const faults = [
      driverFault,
      queryFailed,
      new GraphQLError(queryFailed.message, { originalError: queryFailed }),
      new Error('outer', { cause: queryFailed }),
      new GraphQLError(`got invalid value "${number}"`),
      parsing(`not json ${number}`),
      Object.assign(new TypeError(`cannot bind ${number}`), { code: 'ERR_INVALID_ARG_TYPE' }),
      `thrown ${number}`,
    ];
    for (const fault of faults) expect(JSON.stringify(describeFault(fault))).not.toContain(number);
  });

  test('says what kind of fault it was, where, and by which statement', () => {
    const wrapped = new GraphQLError('x', { originalError: new QueryFailedError('SELECT ?', [number], driverFault) });
    expect(describeFault(wrapped)).toMatchObject({
      fault: 'Error',
      code: 'ER_DUP_ENTRY',
      errno: 1062,
      statement: 'SELECT ?',
      frames: expect.arrayContaining([expect.stringContaining('fault-log.test')]),
    });
  });

  test('keeps the words of our own code', () => {
    expect(describeFault(new Error('The system S1 has no supplier.'))).toMatchObject({ message: 'The system S1 has no supplier.' });
  });
});

function parsing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    return fault;
  }
}
