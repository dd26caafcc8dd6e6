import { openDatabase } from '#shared/open-database.ts';
import type { AccessState } from '../../../subgraphs/identities/domain/known-access.ts';
import { ties, tieVersions } from '../../../subgraphs/identities/database/people/people-tables.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { accessChange, child, contact, documentOf, employee, type Neighbourhood, numberOf, placement, submit } from './neighbourhood.ts';

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface LiveAccess {
  readonly id: string;
  readonly system: string;
  readonly daycare: string;
  readonly service: string;
  readonly begun: number;
  state: AccessState;
}

/** What happens in a town by chance: documents, accesses that begin, pause and end, daycares that close, persons erased. */
export function townLife(
  town: Neighbourhood,
  random: () => number,
  readers: Readonly<Record<string, string>>,
  daycares: readonly string[],
) {
  const below = (count: number) => Math.floor(random() * count);
  const anyOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const accesses: LiveAccess[] = [];
  let serial = 0;

  const tell = (access: LiveAccess) => town.agreements.tell({ ...accessChange({ ...access, at: Date.now() }), accessId: access.id });

  const someone = (index: number) => ({
    id: `P${index}`,
    first: anyOf(['Kim', 'Bo', 'Liv']),
    number: numberOf(index),
    more: {
      email: anyOf(['a@example.dk', 'b@example.dk', null]),
      address: { street: anyOf(['Vej 1', 'Vej 2']) },
      phones: [{ kind: 'MOBILE', number: anyOf(['11111111', '22222222']) }],
      ...(random() < 0.15 && { protected: true, aliasFirstName: 'Alias', aliasFamilyName: `No ${index}` }),
    },
  });
  const line = (index: number) =>
    index % 3 === 0
      ? child(someone(index), {
          mainGroup: anyOf(['Stue 1', 'Stue 2']),
          contacts: [1, 2].filter(() => random() < 0.6).map((nth) => contact(someone(index + nth), { relation: anyOf(['Mor', 'Far']) })),
        })
      : employee(someone(index), { groups: [anyOf(['Stue 1', 'Stue 2'])] });

  const sendDocument = async () => {
    const persons = Array.from({ length: 12 }, (_, index) => index).filter(() => random() < 0.6);
    const groups = ['Stue 1', 'Stue 2'].map((localId) => ({ localId, type: 'Hovedgruppe', name: anyOf([localId, `${localId} B`]) }));
    const input = documentOf(anyOf(daycares), persons.map(line), { source: anyOf(['A', 'B']), groups });
    const { errors } = await town.ask(placement, submit, { input });
    if (errors && errors[0].extensions.code !== 'NO_ACTIVE_ACCESS') throw new Error(JSON.stringify(errors));
  };
  const begin = async () => {
    const system = anyOf(Object.keys(readers));
    const daycare = anyOf(daycares);
    if (accesses.some((access) => access.system === system && access.daycare === daycare && access.state !== 'REVOKED')) return;
    serial += 1;
    const access: LiveAccess = { id: `A${serial}`, system, daycare, service: readers[system]!, begun: Date.now(), state: 'ACTIVE' };
    accesses.push(access);
    await tell(access);
  };
  const turn = (from: AccessState, to: AccessState) => async () => {
    const [access] = accesses.filter(({ state }) => state === from).sort(() => random() - 0.5);
    if (!access) return;
    access.state = to;
    await tell(access);
  };
  const groundMoves = async () => {
    const open = random() < 0.6;
    await town.daycare(anyOf(daycares), open ? {} : { acceptsUsers: false, status: anyOf(['ACTIVE', 'CLOSED'] as const) });
  };
  const senderMoves = () =>
    town.access({ system: 'S1', daycare: anyOf(daycares), service: 'ws10-import', state: random() < 0.7 ? 'ACTIVE' : 'REVOKED' });
  /** As retention does: of a tie that ended nothing is left but its id in the log. */
  const erase = async () => {
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    await database.transaction(async ({ manager, record }) => {
      const [gone] = await manager.createQueryBuilder(ties, 't').where('t.to IS NOT NULL').orderBy('t.id').limit(1).getMany();
      if (!gone) return;
      await manager.delete(ties, { id: gone.id });
      await manager.delete(tieVersions, { affiliation: gone.id });
      record({
        kind: 'AffiliationErased',
        actor: 'retention',
        subject: gone.id,
        facts: { daycare: gone.daycare, uniId: gone.uniId, changedFields: [] },
      });
    });
    await database.close();
  };
  // biome-ignore format: a table
  const acts: readonly (readonly [number, () => Promise<unknown>])[] = [
    [10, sendDocument], [4, begin], [2, turn('ACTIVE', 'SUSPENDED')], [2, turn('SUSPENDED', 'ACTIVE')],
    [1, turn('ACTIVE', 'REVOKED')], [1, turn('SUSPENDED', 'REVOKED')], [2, groundMoves], [1, senderMoves], [1, erase],
  ];
  const drawn = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));
  return { happen: () => anyOf(drawn)(), accesses, pick: anyOf };
}
