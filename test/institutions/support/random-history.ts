import fc from 'fast-check';
import { type Claim, type Facts, type Level, mayFollow, moments, takeBack, tell, toldAt, trueAt, type World } from './register-model.ts';

/** One command of a history; the numbers choose among what there is when it comes. */
export interface Command {
  readonly kind: (typeof kinds)[number];
  readonly which: number;
  readonly other: number;
  readonly value: number;
  /** Days from today on: before, today or after. */
  readonly days: number;
  /** What passes before it, in hours. */
  readonly pause: number;
}

const kinds = [
  'institution',
  'unit',
  'location',
  'changeInstitution',
  'changeUnit',
  'changeLocation',
  'moveUnit',
  'moveLocation',
  'close',
  'closeTree',
  'cancel',
  'transfer',
] as const;

export const histories = fc.array(
  fc.record<Command>({
    kind: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('institution' as const) },
      { weight: 3, arbitrary: fc.constantFrom('unit' as const, 'location' as const) },
      { weight: 6, arbitrary: fc.constantFrom(...kinds) },
    ),
    which: fc.nat(1000),
    other: fc.nat(1000),
    value: fc.nat(1000),
    days: fc.oneof(fc.constant(0), fc.integer({ min: -60, max: -1 }), fc.integer({ min: 1, max: 40 })),
    pause: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 700 })),
  }),
  { minLength: 8, maxLength: 30 },
);

// Which section of law goes with which form here; the third goes with neither.
const legalBases = { MUNICIPAL: 'DAYCARE_19_2', SELF_OWNED: 'DAYCARE_19_3', none: 'DAYCARE_19_4' } as const;
const MINUTE = 60_000;
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });
const dayOf = (instant: number) => dayFormat.format(instant);
/** The first minute of a Danish day, by trying the hours around midnight. */
export function midnight(day: string): number {
  const around = Date.parse(`${day}T00:00:00Z`);
  return [-2, -1, 0].map((hours) => around + hours * 60 * MINUTE).find((instant) => dayOf(instant) === day)!;
}

export const addressOf = (street: string) => ({ street, houseNumber: '1', postalCode: '8000', town: 'Aarhus C' });

/** A command as it is asked of the register, and what the model says of it: the world afterwards, or that it is refused. */
export interface Move {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly after: (number: string) => World | undefined;
}

type Plans = Map<string, { readonly subject: string; readonly numbers: ReadonlySet<string>; readonly dueAt: number }>;

