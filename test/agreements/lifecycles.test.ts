import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { pictured, withDiagram } from '../../docs/draw-lifecycles.ts';
import type { AccessState } from '../../subgraphs/agreements/domain/accesses/access.ts';
import { type AccessAct, accessLeadsTo, nextAccessState } from '../../subgraphs/agreements/domain/accesses/access-lifecycle.ts';
import type { RequestState } from '../../subgraphs/agreements/domain/requests/request.ts';
import { leadsTo, nextState, type RequestAct } from '../../subgraphs/agreements/domain/requests/request-lifecycle.ts';
import { accessActs, requestActs } from './tables-by-hand.ts';

test.each(Object.entries(requestActs))('a request that is %s goes where 3.6 says, and nowhere else (A22, A23)', (state, acts) => {
  for (const [act, to] of Object.entries(acts)) expect(nextState(state as RequestState, act.toLowerCase() as RequestAct)).toBe(to);
});

test.each(Object.entries(accessActs))('an access that is %s goes where 3.6 says, and nowhere else', (state, acts) => {
  for (const [act, to] of Object.entries(acts)) expect(nextAccessState(state as AccessState, act.toLowerCase() as AccessAct)).toBe(to);
});

test('the tables of the code know no state and no act beside these', () => {
  const known = (table: object) =>
    [...new Set(Object.values(table).flatMap((acts: object) => Object.keys(acts).map((act) => act.toLowerCase())))].sort();
  expect(Object.keys(leadsTo).sort()).toEqual(Object.keys(requestActs).sort());
  expect(Object.keys(accessLeadsTo).sort()).toEqual(Object.keys(accessActs).sort());
  expect(known(requestActs)).toEqual(known(leadsTo));
  expect(known(accessActs)).toEqual(known(accessLeadsTo));
});

test('the diagram in the README is drawn from the tables as they are', () => {
  const document = readFileSync(pictured, 'utf8');
  expect(document).toContain('request_WAITING --> request_APPROVED: approve');
  expect(withDiagram(document)).toBe(document);
});
