import { agency, as, responsible, type settle, system } from './town.ts';
import type { WatchedSystem } from './watched-system.ts';

/** An act as somebody may do it, and which of its variables are texts that are kept. */
export interface TextAct {
  readonly claims: object;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly texts: readonly string[];
}

/** Acts whose texts are kept in clear, one after another: each succeeds once those before it have. */
export async function textActs(
  { ask }: WatchedSystem,
  { daycare, waiting, access }: Awaited<ReturnType<typeof settle>>,
): Promise<TextAct[]> {
  const people =
    'query($d: InstitutionNumber!) { daycare(number: $d) { people(first: 1, filter: { role: [CHILD] }) { nodes { id person { uniId } } } } }';
  const { data } = await ask(responsible, { query: people, variables: { d: daycare } });
  const [tie] = data.daycare.people.nodes;
  const runs = await ask(responsible, { query: '{ importRuns(first: 50) { nodes { id state hold { ending } } } }' });
  const held = runs.data.importRuns.nodes.find(({ state }: { state: string }) => state === 'HELD');
  const last = runs.data.importRuns.nodes.find(({ state }: { state: string }) => state === 'APPLIED');
  const key = { key: `k-${Math.random()}` };
  return [
    {
      claims: responsible,
      query: 'mutation($a: ID!, $p: String!) { revealNationalNumber(affiliation: $a, purpose: $p) }',
      variables: { a: tie.id, p: 'To check' },
      texts: ['p', 'a'],
    },
    {
      claims: responsible,
      query: 'mutation($u: ID!, $r: String!) { setIdentityBlocked(uniId: $u, blocked: true, reason: $r) { uniId } }',
      variables: { u: tie.person.uniId, r: 'A trial' },
      texts: ['r', 'u'],
    },
    {
      claims: responsible,
      query: 'mutation($i: ID!, $c: String!) { discardHeldImport(id: $i, comment: $c) { state } }',
      variables: { i: held.id, c: 'A trial' },
      texts: ['c', 'i'],
    },
    {
      claims: responsible,
      query: 'mutation($i: ID!, $c: String!) { undoImport(id: $i, comment: $c) { state } }',
      variables: { i: last.id, c: 'A trial' },
      texts: ['c', 'i'],
    },
    {
      claims: system,
      query:
        'mutation($p: String!, $g: String!, $c: String, $d: InstitutionNumber!, $key: String) { requestDataAccess(input: { system: "S7", service: "ws17-full", purposeKind: OTHER, purpose: $p, processingAgreement: $g, daycares: [{ number: $d, comment: $c }] }, idempotencyKey: $key) { results { request { id } } } }',
      variables: { p: 'A trial', g: 'A2', c: 'Please', d: daycare, ...key },
      texts: ['p', 'g', 'c', 'key'],
    },
    {
      claims: responsible,
      query:
        'mutation($ids: [ID!]!, $c: String!, $key: String) { rejectRequests(ids: $ids, comment: $c, idempotencyKey: $key) { results { id } } }',
      variables: { ids: [waiting], c: 'A trial', ...key },
      texts: ['c', 'key'],
    },
    {
      claims: responsible,
      query:
        'mutation($ids: [ID!]!, $r: String!, $key: String) { revokeAccesses(ids: $ids, reason: $r, idempotencyKey: $key) { results { id } } }',
      variables: { ids: [access], r: 'A trial', key: `${key.key}r` },
      texts: ['r', 'key'],
    },
    {
      claims: { name: 'Somebody', mandates: [{ role: 'SUPPLIER', supplier: '2007' }] },
      query: 'mutation($r: String!) { setSystemState(system: "S7", state: PASSIVE, reason: $r) { id } }',
      variables: { r: 'A trial' },
      texts: ['r'],
    },
    {
      claims: agency,
      query:
        'mutation($n: String!, $i: ID!) { registerSystem(input: { id: $i, name: $n, supplier: "2007", services: ["ws17-full"] }) { id } }',
      variables: { n: 'Another', i: `S9${String(Math.random()).slice(2, 5)}` },
      texts: ['n', 'i'],
    },
    {
      claims: as('employee-0751'),
      query:
        'mutation($n: String!, $r: String, $key: String) { registerInstitution(input: { name: $n, municipality: "0751", ownership: MUNICIPAL, legalBasis: DAYCARE_19_2, reason: $r }, idempotencyKey: $key) { dryRun } }',
      variables: { n: `Ny ${key.key.slice(4, 8)}`, r: 'A trial', key: `${key.key}i` },
      texts: ['n', 'r', 'key'],
    },
  ];
}