/** Reads a command against a world at an instant; nothing where there is nothing to do it to. */
export function moveFrom(command: Command, world: World, plans: Plans, at: number, version: (number: string) => number): Move | undefined {
  const { kind, which, other, value, days } = command;
  const of = (level: Level, index: number) => {
    const numbers = [...world.levels].filter(([, each]) => each === level).map(([number]) => number);
    return numbers.length === 0 ? undefined : numbers[index % numbers.length]!;
  };
  const any = [...world.levels.keys()][which % Math.max(world.levels.size, 1)];
  const on = days === 0 ? null : dayOf(at + days * 24 * 60 * MINUTE);
  const from = on === null ? at : midnight(on);
  const ahead = days > 0;
  const claim = (number: string, facts: Facts, plan?: string, since = from): Claim[] =>
    Object.entries(facts).map(([fact, told]) => ({
      number,
      from: since,
      fact: fact as keyof Facts,
      value: told as string,
      ...(plan && { plan }),
    }));
  // Only of a closing that happens at once: those who follow after one that is planned may close before it.
  const successorsOf = (number: string) =>
    [...world.levels]
      .filter(([next, level]) => next !== number && level === world.levels.get(number) && trueAt(world, next, at)?.status === 'ACTIVE')
      .map(([next]) => next)
      .slice(0, other % 3);
  const accepted = (next: World, since = ahead ? at : from) => (mayFollow(world, next, since) ? next : undefined);
  const born = (level: Level, facts: Facts) => (number: string) => {
    const levels = new Map(world.levels).set(number, level);
    const plan = `plan ${number} ${at}`;
    const whole = { ...world, levels };
    if (ahead) plans.set(plan, { subject: number, numbers: new Set([number]), dueAt: from });
    const told = ahead
      ? [...claim(number, { ...facts, status: 'PLANNED' }, undefined, at), ...claim(number, { status: 'ACTIVE' }, plan)]
      : claim(number, { ...facts, status: 'ACTIVE' });
    return accepted(tell(whole, told, at));
  };
  const changed = (subject: string, sets: readonly (readonly [string, Facts])[]) => () => {
    const begins = Math.min(...world.claims.filter(({ number }) => number === subject).map((each) => each.from));
    // The day on which it was registered holds from when it was.
    const since = from < begins && dayOf(begins) === on ? begins : from;
    if (trueAt(world, subject, at)?.status === 'CLOSED' || since < begins) return undefined;
    if (!ahead)
      return accepted(
        tell(
          world,
          sets.flatMap(([number, facts]) => claim(number, facts, undefined, since)),
          at,
        ),
        since,
      );
    const plan = `plan ${subject} ${at}`;
    const told = sets.flatMap(([number, facts]) => claim(number, facts, plan));
    const news = told.filter(({ number, fact, value: planned }) => toldAt(world, number, fact, from) !== planned);
    if (news.length > 0) plans.set(plan, { subject, numbers: new Set(news.map(({ number }) => number)), dueAt: from });
    return accepted(tell(world, news, at));
  };
  const name = `Name ${value % 5}`;
  switch (kind) {
    case 'institution': {
      const ownership = value % 2 ? 'MUNICIPAL' : 'SELF_OWNED';
      const legalBasis = legalBases[value % 7 === 0 ? 'none' : ownership];
      const municipality = value % 3 ? '0751' : '0101';
      return {
        query: `mutation($input: RegisterInstitutionInput!) { act: registerInstitution(input: $input) { daycare { number } } }`,
        variables: { input: { name, municipality, ownership, legalBasis, on } },
        after: born('INSTITUTION', { name, municipality, ownership, legalBasis }),
      };
    }
    case 'unit': {
      const institution = of('INSTITUTION', which);
      if (!institution) return undefined;
      const type = value % 4 ? 'NURSERY' : 'CHILDMINDING';
      const street = `Street ${value % 3}`;
      const closed = trueAt(world, institution, at)?.status === 'CLOSED';
      const facts = { name, type, street, parent: institution };
      return {
        query: `mutation($input: RegisterUnitInput!) { act: registerUnit(input: $input) { daycare { number } } }`,
        variables: { input: { institution, name, type, address: addressOf(street), on } },
        after: (number) => (closed ? undefined : born('UNIT', facts)(number)),
      };
    }
    case 'location': {
      const unit = of('UNIT', which);
      if (!unit) return undefined;
      const street = `Street ${value % 3}`;
      const closed = trueAt(world, unit, at)?.status === 'CLOSED';
      return {
        query: `mutation($input: RegisterLocationInput!) { act: registerLocation(input: $input) { daycare { number } } }`,
        variables: { input: { unit, name, address: addressOf(street), on } },
        after: (number) => (closed ? undefined : born('LOCATION', { name, street, parent: unit })(number)),
      };
    }
    case 'changeInstitution': {
      const number = of('INSTITUTION', which);
      if (!number) return undefined;
      const ownership = other % 2 ? 'MUNICIPAL' : 'SELF_OWNED';
      const legalBasis = legalBases[ownership];
      const facts: Facts = value % 2 ? { name } : { name, ownership, legalBasis };
      return {
        query: `mutation($n: InstitutionNumber!, $v: Int!, $on: Date, $changes: InstitutionChanges!) { act: changeInstitution(number: $n, version: $v, on: $on, changes: $changes) { daycare { number } } }`,
        variables: { n: number, v: version(number), on, changes: facts },
        after: changed(number, [[number, facts]]),
      };
    }
    case 'changeUnit': {
      const number = of('UNIT', which);
      if (!number) return undefined;
      const street = `Street ${value % 3}`;
      const facts: Facts = [{ name }, { street }, { type: other % 4 ? 'NURSERY' : 'CHILDMINDING' }, { phone: `1234567${value % 3}` }][
        value % 4
      ]!;
      const changes = { ...facts, ...(facts.street && { address: addressOf(street) }), street: undefined };
      return {
        query: `mutation($n: InstitutionNumber!, $v: Int!, $on: Date, $changes: UnitChanges!) { act: changeUnit(number: $n, version: $v, on: $on, changes: $changes) { daycare { number } } }`,
        variables: { n: number, v: version(number), on, changes: JSON.parse(JSON.stringify(changes)) },
        after: changed(number, [[number, facts]]),
      };
    }
    case 'changeLocation': {
      const number = of('LOCATION', which);
      if (!number) return undefined;
      return {
        query: `mutation($n: InstitutionNumber!, $v: Int!, $on: Date, $changes: LocationChanges!) { act: changeLocation(number: $n, version: $v, on: $on, changes: $changes) { daycare { number } } }`,
        variables: { n: number, v: version(number), on, changes: { name } },
        after: changed(number, [[number, { name }]]),
      };
    }
    case 'moveUnit':
    case 'moveLocation': {
      const number = of(kind === 'moveUnit' ? 'UNIT' : 'LOCATION', which);
      const to = of(kind === 'moveUnit' ? 'INSTITUTION' : 'UNIT', other);
      if (!number || !to) return undefined;
      const across = [from, ...moments(world).filter((instant) => instant > from && instant <= at)].some(
        (instant) =>
          (trueAt(world, number, instant) ?? trueAt(world, number, at))?.municipality !==
          (trueAt(world, to, instant) ?? trueAt(world, to, at))?.municipality,
      );
      const closed = trueAt(world, to, at)?.status === 'CLOSED';
      return {
        query: `mutation($n: InstitutionNumber!, $to: InstitutionNumber!, $v: Int!, $on: Date) { act: ${kind}(number: $n, to: $to, version: $v, on: $on) { daycare { number } } }`,
        variables: { n: number, to, v: version(number), on },
        after: () => (across || closed ? undefined : changed(number, [[number, { parent: to }]])()),
      };
    }
    case 'close':
    case 'closeTree': {
      if (!any) return undefined;
      const isUnder = (number: string): boolean => {
        const parent = trueAt(world, number, from)?.parent;
        return parent !== undefined && (parent === any || isUnder(parent));
      };
      const under =
        kind === 'closeTree'
          ? [...world.levels.keys()].filter((number) => isUnder(number) && trueAt(world, number, from)?.status !== 'CLOSED')
          : [];
      const sets = [...under, any].map((number) => [number, { status: 'CLOSED' }] as const);
      return {
        query: `mutation($n: InstitutionNumber!, $v: Int!, $on: Date, $tree: Boolean, $next: [InstitutionNumber!]) { act: closeDaycare(number: $n, version: $v, on: $on, withChildren: $tree, succeededBy: $next, reason: "closed") { daycare { number } } }`,
        variables: { n: any, v: version(any), on, tree: kind === 'closeTree', next: days === 0 ? successorsOf(any) : [] },
        after: () => (days < 0 ? undefined : changed(any, sets)()),
      };
    }
    case 'transfer': {
      const number = of('INSTITUTION', which);
      if (!number) return undefined;
      const to = value % 2 ? '0751' : '0101';
      const there = trueAt(world, number, at);
      return {
        query: 'transfer',
        variables: { n: number, to, on: on ?? dayOf(at) },
        after: () =>
          days < 0 || there?.municipality === to || there?.status === 'CLOSED' || isPromised(world, number, at)
            ? undefined
            : changed(number, [[number, { municipality: to }]])(),
      };
    }
    case 'cancel': {
      if (!any) return undefined;
      const pending = [...plans].filter(([, plan]) => plan.dueAt > at);
      const own = pending.filter(([, { subject }]) => subject === any).map(([id]) => id);
      return {
        query: `mutation($n: InstitutionNumber!, $v: Int!) { act: cancelPlanned(number: $n, version: $v, reason: "called off") { daycare { number } } }`,
        variables: { n: any, v: version(any) },
        after: () => {
          const status = trueAt(world, any, at)?.status;
          if (status === 'CLOSED' || (own.length === 0 && status !== 'PLANNED')) return undefined;
          const without = own.reduce(takeBack, world);
          const next =
            status === 'PLANNED' ? tell(without, [{ number: any, from: at, fact: 'status', value: 'CLOSED' }], at) : tell(without, [], at);
          const allowed = accepted(next, at);
          if (allowed) for (const id of own) plans.delete(id);
          return allowed;
        },
      };
    }
  }
}

/** A cluster that is to go to a municipality is promised to no other. */
const isPromised = (world: World, number: string, at: number) =>
  moments(world).some(
    (instant) => instant > at && trueAt(world, number, instant)?.municipality !== trueAt(world, number, at)?.municipality,
  );
