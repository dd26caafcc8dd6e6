import type { Actor } from '#shared/actor.ts';
import { startInstitutions } from '../../../subgraphs/institutions/server.ts';
import type { AddressRegister, CompanyRegister } from '../../../subgraphs/institutions/domain/upkeep/other-registers.ts';
import type { engines } from '../../support/databases.ts';
import { actorWith, asking, keepingLog, testKeys } from '../../support/subgraphs.ts';
import type { ToldEvent } from './log-replay.ts';

export const agency = actorWith([{ role: 'AGENCY' }]);
export const aarhus = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
export const aarhusSystem: Actor = { ...actorWith([{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1001' }]), kind: 'system' };
export const copenhagen = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0101' }]);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

const whole = `number version status level name municipality { code } ownership legalBasis findings { code message since deadline } planned { id on kind changes { field after } }
  ... on DaycareInstitution { units { nodes { number } } }
  ... on PlacementUnit { type typeCode companyNumber productionUnitNumber email phone acceptsUsers address { street houseNumber postalCode } institution { number } locations { number } }
  ... on AlternativeAddress { companyNumber acceptsUsers address { street } unit { number } }`;
const payload = `daycare { ${whole} } affected { number } changes { field before after } consequences { kind count message } findings { code message deadline } dryRun`;

const dryRun = 'mutation($input: RegisterInstitutionInput!) { registerInstitution(input: $input, dryRun: true) { dryRun } }';
export const changesQuery = `query($after: Cursor, $first: Int) { daycareChanges(after: $after, first: $first) {
  nextCursor caughtUp changes { position at effectiveFrom kind number successors changes { field before after } } } }`;

/** A change as the feed tells it. */
export interface Change extends ToldEvent {
  readonly successors: readonly string[];
}

/** A register alone on a fresh store, on a clock that the test sets. */
export async function registerHere(
  engine: (typeof engines)[number],
  others: { addressRegister?: AddressRegister; companyRegister?: CompanyRegister; lookEvery?: number } = {},
) {
  const place = await engine.place();
  const { trusted, signers } = await testKeys();
  const { kept, log } = keepingLog();
  const clock = { now: Date.parse('2026-11-25T09:00:00Z') };
  const start = () => startInstitutions({ databaseUrl: place.url, trusted, clock: () => clock.now, log, lookEvery: 20, ...others });
  let subgraph = await start();
  let ask = asking(subgraph, signers.gateway!);
  const act = async (actor: Actor, name: string, declared: string, variables: Record<string, unknown>, more = payload) => {
    const used = [...declared.matchAll(/\$(\w+):/g)].map(([, variable]) => `${variable}: $${variable}`);
    clock.now += 1_000;
    const { data, errors } = await ask(actor, `mutation(${declared}) { ${name}(${used.join(', ')}) { ${more} } }`, variables);
    return { payload: data?.[name], refused: errors?.[0]?.extensions };
  };
  const sent = '$dryRun: Boolean, $idempotencyKey: String';
  const common = `$on: Date, $reason: String, ${sent}`;
  return {
    clock,
    log: kept,
    url: place.url,
    ask: (...asked: Parameters<typeof ask>) => ask(...asked),
    /** The day it is in Denmark so many days from now. */
    day: (ahead: number) => calendar.format(clock.now + ahead * DAY),
    /** Does what is due now: an act begins with it, and this one keeps nothing. */
    doWhatIsDue: async () => {
      const { errors } = await ask(agency, dryRun, { input: cluster });
      if (errors) throw new Error(JSON.stringify(errors));
    },
    /** What the feed tells after a cursor, to its end. */
    changesAfter: async (cursor: string | null = null) => {
      const told: Change[] = [];
      for (let after = cursor; ; ) {
        const { data, errors } = await ask(agency, changesQuery, { after, first: 500 });
        if (errors) throw new Error(JSON.stringify(errors));
        told.push(...data.daycareChanges.changes);
        after = data.daycareChanges.nextCursor;
        if (data.daycareChanges.caughtUp) return { changes: told, cursor: after };
      }
    },
    /** A second process on the same store, with the same clock. */
    twin: async () => {
      const other = await start();
      return { ask: asking(other, signers.gateway!), stop: other.stop };
    },
    restart: async (whileDown: () => void = () => {}) => {
      await subgraph.stop();
      whileDown();
      subgraph = await start();
      ask = asking(subgraph, signers.gateway!);
    },
    stop: async () => {
      await subgraph.stop();
      await place.remove();
    },
    see: async (number: string, moment: { asOf?: string; knownAt?: string } = {}) => {
      const { data, errors } = await ask(
        agency,
        `query($n: InstitutionNumber!, $asOf: DateTime, $knownAt: DateTime) { daycare(number: $n, asOf: $asOf, knownAt: $knownAt) { ${whole} legacyNumbers predecessors { number } successors { number } history { nodes { at kind standing byOrganisation comment effectiveFrom changes { field before after } } } } }`,
        { n: number, ...moment },
      );
      if (errors) return { code: errors[0].extensions.code };
      return data.daycare;
    },
    registerInstitution: (actor: Actor, input: object, more: object = {}) =>
      act(actor, 'registerInstitution', `$input: RegisterInstitutionInput!, ${sent}`, { input, ...more }),
    registerUnit: (actor: Actor, input: object, more: object = {}) =>
      act(actor, 'registerUnit', `$input: RegisterUnitInput!, $acceptFindings: [String!], ${sent}`, { input, ...more }),
    registerLocation: (actor: Actor, input: object, more: object = {}) =>
      act(actor, 'registerLocation', `$input: RegisterLocationInput!, $acceptFindings: [String!], ${sent}`, { input, ...more }),
    changeInstitution: (actor: Actor, number: string, version: number, changes: object, more: object = {}) =>
      act(actor, 'changeInstitution', `$number: InstitutionNumber!, $version: Int!, $changes: InstitutionChanges!, ${common}`, {
        number,
        version,
        changes,
        ...more,
      }),
    changeUnit: (actor: Actor, number: string, version: number, changes: object, more: object = {}) =>
      act(
        actor,
        'changeUnit',
        `$number: InstitutionNumber!, $version: Int!, $changes: UnitChanges!, $acceptFindings: [String!], ${common}`,
        { number, version, changes, ...more },
      ),
    changeLocation: (actor: Actor, number: string, version: number, changes: object, more: object = {}) =>
      act(
        actor,
        'changeLocation',
        `$number: InstitutionNumber!, $version: Int!, $changes: LocationChanges!, $acceptFindings: [String!], ${common}`,
        { number, version, changes, ...more },
      ),
    move: (actor: Actor, what: 'moveUnit' | 'moveLocation', number: string, to: string, version: number, more: object = {}) =>
      act(actor, what, `$number: InstitutionNumber!, $to: InstitutionNumber!, $version: Int!, ${common}`, { number, to, version, ...more }),
    close: (actor: Actor, number: string, version: number, more: object = {}) =>
      act(
        actor,
        'closeDaycare',
        `$number: InstitutionNumber!, $version: Int!, $on: Date, $withChildren: Boolean, $succeededBy: [InstitutionNumber!], $reason: String!, ${sent}`,
        { number, version, reason: 'It closes', ...more },
      ),
    cancel: (actor: Actor, number: string, version: number, more: object = {}) =>
      act(actor, 'cancelPlanned', '$number: InstitutionNumber!, $version: Int!, $reason: String!, $act: ID', {
        number,
        version,
        reason: 'Called off',
        ...more,
      }),
    propose: (actor: Actor, number: string, to: string, on: string, reason = 'The border moves') =>
      act(
        actor,
        'proposeTransfer',
        '$number: InstitutionNumber!, $to: MunicipalityCode!, $on: Date!, $reason: String!',
        { number, to, on, reason },
        'id state from { code } to { code } on',
      ),
    answer: (actor: Actor, id: string, accept: boolean, reason?: string) =>
      act(actor, 'answerTransfer', '$id: ID!, $accept: Boolean!, $reason: String', { id, accept, reason }, 'id state'),
    load: async (rows: readonly object[]) => {
      const { data, errors } = await ask(
        agency,
        'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { line number outcome refusal { code because } } } }',
        { rows: rows.map((row, index) => ({ line: index + 2, closed: false, ...row })) },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.loadRegisterRows.results;
    },
  };
}
export type RegisterHere = Awaited<ReturnType<typeof registerHere>>;

export const cluster = { name: 'Område Nord', municipality: '0751', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_2' };
export const address = { street: 'Åvej', houseNumber: '1', postalCode: '8000', town: 'Aarhus C' };
export const unit = {
  name: 'Solsikken',
  type: 'AGE_INTEGRATED',
  address,
  companyNumber: '90000001',
  productionUnitNumber: '9000000001',
  email: 'solsikken@daycare.example',
  phone: '70000000',
};

/** A cluster with so many units, each with a location where asked. */
export async function family(
  here: RegisterHere,
  units = 1,
  { locations = false, input = cluster, by = aarhus }: { locations?: boolean; input?: object; by?: Actor } = {},
) {
  const number: string = (await here.registerInstitution(by, input)).payload.daycare.number;
  const numbers: { unit: string; location: string }[] = [];
  for (let nth = 0; nth < units; nth++) {
    const { payload: made } = await here.registerUnit(by, { ...unit, institution: number });
    const under: string = made.daycare.number;
    const at = locations ? await here.registerLocation(by, { unit: under, name: 'Skovhytten', address }) : undefined;
    numbers.push({ unit: under, location: at?.payload.daycare.number ?? '' });
  }
  return { cluster: number, units: numbers.map((each) => each.unit), locations: numbers.map((each) => each.location) };
}
