import type { JWTPayload } from 'jose';
import type { PrivilegeTable } from './tokens/privilege-table.ts';
import { holdsNationalNumber, nationalNumberOf } from '#shared/national-number.ts';
import { type Actor, assurances, type Login, type Mandate, type NumberHash } from '#shared/actor.ts';

const PERSONS_TOKEN_SECONDS = 600;
const CLOCKS_APART_SECONDS = 60;

type Role = Mandate['role'];

const systemRoles: ReadonlySet<Role> = new Set(['MUNICIPAL_SYSTEM', 'SUPPLIER_SYSTEM', 'DASHBOARD']);

const municipality = /^\d{4}$/;
const daycare = /^[A-Z]\d{5}$/;
const identifier = /^[\w-]{1,40}$/;

type Claimed = Readonly<Record<string, unknown>>;
const claimed = (given: Claimed, name: string, shape: RegExp): string | undefined => {
  const value = given[name];
  return typeof value === 'string' && shape.test(value) && !holdsNationalNumber(value) ? value : undefined;
};

/** How each role is read from a token; undefined where what it is over is missing or malformed. */
const readers: Record<Role, (given: Claimed) => Mandate | undefined> = {
  DAYCARE_RESPONSIBLE: (given) =>
    over(claimed(given, 'municipality', municipality), (code) => ({ role: 'DAYCARE_RESPONSIBLE', municipality: code })),
  MUNICIPAL_EMPLOYEE: (given) =>
    over(claimed(given, 'municipality', municipality), (code) => ({ role: 'MUNICIPAL_EMPLOYEE', municipality: code })),
  DAYCARE_EMPLOYEE: (given) => over(claimed(given, 'daycare', daycare), (number) => ({ role: 'DAYCARE_EMPLOYEE', daycare: number })),
  MUNICIPAL_SYSTEM: (given) =>
    over(claimed(given, 'municipality', municipality), (code) =>
      over(claimed(given, 'system', identifier), (system) => ({ role: 'MUNICIPAL_SYSTEM', municipality: code, system })),
    ),
  SUPPLIER: (given) => over(claimed(given, 'supplier', identifier), (supplier) => ({ role: 'SUPPLIER', supplier })),
  SUPPLIER_SYSTEM: (given) => over(claimed(given, 'system', identifier), (system) => ({ role: 'SUPPLIER_SYSTEM', system })),
  AGENCY: () => ({ role: 'AGENCY' }),
  DASHBOARD: (given) =>
    given.municipality === undefined
      ? { role: 'DASHBOARD' }
      : over(claimed(given, 'municipality', municipality), (code) => ({ role: 'DASHBOARD', municipality: code })),
  CITIZEN: () => ({ role: 'CITIZEN' }),
};

const over = (value: string | undefined, mandate: (value: string) => Mandate | undefined): Mandate | undefined =>
  value === undefined ? undefined : mandate(value);

/** The mandates a token carries; undefined where any of them cannot be read, so that nothing half understood is gone by. */
export function mandatesFrom(given: unknown): readonly Mandate[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const mandates = given.map((each: unknown) => (isClaimed(each) && isRole(each.role) ? readers[each.role](each) : undefined));
  return mandates.every((mandate) => mandate !== undefined) ? mandates : undefined;
}

const isClaimed = (given: unknown): given is Claimed => typeof given === 'object' && given !== null;
const isRole = (given: unknown): given is Role => typeof given === 'string' && Object.hasOwn(readers, given);

/** Whether these mandates are a system's or a person's; undefined where they mix the two. */
export function kindOf(mandates: readonly Mandate[]): Actor['kind'] | undefined {
  const systems = mandates.filter(({ role }) => systemRoles.has(role)).length;
  if (systems === 0) return 'person';
  return systems === mandates.length ? 'system' : undefined;
}

/** In which claim an issuer vouches for a person's national number, and what a number is known by; the number goes no further. */
export interface NumberClaim {
  readonly claim: string;
  readonly hashes: (written: string) => readonly NumberHash[];
}

/** The actor that a verified token names, or why it names none. */
export function actorFrom(payload: JWTPayload, numbers?: NumberClaim, privileges?: PrivilegeTable): Actor | string {
  const { sub, name, mandates: given, exp, iat } = payload;
  const carried = mandatesFrom(given ?? []);
  const granted = privileges ? privileges.mandatesOf(payload[privileges.claim]) : [];
  const mandates = carried && granted && [...carried, ...granted];
  const kind = mandates && kindOf(mandates);
  const level = levelIn(payload);
  if (!sub || sub.length > 120) return 'The token names no subject.';
  if (isNationalNumber(sub)) return 'The token’s subject is a national number: let the issuer give one that tells nothing of the person.';
  if (!mandates) return 'The token holds a mandate that cannot be read.';
  if (!kind) return "The token mixes a system's and a person's mandates.";
  if (!level) return 'The token says no level of assurance.';
  if (Number(iat) > Date.now() / 1000 + CLOCKS_APART_SECONDS) return 'The token is of the future.';
  if (kind === 'person' && Number(exp) - Number(iat) > PERSONS_TOKEN_SECONDS) return "A person's token lives ten minutes at most.";
  const actor = { id: sub, name: typeof name === 'string' && !holdsNationalNumber(name) ? name : sub, kind, assurance: level, mandates };
  return kind === 'person' ? { ...actor, login: loginFrom(payload, numbers) } : actor;
}

/** A subject is logged and kept. One of hex may have ten such digits by chance; a number stands alone between marks. */
const isNationalNumber = (sub: string): boolean => sub.split(/[^\p{L}\p{N}\s-]+/u).some((part) => nationalNumberOf(part) !== undefined);

/** The national logins tell the level of assurance in a claim and in words of their own. */
const NATIONAL_LEVEL = 'https://data.gov.dk/concept/core/nsis/loa';

function levelIn({ assurance, [NATIONAL_LEVEL]: national }: JWTPayload): Actor['assurance'] | undefined {
  const told = assurance ?? (typeof national === 'string' ? national.toUpperCase() : undefined);
  return assurances.find((each) => each === told);
}

function loginFrom(payload: JWTPayload, numbers: NumberClaim | undefined): Login {
  const written = numbers && payload[numbers.claim];
  return { issuer: String(payload.iss), numbers: numbers && typeof written === 'string' ? numbers.hashes(written) : [] };
}
