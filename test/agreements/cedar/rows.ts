import { isSureEnough } from '#shared/actor.ts';
import type { Access } from '../../../subgraphs/agreements/domain/accesses/access.ts';
import { type AccessAct, nextAccessState } from '../../../subgraphs/agreements/domain/accesses/access-lifecycle.ts';
import type { KnownDaycare } from '../../../subgraphs/agreements/domain/known-daycare.ts';
import { decides, verdictOn } from '../../../subgraphs/agreements/domain/requests/decision-policy.ts';
import type { AccessRequest } from '../../../subgraphs/agreements/domain/requests/request.ts';
import { nextState, type RequestAct } from '../../../subgraphs/agreements/domain/requests/request-lifecycle.ts';
import { undoRefusal } from '../../../subgraphs/agreements/domain/requests/undo.ts';
import { usualTerms } from '../../../subgraphs/agreements/domain/terms.ts';
import { unfit } from '../../../subgraphs/agreements/domain/requests/sending.ts';
import { asksAs, closesAs, setsAs } from '../../../subgraphs/agreements/domain/systems/supplier-policy.ts';
import type { SystemState } from '../../../subgraphs/agreements/domain/systems/system.ts';
import { permissionFor } from '../../../subgraphs/agreements/graphql/permission-for.ts';
import type { RequestAction } from '../../../subgraphs/agreements/graphql/schema.generated.ts';
import type { Place } from '../../support/mandates.ts';
import type { Asker, Class, Ground, Whose } from './product.ts';
import { agreements, decisions, type Situation, sendings, systems } from './situations.ts';

/** All of a case but its action and who asks. */
export interface Setting {
  readonly whose: Whose;
  readonly ground: Ground;
  readonly class: Class;
  readonly situation: Situation;
  /** The request or access at each place, made once. */
  readonly subjects: Map<Place, AccessRequest | Access>;
}

/** What one of our functions says of a case; undefined where it does not judge it. */
type Voice = (asker: Asker, setting: Setting) => boolean | undefined;

export interface Row {
  readonly action: string;
  readonly situations: readonly Situation[];
  readonly ours: Readonly<Record<string, Voice>>;
}

const isYes = (verdict: object | string | undefined): boolean => typeof verdict === 'string';
const system = { id: 'S1001', supplier: '1001', name: 'System', archivedAt: null } as const;

const permission =
  (action: RequestAction): Voice =>
  (asker, setting) =>
    permissionFor(action, subjectOf(asker, setting), asker.actor).allowed;
const decided: Voice = (asker, setting) => isYes(decides(subjectOf(asker, setting), asker.actor));
const judged: Voice = (asker, setting) => verdictOn(subjectOf(asker, setting), asker.actor).as !== undefined && isSureEnough(asker.actor);
const asked: Voice = ({ actor }) => isYes(asksAs(system, actor));
const confirms: Voice = (asker, setting) => setting.situation.isOpen && decided(asker, setting);
const closed: Voice = ({ actor }) => isYes(closesAs(actor));
/** Who may, where the lifecycle leads on. That the daycare is closed is judged by the permission and the act alone. */
const onRequest =
  (act: RequestAct, who: Voice): Voice =>
  (asker, setting) => {
    const { request: state, isOpen } = setting.situation;
    return state && isOpen ? nextState(state, act) !== undefined && who(asker, setting) : undefined;
  };
const onAccess =
  (act: AccessAct, who: Voice): Voice =>
  (asker, setting) => {
    const { access: state } = setting.situation;
    return state && nextAccessState(state, act) !== undefined && who(asker, setting);
  };
const sets =
  (state: SystemState): Voice =>
  ({ actor }, { situation: { system: now } }) =>
    now && now !== state ? isYes(setsAs({ ...system, state: now }, state, actor)) : undefined;

const NOW = 1_000_000;
/** The decision as our own code holds it, and, of an approval, the access it began. */
const undone: Voice = (asker, setting) => {
  const { undoing } = setting.situation;
  const subject = subjectOf(asker, setting);
  if (!('decision' in subject)) return undefined;
  const by = {
    actor: undoing?.by === 'me' ? asker.actor.id : 'someone',
    organisationKey: '',
    organisation: '',
    standing: '',
    person: null,
  };
  const decision = undoing ? { state: subject.state, at: NOW - undoing.secondsAgo * 1000, by, comment: null } : null;
  const access: Access = {
    ...subject,
    ...held,
    requestId: subject.id,
    state: 'ACTIVE',
    suspensionReason: null,
    confirmBy: null,
    lastUsedAt: undoing?.hasFlowed ? 1 : null,
  };
  return undoRefusal({ request: { ...subject, decision }, access, actor: asker.actor }, { at: NOW, terms: usualTerms }) === undefined;
};

