import type { Mandate } from '#shared/actor.ts';
import { mandatesFrom } from '../actor-from-claims.ts';
import { type Privilege, privilegesIn } from './privileges.ts';

/** The operator's table: which privilege over what makes which mandate. Nothing follows from a company number by itself. */
export interface PrivilegeTable {
  /** The claim that holds privileges. */
  readonly claim: string;
  /** The mandates of what a claim holds; privileges that no row names make none. Nothing where the claim cannot be read. */
  mandatesOf(claim: unknown): readonly Mandate[] | undefined;
}

const SCOPE = /^urn:dk:gov:saml:(cvrNumberIdentifier|productionUnitIdentifier):\d{8,10}$/;
const MOST_ROWS = 100_000;

/** Reads the table from JSON: `claim`, and `rows` with `scope`, `privilege` and the `mandate` they make. Every fault is named at once. */
export function readPrivilegeTable(text: string): PrivilegeTable {
  const { claim, rows } = parsed(text);
  if (typeof claim !== 'string' || claim === '' || !Array.isArray(rows) || rows.length > MOST_ROWS)
    throw new Error('The table of privileges is JSON with `claim`, the name of the claim that holds them, and `rows`.');
  const made = new Map<string, Mandate[]>();
  const faults = rows.flatMap((row: unknown, index) => {
    const read = rowIn(row);
    if (typeof read === 'string') return [`row ${index + 1}: ${read}`];
    const key = keyOf(read);
    made.set(key, [...(made.get(key) ?? []), read.mandate]);
    return [];
  });
  if (faults.length > 0) throw new Error(`The table of privileges has faults: ${faults.join('; ')}.`);
  return {
    claim,
    mandatesOf: (told) => {
      if (told === undefined) return [];
      return privilegesIn(told)?.flatMap((privilege) => made.get(keyOf(privilege)) ?? []);
    },
  };
}

const keyOf = ({ scope, privilege }: Privilege): string => `${scope} ${privilege}`;

function rowIn(row: unknown): (Privilege & { readonly mandate: Mandate }) | string {
  const told: Readonly<Record<string, unknown>> = typeof row === 'object' && row !== null ? { ...row } : {};
  const { scope, privilege, mandate } = told;
  if (typeof scope !== 'string' || !SCOPE.test(scope))
    return 'the scope is a company number or a production unit, as urn:dk:gov:saml:cvrNumberIdentifier:12345678';
  if (typeof privilege !== 'string' || privilege === '' || /\s/.test(privilege)) return 'the privilege is a URN';
  const [read, ...more] = mandatesFrom([mandate]) ?? [];
  if (!read || more.length > 0) return 'the mandate cannot be read';
  return { scope, privilege, mandate: read };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const table: unknown = JSON.parse(text);
    return typeof table === 'object' && table !== null ? { ...table } : {};
  } catch {
    throw new Error('The table of privileges is not JSON.');
  }
}
