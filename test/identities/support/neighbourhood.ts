import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#shared/actor.ts';
import { type DataCategory, dataCategories } from '../../../subgraphs/identities/domain/category.ts';
import type { AccessState, Direction } from '../../../subgraphs/identities/domain/known-access.ts';
import type { DataAccessChange } from '../../../subgraphs/identities/following/agreements.ts';
import type { DaycareChange } from '../../../subgraphs/identities/following/institutions.ts';
import { type IdentitiesParts, startIdentities } from '../../../subgraphs/identities/server.ts';
import type { engines } from '../../support/databases.ts';
import { actorWith, asking, keepingLog, testKeys } from '../../support/subgraphs.ts';
import { neighbour } from './neighbours.ts';

export const vaultKeys = { current: 1, versions: { 1: { cipher: randomBytes(32), hash: randomBytes(32) } } };

/** The systems of these tests: one sends, the others fetch. */
export const placement = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1' }]);
export const platform = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S2' }]);
export const material = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S3' }]);
export const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);

export const packages: Record<string, readonly DataCategory[]> = {
  'ws17-small': ['IDENTITY', 'ROLE', 'GROUPS'],
  'ws17-medium': ['IDENTITY', 'ROLE', 'GROUPS', 'LOCAL_ID', 'EMAIL', 'BIRTH_DATE_GENDER', 'NATIONAL_NUMBER'],
  'ws17-full': dataCategories.filter((category) => category !== 'PROTECTED_NAME'),
  'ws17-full-authority': dataCategories,
  'ws10-import': dataCategories,
  identification: ['IDENTITY', 'NATIONAL_NUMBER'],
  'scim-users': ['IDENTITY', 'ROLE', 'EMAIL', 'CONTACT_PERSONS'],
};

export interface ToldAccess {
  readonly system: string;
  readonly daycare: string;
  readonly service: string;
  readonly state?: AccessState;
  readonly at?: number;
}

type ToldDaycare = Partial<Omit<DaycareChange['daycare'], 'municipality'>> & { readonly municipality?: string };

/** Identities with both its neighbours, and the means to tell it of daycares and accesses. */
export async function startNeighbourhood(engine: (typeof engines)[number], more: Pick<IdentitiesParts, 'letters'> = {}) {
  const place = await engine.place();
  const { trusted, signers } = await testKeys();
  const register = neighbour<DaycareChange>();
  const agreements = neighbour<DataAccessChange>();
  const { kept, log } = keepingLog();
  const clock = { ahead: 0 };
  const parts = { databaseUrl: place.url, trusted, clock: () => Date.now() + clock.ahead, log, vaultKeys, ...more };
  const subgraph = await startIdentities({ ...parts, institutions: register.peer, agreements: agreements.peer });
  const asSubgraph = asking(subgraph, signers.gateway!);
  return {
    subgraph,
    trusted,
    signers,
    clock,
    register,
    agreements,
    kept,
    place,
    ask: asSubgraph,
    /** As another subgraph asks, with its own token. */
    askAsSubgraph: async (name: string, query: string) =>
      subgraph.execute({ query }, { token: await signers[name]!('identities', { store: 'test' }), requestId: 'test' }),
    daycare: (number: string, told: ToldDaycare = {}) => register.tell(daycareChange(number, told)),
    access: (told: ToldAccess) => agreements.tell(accessChange(told)),
    sends: async (system: string, ...daycares: string[]) => {
      for (const daycare of daycares) await agreements.tell(accessChange({ system, daycare, service: 'ws10-import' }));
    },
    /** A page of a daycare's people, as the gateway would ask it. */
    people: (actor: Actor, number: string, selection: string, args = '') =>
      asSubgraph(actor, entities(`people${args} { ${selection} }`), { r: [{ __typename: 'Daycare', number }] }),
    onDaycares: (actor: Actor, numbers: readonly string[], selection: string) =>
      asSubgraph(actor, entities(selection), { r: numbers.map((number) => ({ __typename: 'Daycare', number })) }),
    /** Waits until what the neighbours say may be gone by again, as after the clock was set. */
    settle: async () => {
      while (!(await subgraph.ready())) await pause(20);
    },
    stop: async () => {
      await subgraph.stop();
      await place.remove();
    },
  };
}

export type Neighbourhood = Awaited<ReturnType<typeof startNeighbourhood>>;

const entities = (selection: string) => `query($r: [_Any!]!) { _entities(representations: $r) { ... on Daycare { number ${selection} } } }`;

/** A unit of Aarhus that takes users, unless told otherwise. */
export function daycareChange(number: string, { municipality = '0751', ...told }: ToldDaycare = {}): DaycareChange {
  const unit = {
    number,
    level: 'UNIT',
    name: `Unit ${number}`,
    status: 'ACTIVE',
    ownership: 'MUNICIPAL',
    type: 'AGE_INTEGRATED',
    acceptsUsers: true,
    institution: { number: 'G10000' },
  } as const;
  return { number, kind: 'CHANGED', daycare: { ...unit, municipality: { code: municipality }, ...told } };
}

export function accessChange({ system, daycare, service, state = 'ACTIVE', at = Date.now() - 1000 }: ToldAccess): DataAccessChange {
  const direction: Direction = service === 'ws10-import' ? 'SEND' : 'FETCH';
  return {
    at: new Date(at).toISOString(),
    kind: state === 'ACTIVE' ? 'APPROVED' : 'REVOKED',
    requestId: `R-${system}-${service}-${daycare}`,
    accessId: `A-${system}-${service}-${daycare}`,
    daycareNumber: daycare,
    system,
    service,
    direction,
    categories: packages[service] ?? [],
    purposeKind: 'COMMUNICATION',
    purpose: 'Daily life',
    previousState: null,
    state,
  };
}

export const submit = `mutation($input: ImportInput!, $dryRun: Boolean) { submitImport(input: $input, dryRun: $dryRun) {
  id state sourceDateTime refusal { code rule } counts { persons begun ended changed unchanged refused }
  notices { totalCount nodes { code severity localPersonId field message remedy } } } }`;

let minute = 0;

/** A document a minute newer than the one before. */
export function documentOf(daycare: string, persons: readonly (object | null)[], more: object = {}) {
  minute += 1;
  return {
    daycare,
    source: 'Institution',
    sourceDateTime: new Date(Date.now() - 86_400_000 + minute * 60_000).toISOString(),
    persons,
    ...more,
  };
}

/** A made-up national number: its day is raised by 60. */
export const numberOf = (serial: number): string => `7101${String(10 + (serial % 80)).padStart(2, '0')}${String(1000 + serial).slice(-4)}`;

interface Who {
  readonly id: string;
  readonly first?: string;
  readonly number?: string;
  readonly more?: object;
}

const person = ({ id, first = `First ${id}`, number, more }: Who) => ({
  firstName: first,
  familyName: 'Testsen',
  ...(number && { nationalNumber: number }),
  ...more,
});
export const child = (who: Who, facts: object = {}) => ({
  localPersonId: who.id,
  person: person(who),
  child: { mainGroup: 'Stue 1', ...facts },
});
export const employee = (who: Who, facts: object = {}) => ({
  localPersonId: who.id,
  person: person(who),
  employee: { positions: ['Pædagog'], ...facts },
});
export const contact = (who: Who, facts: object = {}) => ({
  localPersonId: who.id,
  relation: 'Mor',
  hasCustody: true,
  accessLevel: 2,
  person: person(who),
  ...facts,
});

export const submitDocument = submit
  .replace('$input: ImportInput!', '$document: String!')
  .replace('submitImport(input: $input', 'submitImportDocument(document: $document');