/** That a system is not active is judged within requestAccess. */
const sends: Voice = (asker, setting) =>
  setting.situation.system === 'ACTIVE' ? unfit(daycareOf(asker, setting)) === undefined && asked(asker, setting) : undefined;

/** Every action, one row: where it is tried, and which of our functions say whether it may be done. What is not ours yet has no voice. */
// biome-ignore format: a table
export const rows: readonly Row[] = [
  { action: 'APPROVE',               situations: agreements, ours: { permissionFor: permission('APPROVE'), decides: onRequest('approve', decided), verdictOn: onRequest('approve', judged) } },
  { action: 'REJECT',                situations: agreements, ours: { permissionFor: permission('REJECT'), decides: onRequest('reject', decided), verdictOn: onRequest('reject', judged) } },
  { action: 'WITHDRAW',              situations: agreements, ours: { permissionFor: permission('WITHDRAW'), asksAs: onRequest('withdraw', asked) } },
  { action: 'REVOKE',                situations: agreements, ours: { permissionFor: permission('REVOKE'), decides: onAccess('revoke', decided), verdictOn: onAccess('revoke', judged) } },
  { action: 'END',                   situations: agreements, ours: { permissionFor: permission('END'), asksAs: onAccess('end', asked) } },
  { action: 'CONFIRM',               situations: agreements, ours: { permissionFor: permission('CONFIRM'), decides: onAccess('confirm', confirms) } },
  { action: 'CLOSE',                 situations: agreements, ours: { permissionFor: permission('CLOSE'), closesAs: onAccess('close', closed) } },
  { action: 'UNDO',                  situations: decisions,  ours: { undoRefusal: undone } },
  { action: 'REQUEST',               situations: sendings,   ours: { asksAs: sends } },
  { action: 'SET_ACTIVE',            situations: systems,    ours: { setsAs: sets('ACTIVE') } },
  { action: 'SET_PASSIVE',           situations: systems,    ours: { setsAs: sets('PASSIVE') } },
  { action: 'SET_ARCHIVED',          situations: systems,    ours: { setsAs: sets('ARCHIVED') } },
  { action: 'SET_STOPPED_BY_AGENCY', situations: systems,    ours: { setsAs: sets('STOPPED_BY_AGENCY') } },
];

function daycareOf({ place }: Asker, { ground, situation }: Setting): KnownDaycare {
  const { ownership, isChildminding } = ground;
  const status = situation.isOpen ? 'ACTIVE' : 'CLOSED';
  return {
    ...place,
    name: 'Solsikken',
    status,
    municipality: '0751',
    municipalityName: 'Aarhus',
    acceptsUsers: true,
    ownership,
    isChildminding,
  };
}

/** The request or the access as our own code holds it, of supplier 1001's system S1001. */
function subjectOf(asker: Asker, setting: Setting): AccessRequest | Access {
  const before = setting.subjects.get(asker.place);
  if (before) return before;
  const { request, access, suspension = null, isDue } = setting.situation;
  const daycare = daycareOf(asker, setting);
  const asked = { ...what, agreementClass: setting.class.agreementClass, daycareNumber: daycare.number, daycare };
  const subject = request
    ? { ...asked, ...sent, state: request, requestedBy: setting.whose.isOwn ? asker.actor.id : 'someone' }
    : {
        ...asked,
        ...held,
        requestedBy: setting.whose.isOwn ? asker.actor.id : 'someone',
        state: access!,
        suspensionReason: suspension,
        confirmBy: isDue ? '2026-12-01' : null,
      };
  setting.subjects.set(asker.place, subject);
  return subject;
}

const what = {
  id: 'id',
  system: system.id,
  supplier: system.supplier,
  service: 'ws10-import',
  direction: 'SEND',
  categories: [],
  purposeKind: 'PLACEMENT',
  purpose: 'To do its work',
} as const;
const sent = { processingAgreement: 'DPA 1', comment: null, decision: null, requestedAt: 0, expiresAt: 0, reminders: 0 } as const;
const held = {
  requestId: 'request',
  suspendedAt: null,
  activeSince: null,
  askedToConfirm: null,
  unusedSince: 0,
  lastUsedAt: null,
  endsOn: null,
  notice: null,
  replaces: null,
} as const;
