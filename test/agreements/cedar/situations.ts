import type { AccessState } from '../../../subgraphs/agreements/domain/accesses/access.ts';
import type { RequestState } from '../../../subgraphs/agreements/domain/requests/request.ts';
import type { SuspensionReason, SystemState } from '../../../subgraphs/agreements/domain/systems/system.ts';
import { type About, entity } from './cedar.ts';
import type { Dimension } from './product.ts';

/** How things stand with what is acted on. */
export interface Situation extends Dimension {
  readonly about: About;
  readonly isOpen: boolean;
  readonly request?: RequestState;
  readonly access?: AccessState;
  readonly suspension?: SuspensionReason;
  readonly isDue?: boolean;
  readonly system?: SystemState;
  readonly archivedDaysAgo?: number;
  readonly undoing?: { readonly by: string; readonly secondsAgo: number; readonly hasFlowed: boolean };
}

const request = (state: RequestState, isOpen = true): Situation => ({
  inWords: `${state} request${at(isOpen)}`,
  about: 'Request',
  isOpen,
  request: state,
  part: { daycare: { isOpen }, subject: { state } },
});
const access = (state: AccessState, more: Pick<Situation, 'suspension' | 'isDue'> = {}, isOpen = true): Situation => ({
  inWords: `${state} access${more.suspension ? ` as ${more.suspension}` : ''}${more.isDue ? ', confirmation due' : ''}${at(isOpen)}`,
  about: 'Access',
  isOpen,
  access: state,
  ...more,
  part: {
    daycare: { isOpen },
    subject: { state, confirmationIsDue: more.isDue ?? false, ...(more.suspension && { suspension: more.suspension }) },
  },
});
const system = (state: SystemState, archivedDaysAgo?: number): Situation => ({
  inWords: `${state} system${archivedDaysAgo ? ` for ${archivedDaysAgo} days` : ''}`,
  about: 'System',
  isOpen: true,
  system: state,
  ...(archivedDaysAgo && { archivedDaysAgo }),
  part: { system: { state, ...(archivedDaysAgo && { archivedDaysAgo }) } },
});
const at = (isOpen: boolean) => (isOpen ? '' : ' at a closed daycare');
const suspended = (['SYSTEM_PASSIVE', 'SYSTEM_STOPPED', 'UNUSED', 'UNCONFIRMED'] as const).map((suspension) => ({ suspension }));

const decided = (inWords: string, state: RequestState, by: string, secondsAgo: number, hasFlowed: boolean): Situation => ({
  ...request(state),
  undoing: { by, secondsAgo, hasFlowed },
  inWords: `${state} request, decided ${inWords}`,
  part: { subject: { state, decision: { by: entity('Actor', by), secondsAgo, hasFlowed } } },
});
const sending = (isOpen: boolean, state: SystemState): Situation => ({
  inWords: `sending of a system that is ${state}${at(isOpen)}`,
  about: 'Sending',
  isOpen,
  system: state,
  part: { daycare: { isOpen }, system: { state } },
});

export const agreements: readonly Situation[] = [
  ...(['WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'EXPIRED'] as const).map((state) => request(state)),
  request('WAITING', false),
  ...[{}, { isDue: true }].flatMap((due) => [
    access('ACTIVE', due),
    ...suspended.map((reason) => access('SUSPENDED', { ...reason, ...due })),
  ]),
  ...(['REVOKED', 'ENDED', 'LAPSED', 'CLOSED_BY_AGENCY'] as const).map((state) => access(state)),
  access('ACTIVE', { isDue: true }, false),
];
export const systems: readonly Situation[] = [
  system('ACTIVE'),
  system('PASSIVE'),
  system('STOPPED_BY_AGENCY'),
  system('ARCHIVED', 29),
  system('ARCHIVED', 31),
];
export const sendings: readonly Situation[] = [sending(true, 'ACTIVE'), sending(false, 'ACTIVE'), sending(true, 'PASSIVE')];
export const decisions: readonly Situation[] = [
  request('WAITING'),
  decided('by oneself just now', 'APPROVED', 'me', 5, false),
  decided('by oneself ten minutes ago', 'REJECTED', 'me', 600, false),
  decided('by oneself more than ten minutes ago', 'REJECTED', 'me', 601, false),
  decided('by oneself, and data has flowed', 'APPROVED', 'me', 5, true),
  decided('by another', 'APPROVED', 'someone', 5, false),
];
