import { type Actor, assurances, type Mandate } from '#shared/actor.ts';
import type { Ownership } from '../../../subgraphs/agreements/domain/known-daycare.ts';
import type { AgreementClass } from '../../../subgraphs/agreements/domain/systems/service.ts';
import { holders, type Place, unit } from '../../support/mandates.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { entity, type Part } from './cedar.ts';

/** One value of one dimension: in words, for our functions, and as Cedar is told of it. */
export interface Dimension {
  readonly inWords: string;
  readonly part: Part;
}
export interface Asker extends Dimension {
  readonly actor: Actor;
  readonly place: Place;
}
export interface Whose extends Dimension {
  readonly isOwn: boolean;
}
export interface Ground extends Dimension {
  readonly ownership: Ownership;
  readonly isChildminding: boolean;
}
export interface Class extends Dimension {
  readonly agreementClass: AgreementClass;
}

const beside: readonly (readonly [string, readonly Mandate[]])[] = [
  ['', []],
  [' and the agency', [{ role: 'AGENCY' }]],
  [' and of the supplier that asks', [{ role: 'SUPPLIER', supplier: '1001' }]],
  [' and of another supplier', [{ role: 'SUPPLIER', supplier: '1002' }]],
];

const of = (inWords: string, mandates: readonly Mandate[]) =>
  assurances.map((assurance) => ({ inWords: `${assurance} ${inWords}`, place: unit, actor: actorWith(mandates, { assurance }) }));

/** Role x relation x assurance x what else the person is. A token that mixes a system's and a person's mandates is refused at the door. */
const everyone = [
  ...holders.flatMap(({ role, relation, assurance, actor }) =>
    beside.slice(0, actor.kind === 'system' ? 1 : undefined).map(([and, more]) => ({
      inWords: `${assurance} ${role} over ${relation.inWords}${and}`,
      place: relation.place,
      actor: actorWith([...actor.mandates, ...more], { assurance }),
    })),
  ),
  ...of('SUPPLIER_SYSTEM that is a sister of the one that asks', [{ role: 'SUPPLIER_SYSTEM', system: 'S1003' }]),
  ...of('person without any mandate', []),
];

/** Each of them once: relations that differ in nothing a mandate says are one asker. */
export const askers: readonly Asker[] = [
  ...Map.groupBy(everyone, ({ place, actor: { mandates, assurance } }) => JSON.stringify([place.number, mandates, assurance])).values(),
].map(([first]) => {
  const { inWords, place, actor } = first!;
  const part = { actor: toldOf(actor), at: { number: place.number, unit: place.unit } };
  return { inWords, place, actor: { ...actor, id: 'asker' }, part };
});

function toldOf({ kind, assurance, mandates }: Actor): NonNullable<Part['actor']> {
  const over = <Role extends Mandate['role']>(role: Role, type: string, over: (mandate: Extract<Mandate, { role: Role }>) => string) =>
    mandates.flatMap((each) => (each.role === role ? [entity(type, over(each as Extract<Mandate, { role: Role }>))] : []));
  const has = (role: Mandate['role']) => mandates.some((each) => each.role === role);
  return {
    kind,
    assurance,
    responsibleOf: over('DAYCARE_RESPONSIBLE', 'Municipality', ({ municipality }) => municipality),
    municipalEmployeeOf: over('MUNICIPAL_EMPLOYEE', 'Municipality', ({ municipality }) => municipality),
    employeeOf: over('DAYCARE_EMPLOYEE', 'Daycare', ({ daycare }) => daycare),
    suppliers: over('SUPPLIER', 'Supplier', ({ supplier }) => supplier),
    systems: over('SUPPLIER_SYSTEM', 'System', ({ system }) => system),
    municipalSystems: over('MUNICIPAL_SYSTEM', 'System', ({ system }) => system),
    isAgency: has('AGENCY'),
    isDashboard: has('DASHBOARD'),
    isCitizen: has('CITIZEN'),
  };
}

export const whose: readonly Whose[] = [
  { inWords: "another's", isOwn: false, part: { subject: { requestedBy: entity('Actor', 'someone') } } },
  { inWords: 'own', isOwn: true, part: { subject: { requestedBy: entity('Actor', 'me') } } },
];

export const grounds: readonly Ground[] = (['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED'] as const).flatMap((ownership) =>
  [false, true].map((isChildminding) => ({
    inWords: isChildminding ? `${ownership} childminding` : ownership,
    ownership,
    isChildminding,
    part: { daycare: { ownership, isChildminding } },
  })),
);

export const classes: readonly Class[] = (['CORE_IMPORT', 'OTHER'] as const).map((agreementClass) => ({
  inWords: agreementClass,
  agreementClass,
  part: { subject: { agreementClass } },
}));
