import type { AccessState } from '../../subgraphs/agreements/domain/accesses/access.ts';
import type { RequestState } from '../../subgraphs/agreements/domain/requests/request.ts';
import type { Role } from '../support/mandates.ts';

// domain.md 3.5, written by hand: who governs, class, rule, addressee; may the daycare responsible, a municipal employee, the daycare's own?
// biome-ignore format: a table
export const decisionTable = [
  ['MUNICIPAL',              'CORE_IMPORT', 'D1', 'MUNICIPALITY', { responsible: true,  municipal: false, daycare: false }],
  ['MUNICIPAL',              'OTHER',       'D2', 'EITHER',       { responsible: true,  municipal: true,  daycare: true }],
  ['SELF_OWNED',             'CORE_IMPORT', 'D3', 'DAYCARE',      { responsible: false, municipal: false, daycare: true }],
  ['SELF_OWNED',             'OTHER',       'D4', 'EITHER',       { responsible: true,  municipal: true,  daycare: true }],
  ['PRIVATE',                'CORE_IMPORT', 'D5', 'DAYCARE',      { responsible: false, municipal: false, daycare: true }],
  ['PRIVATE',                'OTHER',       'D6', 'DAYCARE',      { responsible: false, municipal: false, daycare: true }],
  ['OUTSOURCED',             'CORE_IMPORT', 'D7', 'DAYCARE',      { responsible: false, municipal: false, daycare: true }],
  ['OUTSOURCED',             'OTHER',       'D8', 'EITHER',       { responsible: true,  municipal: true,  daycare: true }],
  ['MUNICIPAL_CHILDMINDING', 'CORE_IMPORT', 'D9', 'MUNICIPALITY', { responsible: true,  municipal: false, daycare: false }],
  ['MUNICIPAL_CHILDMINDING', 'OTHER',       'D9', 'MUNICIPALITY', { responsible: true,  municipal: true,  daycare: false }],
] as const;

// Which column of that table a role is judged by, and over what it must be; A16: the other six decide nothing, whatever they are over.
export const columnOf = {
  DAYCARE_RESPONSIBLE: { column: 'responsible', over: 'municipality', standing: 'daycare responsible' },
  MUNICIPAL_EMPLOYEE: { column: 'municipal', over: 'municipality', standing: 'municipal employee' },
  DAYCARE_EMPLOYEE: { column: 'daycare', over: 'daycare', standing: 'daycare employee' },
  MUNICIPAL_SYSTEM: undefined,
  SUPPLIER: undefined,
  SUPPLIER_SYSTEM: undefined,
  AGENCY: undefined,
  DASHBOARD: undefined,
  CITIZEN: undefined,
} as const satisfies Record<Role, object | undefined>;

// 3.6, written by hand: what can be done where, and where it leads.
// biome-ignore format: a table
export const requestActs: Record<RequestState, Readonly<Record<'APPROVE' | 'REJECT' | 'WITHDRAW' | 'lapse' | 'expire' | 'undo', RequestState | undefined>>> = {
  WAITING:   { APPROVE: 'APPROVED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN', lapse: 'LAPSED', expire: 'EXPIRED', undo: undefined },
  APPROVED:  { APPROVE: undefined, REJECT: undefined, WITHDRAW: undefined, lapse: undefined, expire: undefined, undo: 'WAITING' },
  REJECTED:  { APPROVE: undefined, REJECT: undefined, WITHDRAW: undefined, lapse: undefined, expire: undefined, undo: 'WAITING' },
  WITHDRAWN: { APPROVE: undefined, REJECT: undefined, WITHDRAW: undefined, lapse: undefined, expire: undefined, undo: undefined },
  LAPSED:    { APPROVE: undefined, REJECT: undefined, WITHDRAW: undefined, lapse: undefined, expire: undefined, undo: undefined },
  EXPIRED:   { APPROVE: undefined, REJECT: undefined, WITHDRAW: undefined, lapse: undefined, expire: undefined, undo: undefined },
};
// biome-ignore format: a table
export const accessActs: Record<AccessState, Readonly<Record<'REVOKE' | 'END' | 'CLOSE' | 'CONFIRM' | 'suspend' | 'resume' | 'lapse' | 'undo', AccessState | undefined>>> = {
  ACTIVE:           { REVOKE: 'REVOKED', END: 'ENDED', CLOSE: 'CLOSED_BY_AGENCY', CONFIRM: 'ACTIVE', suspend: 'SUSPENDED', resume: undefined, lapse: 'LAPSED', undo: 'REVOKED' },
  SUSPENDED:        { REVOKE: 'REVOKED', END: 'ENDED', CLOSE: 'CLOSED_BY_AGENCY', CONFIRM: 'ACTIVE', suspend: undefined, resume: 'ACTIVE', lapse: 'LAPSED', undo: 'REVOKED' },
  REVOKED:          { REVOKE: undefined, END: undefined, CLOSE: undefined, CONFIRM: undefined, suspend: undefined, resume: undefined, lapse: undefined, undo: undefined },
  ENDED:            { REVOKE: undefined, END: undefined, CLOSE: undefined, CONFIRM: undefined, suspend: undefined, resume: undefined, lapse: undefined, undo: undefined },
  LAPSED:           { REVOKE: undefined, END: undefined, CLOSE: undefined, CONFIRM: undefined, suspend: undefined, resume: undefined, lapse: undefined, undo: undefined },
  CLOSED_BY_AGENCY: { REVOKE: undefined, END: undefined, CLOSE: undefined, CONFIRM: undefined, suspend: undefined, resume: undefined, lapse: undefined, undo: undefined },
};
