import { readFileSync } from 'node:fs';
import {
  type CedarValueJson,
  type EntityJson,
  type PolicyJson,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  schemaToJson,
  statefulIsAuthorized,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';

type Facts = Readonly<Record<string, CedarValueJson>>;
export type About = 'Request' | 'Access' | 'Sending' | 'System';

/** What one part of a case tells Cedar, by whom it is told of. Parts are told apart as objects: one object for one part. */
export interface Part {
  readonly actor?: Facts;
  readonly at?: { readonly number: string; readonly unit: string | null };
  readonly daycare?: Facts;
  readonly system?: Facts;
  readonly subject?: Facts;
}

export interface Question {
  readonly action: string;
  readonly about: About;
  /** Who asks, whose request it is, who governs the daycare, which class, and how things stand. */
  readonly parts: readonly [Part, Part, Part, Part, Part];
}

export interface Policy {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  readonly actions: readonly string[];
  /** Every name in its text; Cedar can look at no other fact. */
  readonly names: ReadonlySet<string>;
}

const written = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const schema = written('schema.cedarschema');
export const actions = good(schemaToJson(schema)).json['']?.actions ?? {};
const texts = good(policySetTextToParts(written('policies.cedar'))).policies;
export const policies: readonly Policy[] = texts.map((text) => policyFrom(good(policyToJson(text)).json));
const textOf = Object.fromEntries(texts.map((text, index) => [policies[index]!.id, text]));

good(preparseSchema('tilslut', schema));
good(preparsePolicySet('all', { staticPolicies: textOf }));
for (const { id } of policies) good(preparsePolicySet(id, { staticPolicies: { [id]: textOf[id]! } }));

/** What Cedar's own validator finds wrong with the policies. */
export function mistakes(): string[] {
  const found = good(validate({ schema, policies: { staticPolicies: textOf }, validationSettings: { mode: 'strict' } }));
  return [...found.validationErrors, ...found.validationWarnings].map(({ policyId, error }) => `${policyId}: ${error.message}`);
}

/** Asks one policy alone, or "all". */
export function asked(preparsedPolicySetId: string, { action, about, parts }: Question) {
  const { response } = good(
    statefulIsAuthorized({
      principal: { type: 'Actor', id: 'me' },
      action: { type: 'Action', id: action },
      resource: { type: about, id: about === 'System' ? 'S1001' : 'it' },
      context: {},
      preparsedSchemaName: 'tilslut',
      validateRequest: true,
      preparsedPolicySetId,
      entities: entitiesOf(about, parts),
    }),
  );
  if (response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(response.diagnostics.errors));
  return response;
}

export const entity = (type: string, id: string) => ({ __entity: { type, id } });

/** A daycare of municipality 0751 and system S1001 of supplier 1001, which has S1003 too. */
function entitiesOf(about: About, parts: readonly Part[]): EntityJson[] {
  const told = (of: 'actor' | 'daycare' | 'system' | 'subject'): Facts => Object.assign({}, ...parts.map((part) => part[of]));
  const at = parts.find((part) => part.at)?.at ?? { number: 'G10001', unit: null };
  const supplier = entity('Supplier', '1001');
  const system = { supplier, state: 'ACTIVE', ...told('system') };
  const around: EntityJson[] = [
    { uid: entity('Actor', 'me'), attrs: told('actor'), parents: [] },
    { uid: supplier, attrs: { systems: [entity('System', 'S1001'), entity('System', 'S1003')] }, parents: [] },
    { uid: entity('System', 'S1001'), attrs: system, parents: [supplier] },
  ];
  if (about === 'System') return around;
  const daycare = { municipality: entity('Municipality', '0751'), isOpen: true, ...told('daycare') };
  const subject = { daycare: entity('Daycare', at.number), system: entity('System', 'S1001'), ...told('subject') };
  return [
    ...around,
    { uid: subject.daycare, attrs: daycare, parents: at.unit ? [entity('Daycare', at.unit)] : [] },
    { uid: entity(about, 'it'), attrs: subject, parents: [] },
  ];
}

function policyFrom({ effect, action, conditions, annotations }: PolicyJson): Policy {
  const body = JSON.stringify(conditions);
  if (action.op === 'All' || /"Var":"(action|context)"/.test(body)) throw new Error('A policy names its actions in its head.');
  const names = new Set([...body.matchAll(/"(\w+)"/g)].map(([, name]) => name!));
  const named = [...JSON.stringify(action).matchAll(/"type":"Action","id":"(\w+)"/g)].map(([, name]) => name!);
  return { id: annotations?.id ?? body, effect, actions: named, names };
}

function good<Answer extends { readonly type: string }>(answer: Answer): Exclude<Answer, { type: 'failure' }> {
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer));
  return answer as Exclude<Answer, { type: 'failure' }>;
}
