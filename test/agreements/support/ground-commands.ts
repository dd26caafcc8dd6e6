import type { World } from './agreements-model.ts';
import type { Command } from './random-agreements.ts';

/** What is asked of the register, and what it makes of the daycares where the register takes it. */
export interface GroundMove {
  readonly number: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<Record<string, Partial<World['daycares'][string]>>>;
  readonly successors: Readonly<Record<string, readonly string[]>>;
}

const legalBases = { MUNICIPAL: 'DAYCARE_19_2', SELF_OWNED: 'DAYCARE_19_3', PRIVATE: 'DAYCARE_19_5', OUTSOURCED: 'DAYCARE_19_4' } as const;
const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Reads a command as an act of the register's; nothing where no daycare is open any more. */
export function groundMoveFrom(
  { kind, which, other, value }: Command,
  world: World,
  clusters: readonly { readonly number: string }[],
): GroundMove | undefined {
  const open = Object.values(world.daycares).filter(({ closed }) => !closed);
  const units = open.filter(({ unit }) => unit === null);
  if (units.length === 0) return undefined;
  const chosen = at(units, which);
  const family = open.filter(({ number, unit }) => number === chosen.number || unit === chosen.number);
  const ofFamily = (facts: Partial<World['daycares'][string]>) => Object.fromEntries(family.map(({ number }) => [number, facts]));
  const common = { number: chosen.number, successors: {} };
  switch (kind) {
    case 'closeDaycare': {
      const successors = units.filter((unit, nth) => unit !== chosen && (value >> nth) % 2 === 1).map(({ number }) => number);
      return {
        ...common,
        query:
          'mutation($n: InstitutionNumber!, $v: Int!, $s: [InstitutionNumber!]) { act: closeDaycare(number: $n, version: $v, succeededBy: $s, withChildren: true, reason: "It closes") { daycare { number } } }',
        variables: { s: successors },
        changes: ofFamily({ closed: true }),
        successors: { [chosen.number]: successors },
      };
    }
    case 'changeOwnership': {
      const cluster = at(clusters, which).number;
      const ownership = at(['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED'] as const, other);
      return {
        ...common,
        number: cluster,
        query:
          'mutation($n: InstitutionNumber!, $v: Int!, $c: InstitutionChanges!) { act: changeInstitution(number: $n, version: $v, changes: $c) { daycare { number } } }',
        variables: { c: { ownership, legalBasis: legalBases[ownership] } },
        changes: Object.fromEntries(open.filter((each) => each.cluster === cluster).map(({ number }) => [number, { ownership }])),
      };
    }
    case 'moveUnit': {
      const cluster = at(clusters, other).number;
      const there = Object.values(world.daycares).find((each) => each.cluster === cluster && !each.closed);
      return (
        there && {
          ...common,
          query:
            'mutation($n: InstitutionNumber!, $v: Int!, $to: InstitutionNumber!) { act: moveUnit(number: $n, version: $v, to: $to) { daycare { number } } }',
          variables: { to: cluster },
          changes: ofFamily({ cluster, ownership: there.ownership }),
        }
      );
    }
    default: {
      const childminding = !chosen.childminding;
      return {
        ...common,
        query:
          'mutation($n: InstitutionNumber!, $v: Int!, $c: UnitChanges!) { act: changeUnit(number: $n, version: $v, changes: $c) { daycare { number } } }',
        variables: { c: { type: childminding ? 'CHILDMINDING' : 'AGE_INTEGRATED' } },
        changes: ofFamily({ childminding }),
      };
    }
  }
}
