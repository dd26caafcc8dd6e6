import type { Actor, Assurance } from '#shared/actor.ts';
import { vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { type Neighbourhood, vaultKeys } from './neighbourhood.ts';

export const ISSUER = 'https://eid.test';
const cipher = vaultCipher(vaultKeys);

interface Known {
  readonly number?: string;
  readonly issuer?: string;
  readonly assurance?: Assurance;
}

/** Somebody who logged in with the national e-ID, as the gateway tells of them: of the number its hashes alone. */
export function citizen(subject: string, { number, issuer = ISSUER, assurance = 'SUBSTANTIAL' }: Known = {}): Actor {
  const login = { issuer, numbers: number ? cipher.hashes(number) : [] };
  return actorWith([{ role: 'CITIZEN' }], { id: subject, name: subject, assurance, login });
}

export const activate =
  'mutation($code: String, $username: String) { activateIdentity(code: $code, username: $username) { uniId username state name affiliations { daycareNumber role } } }';
export const block =
  'mutation($id: ID!, $blocked: Boolean!, $reason: String!) { setIdentityBlocked(uniId: $id, blocked: $blocked, reason: $reason) { uniId state } }';

export const codes = (errors: readonly { readonly extensions?: { readonly code?: string } }[] | undefined) =>
  (errors ?? []).map(({ extensions }) => extensions?.code);

/** What somebody's act came to: the person, or the code of the refusal. */
export async function activated(town: Neighbourhood, actor: Actor, told: object = {}): Promise<any> {
  const { data, errors } = await town.ask(actor, activate, { ...told });
  return data?.activateIdentity ?? errors?.[0]?.extensions?.code;
}

/** The UniID of somebody at a daycare, by first name, as the daycare's reader sees it. */
export async function uniIdOf(town: Neighbourhood, reader: Actor, daycare: string, first: string): Promise<string> {
  const { data } = await town.people(reader, daycare, 'nodes { name { first } person { uniId } }', '(first: 500)');
  const found = data._entities[0].people.nodes.find(({ name }: { name: { first: string } }) => name.first === first);
  if (!found) throw new Error(`There is no ${first} at ${daycare}.`);
  return found.person.uniId;
}
