import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CallingActor, HeldMandate, RequestPage, AccessPage, SoughtPage, Context } from './context.ts';
import type { Supplier as TheSupplier, SupplierSystem as TheSupplierSystem, ConnectionAgreement as TheConnectionAgreement, SystemKey as TheSystemKey } from '../domain/systems/system.ts';
import type { Service as TheService } from '../domain/systems/service.ts';
import type { AccessRequest, Decision as TheDecision } from '../domain/requests/request.ts';
import type { Access } from '../domain/accesses/access.ts';
import type { ToldChange } from '../domain/agreement-event.ts';
import type { Sought } from '../domain/requests/sought.ts';
import type { AccessUse as TheAccessUse } from '../domain/uses/access-use.ts';
import type { SupplierPage, PublicAccessPage, FoundDaycare, FoundDaycarePage, RecordPage } from './overseeing/lists.ts';
import type { AccessWithRequest } from '../domain/overseeing/public-access.ts';
import type { ProcessingRecord as TheProcessingRecord } from '../domain/overseeing/processing-record.ts';
import type { ToldOwner, GapPage } from './notices.ts';
import type { Recipient as TheRecipient } from '../domain/notices/notice.ts';
import type { NoticeGap as TheGap } from '../domain/notices/recipient-book.ts';
import type { SeenWebhook } from '../domain/webhooks/webhook-reader.ts';
import type { ChangedWebhook } from './telling.ts';
import type { DeadLetter } from '../domain/webhooks/webhook.ts';
import type { DeadLetterPage } from './webhooks.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An opaque place in a list or a feed. Stays valid across restarts and upgrades. */
  Cursor: { input: string; output: string; }
  /** A day, ISO 8601: 2026-11-23. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with its zone: 2026-11-23T08:00:00.000Z. */
  DateTime: { input: number; output: number; }
  /** Six characters, a capital letter and five digits, issued by the register (R10). Input is trimmed and upper-cased. */
  InstitutionNumber: { input: string; output: string; }
  /** The official four digits of a municipality. Three digits are read with a leading zero (R14). */
  MunicipalityCode: { input: string; output: string; }
  /** A national number (CPR, or a pseudo number). Accepted in variables only; what is wrong with it is told without repeating it. */
  NationalNumber: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What stands between a system, a service and a daycare, and why (P7). */
export type AccessAnswer = {
  readonly __typename?: 'AccessAnswer';
  /** The access, if there is or was one. */
  readonly access?: Maybe<DataAccess>;
  /** The same in a sentence, with what to do next. */
  readonly because: Scalars['String']['output'];
  /** The last request, if there is one. */
  readonly request?: Maybe<DataAccessRequest>;
  /** Where it stands. */
  readonly state: AnswerState;
};

/** What became of accesses, one by one. */
export type AccessPayload = {
  readonly __typename?: 'AccessPayload';
  /** Whether nothing of it was kept. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** One result an id, in the order given. */
  readonly results: ReadonlyArray<AccessResult>;
};

/** What became of one access. */
export type AccessResult = {
  readonly __typename?: 'AccessResult';
  /** The access afterwards, if it was done. */
  readonly access?: Maybe<DataAccess>;
  /** What it brings with it elsewhere. */
  readonly consequences: ReadonlyArray<Consequence>;
  /** The access's id. */
  readonly id: Scalars['ID']['output'];
  /** Why not, if it was not. */
  readonly refusal?: Maybe<Refusal>;
};

/** Where an access stands (3.6). */
export type AccessState =
  /** In force. */
  | 'ACTIVE'
  /** Closed by the agency. */
  | 'CLOSED_BY_AGENCY'
  /** Handed back by the supplier. */
  | 'ENDED'
  /** The daycare closed. */
  | 'LAPSED'
  /** Ended by a body that may decide. */
  | 'REVOKED'
  /** Paused; nothing flows, nothing is lost. */
  | 'SUSPENDED';

/** What an access was used for. */
export type AccessUse = {
  readonly __typename?: 'AccessUse';
  /** Documents that were sent in by it and left a run, refused ones among them. */
  readonly imports: Scalars['Int']['output'];
  /** Persons on these pages and in the documents sent, each as often as shown or sent. */
  readonly persons: Scalars['Int']['output'];
  /** Pages of persons that were read by it; a page of contacts, children or changes is one too. */
  readonly reads: Scalars['Int']['output'];
};

/** Whom a request is addressed to, following the daycare's ownership (D1-D9). */
export type Addressee =
  /** It waits for the daycare alone. */
  | 'DAYCARE'
  /** Either of them; the first decision stands (A18). */
  | 'EITHER'
  /** It waits for the municipality alone. */
  | 'MUNICIPALITY';

/** What kind of agreement: who may decide depends on it (3.5). */
export type AgreementClass =
  /** Sending the users (ws10) and the communication platform's fetching: without them nobody gets an identity. */
  | 'CORE_IMPORT'
  /** Any other access, as learning material. */
  | 'OTHER';

/** The numbers of the requests that share these keys. */
export type AgreementCount = {
  readonly __typename?: 'AgreementCount';
  /** How many of them became an access that is in force now; paused ones are not. */
  readonly activeAccesses: Scalars['Int']['output'];
  /** One a dimension, in the order asked. */
  readonly keys: ReadonlyArray<StatisticCell>;
  /** Within how many hours of being sent half of those that were approved or rejected had been: nearest rank, so the time of one of them; two decimals; null where none was. Withdrawn, lapsed and expired ones were decided by nobody. */
  readonly medianHoursToDecide?: Maybe<Scalars['Float']['output']>;
  /** The same for nine in ten. */
  readonly p90HoursToDecide?: Maybe<Scalars['Float']['output']>;
  /** How many were sent. */
  readonly requests: Scalars['Int']['output'];
  /** How many of them wait for whoever decides. */
  readonly waiting: Scalars['Int']['output'];
};

/** What requests are counted by. */
export type AgreementDimension =
  /** How long it has waited now, in whole days since it was sent: `0-7`, `8-21`, `22-90`, `91-`. Only what waits is counted then. */
  | 'AGE'
  /** The month in which it was sent, in Danish time: `2026-11`. */
  | 'MONTH'
  /** The municipality that administers the daycare now. */
  | 'MUNICIPALITY'
  /** The daycare's form of ownership now. */
  | 'OWNERSHIP'
  /** What for, as a kind. */
  | 'PURPOSE'
  /** For which service; the key is its code. */
  | 'SERVICE'
  /** Where the request stands now. */
  | 'STATE'
  /** Whose system asked; the key is the supplier's number. */
  | 'SUPPLIER'
  /** The ISO week in which it was sent, in Danish time: `2026-W48`. */
  | 'WEEK';

/** What stands between a system, a service and a daycare. */
export type AnswerState =
  /** In force. */
  | 'ACTIVE'
  /** Closed by the agency. */
  | 'CLOSED_BY_AGENCY'
  /** Handed back by the supplier. */
  | 'ENDED'
  /** The daycare closed. */
  | 'LAPSED'
  /** Nothing was ever asked. */
  | 'NONE'
  /** The last request was rejected. */
  | 'REJECTED'
  /** Ended by a body that may decide. */
  | 'REVOKED'
  /** Paused. */
  | 'SUSPENDED'
  /** A request waits. */
  | 'WAITING';

/** An agreement between a supplier and the agency about one service for one system (tilslutningsaftale). */
export type ConnectionAgreement = {
  readonly __typename?: 'ConnectionAgreement';
  /** Given when the agreement is made; never used again. */
  readonly id: Scalars['ID']['output'];
  /** Which service it may use. */
  readonly service: Service;
  /** Where it stands. */
  readonly state: ConnectionState;
  /** Which system may use the service. */
  readonly system: SupplierSystem;
};

/** What became of agreements between suppliers and the agency, one by one. */
export type ConnectionPayload = {
  readonly __typename?: 'ConnectionPayload';
  /** One result an id, in the order given. */
  readonly results: ReadonlyArray<ConnectionResult>;
};

/** What became of one such agreement. */
export type ConnectionResult = {
  readonly __typename?: 'ConnectionResult';
  /** The agreement afterwards, if it was done. */
  readonly connection?: Maybe<ConnectionAgreement>;
  /** The agreement's id. */
  readonly id: Scalars['ID']['output'];
  /** Why not, if it was not. */
  readonly refusal?: Maybe<Refusal>;
};

/** Where an agreement between a supplier and the agency about one service stands. */
export type ConnectionState =
  /** In force. */
  | 'APPROVED'
  /** It was in force once. */
  | 'CLOSED'
  /** The agency said no. */
  | 'REFUSED'
  /** Asked for. */
  | 'REQUESTED';

/** What an act brings with it elsewhere, shown before it is done. */
export type Consequence = {
  readonly __typename?: 'Consequence';
  /** How many are affected. */
  readonly count: Scalars['Int']['output'];
  /** A stable code. */
  readonly kind: Scalars['String']['output'];
  /** The same in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** The right of a system to send or fetch a daycare's users by one service (dataadgang). */
export type DataAccess = {
  readonly __typename?: 'DataAccess';
  /** Since when it has been in force without a break; null if it is not. */
  readonly activeSince?: Maybe<Scalars['DateTime']['output']>;
  /** What it opens, frozen when it was asked. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** By when whoever decides now is to confirm it: within 90 days after the ground has moved (C4), and once a year (Q4); it is paused after that day. */
  readonly confirmBy?: Maybe<Scalars['Date']['output']>;
  /** Whose users it is about; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** The day it ends, where notice has been given (3.7). */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** What happened to it, oldest first. */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Given with the approval; never used again. */
  readonly id: Scalars['ID']['output'];
  /** When it was last used, if ever; known up to an hour late. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly permission: Permission;
  /** The request it came of. */
  readonly request: DataAccessRequest;
  /** Which service. */
  readonly service: Service;
  /** Where it stands. */
  readonly state: AccessState;
  /** Why it is paused and who can lift that, while it is. */
  readonly suspension?: Maybe<Suspension>;
  /** Which system. */
  readonly system: SupplierSystem;
  /** What it was used for on these days in Denmark, both included; always, where no day is told. Known up to an hour late. INVALID_INPUT where the first comes after the last. */
  readonly use: AccessUse;
};


/** The right of a system to send or fetch a daycare's users by one service (dataadgang). */
export type DataAccessPermissionArgs = {
  action: RequestAction;
};


/** The right of a system to send or fetch a daycare's users by one service (dataadgang). */
export type DataAccessUseArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** One change of one request or access, in commit order. */
export type DataAccessChange = {
  readonly __typename?: 'DataAccessChange';
  /** The access, if there is one. */
  readonly accessId?: Maybe<Scalars['ID']['output']>;
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** What it opens. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** The daycare. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Which way the data goes. */
  readonly direction: Direction;
  /** What happened. */
  readonly kind: DataAccessChangeKind;
  /** The cursor behind this change. */
  readonly position: Scalars['Cursor']['output'];
  /** The access's state before, if it had one. */
  readonly previousState?: Maybe<AccessState>;
  /** What for, in the supplier's words. */
  readonly purpose: Scalars['String']['output'];
  /** What for, as a kind. */
  readonly purposeKind: PurposeKind;
  /** The request. */
  readonly requestId: Scalars['ID']['output'];
  /** The service's code. */
  readonly service: Scalars['ID']['output'];
  /** The access's state now, if it has one. */
  readonly state?: Maybe<AccessState>;
  /** The system's id. */
  readonly system: Scalars['ID']['output'];
};

/** What happened to a request or an access. */
export type DataAccessChangeKind =
  /** Approved: the access begins. */
  | 'APPROVED'
  /** Closed by the agency. */
  | 'CLOSED'
  /** Confirmed by whoever decides now. */
  | 'CONFIRMED'
  /** Handed back by the supplier. */
  | 'ENDED'
  /** Nobody decided in time. */
  | 'EXPIRED'
  /** The daycare closed. */
  | 'LAPSED'
  /** It is to end on a day ahead. */
  | 'NOTICE_GIVEN'
  /** Whoever decides is asked to confirm it by a day: others decide now (C4), or a year has nearly passed (Q4). */
  | 'QUESTIONED'
  /** It waits for another body now (C4). */
  | 'READDRESSED'
  /** A body that may decide said no. */
  | 'REJECTED'
  /** Whoever decides was reminded. */
  | 'REMINDED'
  /** A request was sent. */
  | 'REQUESTED'
  /** In force again. */
  | 'RESUMED'
  /** Ended by a body that may decide. */
  | 'REVOKED'
  /** Paused. */
  | 'SUSPENDED'
  /** A decision was undone: the request waits again. */
  | 'UNDONE'
  /** Taken back by the supplier. */
  | 'WITHDRAWN';

/** Changes in commit order; from the next cursor on nothing is missed and nothing comes twice. */
export type DataAccessChangePage = {
  readonly __typename?: 'DataAccessChangePage';
  /** Whether the log ended with this page. */
  readonly caughtUp: Scalars['Boolean']['output'];
  /** The changes that the caller may read. */
  readonly changes: ReadonlyArray<DataAccessChange>;
  /** Ask the next page after this. */
  readonly nextCursor: Scalars['Cursor']['output'];
};

/** A page of accesses, oldest first. */
export type DataAccessConnection = {
  readonly __typename?: 'DataAccessConnection';
  /** The accesses with their cursors. */
  readonly edges: ReadonlyArray<DataAccessEdge>;
  /** Where the feed stood before the page was read: follow `dataAccessChanges` from here to miss nothing. */
  readonly feedPosition: Scalars['Cursor']['output'];
  /** The accesses. */
  readonly nodes: ReadonlyArray<DataAccess>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An access in a list. */
export type DataAccessEdge = {
  readonly __typename?: 'DataAccessEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The access. */
  readonly node: DataAccess;
};

/** Which accesses; what is left out does not restrict. */
export type DataAccessFilter = {
  /** Of this class. */
  readonly agreementClass?: InputMaybe<AgreementClass>;
  /** At this daycare. */
  readonly daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  /** At daycares this municipality administers. */
  readonly municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** At daycares of one of these forms of ownership. */
  readonly ownership?: InputMaybe<ReadonlyArray<Ownership>>;
  /** To this service. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  readonly state?: InputMaybe<ReadonlyArray<AccessState>>;
  /** Of this supplier's systems. */
  readonly supplier?: InputMaybe<Scalars['ID']['input']>;
  /** Of this system. */
  readonly system?: InputMaybe<Scalars['ID']['input']>;
};

/** A supplier's request to send or fetch a daycare's users (dataanmodning). */
export type DataAccessRequest = {
  readonly __typename?: 'DataAccessRequest';
  /** The access it became, if it was approved. */
  readonly access?: Maybe<DataAccess>;
  /** Whom it waits for; follows the daycare while it waits (C4). */
  readonly addressee: Addressee;
  /** As asked; what the decider sees is what is granted. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** The supplier's word to this daycare. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** Whose users it is about; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** The decision, if there is one. */
  readonly decision?: Maybe<Decision>;
  /** When it expires if nobody decides. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What happened to it, oldest first. */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Given when it was sent; in the order of sending. */
  readonly id: Scalars['ID']['output'];
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly permission: Permission;
  /** Reference to the data processing agreement, which is made outside (A-order 1 of 3.1). */
  readonly processingAgreement: Scalars['String']['output'];
  /** What for, in the supplier's words. */
  readonly purpose: Scalars['String']['output'];
  /** What for, as a kind. */
  readonly purposeKind: PurposeKind;
  /** When it was sent. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** For which service. */
  readonly service: Service;
  /** Where it stands. */
  readonly state: RequestState;
  /** Which system asks. */
  readonly system: SupplierSystem;
};


/** A supplier's request to send or fetch a daycare's users (dataanmodning). */
export type DataAccessRequestPermissionArgs = {
  action: RequestAction;
};

/** A page of requests, oldest first. */
export type DataAccessRequestConnection = {
  readonly __typename?: 'DataAccessRequestConnection';
  /** The requests with their cursors. */
  readonly edges: ReadonlyArray<DataAccessRequestEdge>;
  /** The requests. */
  readonly nodes: ReadonlyArray<DataAccessRequest>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A request in a list. */
export type DataAccessRequestEdge = {
  readonly __typename?: 'DataAccessRequestEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The request. */
  readonly node: DataAccessRequest;
};

/** What an access opens; a field outside it is refused, not silently null. */
export type DataCategory =
  /** Postal address. */
  | 'ADDRESS'
  /** Date of birth and gender. */
  | 'BIRTH_DATE_GENDER'
  /** Who belongs to a child, and the other way round. */
  | 'CONTACT_PERSONS'
  /** E-mail addresses. */
  | 'EMAIL'
  /** Groups and the main group. */
  | 'GROUPS'
  /** UniID and name, or the alias. */
  | 'IDENTITY'
  /** The person's id in the sending system. */
  | 'LOCAL_ID'
  /** The ten digits that identify the person to authorities, and what kind they are. */
  | 'NATIONAL_NUMBER'
  /** Telephone numbers. */
  | 'PHONE'
  /** The real name of a protected person; authorities only. */
  | 'PROTECTED_NAME'
  /** What the person is at the daycare. */
  | 'ROLE';

/** A daycare on any of the three levels. */
export type Daycare = {
  readonly __typename?: 'Daycare';
  /** Requests to it that the caller may read. */
  readonly dataAccessRequests?: Maybe<DataAccessRequestConnection>;
  /** Accesses at it that the caller may read. */
  readonly dataAccesses?: Maybe<DataAccessConnection>;
  /** Its number for ever, issued by the register (R10, R28). */
  readonly number: Scalars['InstitutionNumber']['output'];
};


/** A daycare on any of the three levels. */
export type DaycareDataAccessRequestsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A daycare on any of the three levels. */
export type DaycareDataAccessesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DataAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What was decided, by whom, and why. */
export type Decision = {
  readonly __typename?: 'Decision';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** On whose behalf. */
  readonly byOrganisation: Scalars['String']['output'];
  /** The person's name; null outside the person's own organisation and the agency. */
  readonly byPerson?: Maybe<Scalars['String']['output']>;
  /** The comment given. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** In which capacity. */
  readonly standing: Scalars['String']['output'];
  /** The state it led to. */
  readonly state: RequestState;
};

/** What became of decisions, request by request: one that is refused does not hold up the others. */
export type DecisionPayload = {
  readonly __typename?: 'DecisionPayload';
  /** One result an id, in the order given. */
  readonly results: ReadonlyArray<DecisionResult>;
};

/** What became of one request. */
export type DecisionResult = {
  readonly __typename?: 'DecisionResult';
  /** The request's id. */
  readonly id: Scalars['ID']['output'];
  /** Why not, if it was not. */
  readonly refusal?: Maybe<Refusal>;
  /** The request afterwards, if it was done. */
  readonly request?: Maybe<DataAccessRequest>;
};

/** Which way the users' data goes. */
export type Direction =
  /** The system fetches. */
  | 'FETCH'
  /** The system sends. */
  | 'SEND';

/** One named fact of a refusal. */
export type Fact = {
  readonly __typename?: 'Fact';
  /** What the fact is about. */
  readonly name: Scalars['String']['output'];
  /** What it says. */
  readonly value: Scalars['String']['output'];
};

/** One field's change. */
export type FieldChange = {
  readonly __typename?: 'FieldChange';
  /** What it is now; null if nothing. */
  readonly after?: Maybe<Scalars['String']['output']>;
  /** What it was; null if nothing. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** The field, by its name in this schema. */
  readonly field: Scalars['String']['output'];
};

/** One thing that happened, as the event log has it. */
export type HistoryEntry = {
  readonly __typename?: 'HistoryEntry';
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** The organisation on whose behalf it was done. */
  readonly byOrganisation: Scalars['String']['output'];
  /** The person's name; null outside the person's own organisation and the agency. */
  readonly byPerson?: Maybe<Scalars['String']['output']>;
  /** What changed, field by field. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The reason or comment given. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** From when on it holds, where that is not when it was recorded; null otherwise. */
  readonly effectiveFrom?: Maybe<Scalars['DateTime']['output']>;
  /** What happened: the event's kind. */
  readonly kind: Scalars['String']['output'];
  /** The capacity in which it was done. */
  readonly standing: Scalars['String']['output'];
};

/** A role over something, given explicitly (A19). */
export type Mandate = {
  readonly __typename?: 'Mandate';
  /** The daycare it is over, if any. */
  readonly daycare?: Maybe<Daycare>;
  /** The same in plain words. */
  readonly inWords: Scalars['String']['output'];
  /** The municipality it is over, if any. */
  readonly municipality?: Maybe<Municipality>;
  /** The role's name, as DAYCARE_RESPONSIBLE. */
  readonly role: Scalars['String']['output'];
  /** The supplier it is for, if any. */
  readonly supplier?: Maybe<Supplier>;
  /** The system it is for, if any. */
  readonly system?: Maybe<SupplierSystem>;
};

/** One of the 98 municipalities. */
export type Municipality = {
  readonly __typename?: 'Municipality';
  /** The official four digits. */
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Requests to its daycares that the caller may read. */
  readonly dataAccessRequests?: Maybe<DataAccessRequestConnection>;
  /** Accesses at its daycares that the caller may read. */
  readonly dataAccesses?: Maybe<DataAccessConnection>;
};


/** One of the 98 municipalities. */
export type MunicipalityDataAccessRequestsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One of the 98 municipalities. */
export type MunicipalityDataAccessesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DataAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Registers an e-mail address: for a daycare by its own employee, for a municipal one by the municipality's people too; for a municipality and a supplier by its own people; by the agency on request. What was missed because nobody was registered is sent to it. NOT_PERMITTED, INVALID_INPUT, LIMIT_EXCEEDED beyond 20, STATE_CONFLICT if it is there already. */
  readonly addNoticeRecipient?: Maybe<NoticeRecipient>;
  /** Adds a public key of a system, by the system or its supplier; at most five are valid at once. */
  readonly addSystemKey?: Maybe<SystemKey>;
  /** Approves agreements that suppliers asked for. Only the agency. */
  readonly approveConnections?: Maybe<ConnectionPayload>;
  /** Approves waiting requests, up to 500; each becomes an access (D1-D9). Each: NOT_FOUND, NOT_PERMITTED, ASSURANCE_TOO_LOW, STATE_CONFLICT, DAYCARE_CLOSED. UNAVAILABLE while it is not known who decides. */
  readonly approveRequests?: Maybe<DecisionPayload>;
  /** Asks the agency for an agreement about one service for one system, by the system or its supplier. STATE_CONFLICT where one is asked for or in force. */
  readonly askForConnection?: Maybe<ConnectionAgreement>;
  /** Asks a supplier to send a request to a daycare of one's own; asked again within a week the supplier is told once. NO_CONNECTION, ALREADY_REQUESTED, DAYCARE_TAKES_NO_USERS; NOT_FOUND for a daycare that is not one's own. */
  readonly askForRequest?: Maybe<Scalars['Boolean']['output']>;
  /** Closes accesses that the rules are broken with; only the agency (A21). Answers when nothing can flow by them any more. */
  readonly closeAccesses?: Maybe<AccessPayload>;
  /** Closes agreements with suppliers, and all accesses that rest on them. Only the agency. Answers when nothing can flow by them any more. */
  readonly closeConnections?: Maybe<ConnectionPayload>;
  /** Confirms accesses for another year, by whoever may decide them now; lifts a pause for want of that or of use, and an end that notice was given of (C4, Q4). */
  readonly confirmAccesses?: Maybe<AccessPayload>;
  /** Hands accesses back, by the system or its supplier. Answers when nothing can flow by them any more. */
  readonly endAccesses?: Maybe<AccessPayload>;
  /** Refuses agreements that suppliers asked for. Only the agency. */
  readonly refuseConnections?: Maybe<ConnectionPayload>;
  /** Registers a supplier. Only the agency. STATE_CONFLICT if the number is taken. */
  readonly registerSupplier?: Maybe<Supplier>;
  /** Registers a supplier's system, connected to services. Only the agency. STATE_CONFLICT if the id is taken. */
  readonly registerSystem?: Maybe<SupplierSystem>;
  /** Rejects waiting requests, up to 500, with a comment (D1-D9). Refusals as for approving. */
  readonly rejectRequests?: Maybe<DecisionPayload>;
  /** Takes an address out, by whoever may add one. NOT_FOUND for anyone else. */
  readonly removeNoticeRecipient?: Maybe<NoticeRecipient>;
  /** Takes a webhook away, by whoever may set it. */
  readonly removeWebhook?: Maybe<SupplierSystem>;
  /** Sends every event behind a cursor, in order, by whoever may set the webhook; it is in use again, and what was given up behind the cursor is tried again. */
  readonly replayWebhook?: Maybe<WebhookPayload>;
  /** Asks daycares for access, by the system itself or its supplier. Whole: NO_CONNECTION, SYSTEM_PASSIVE, INVALID_INPUT. Each: NOT_FOUND, DAYCARE_CLOSED, DAYCARE_TAKES_NO_USERS, ALREADY_REQUESTED. */
  readonly requestDataAccess?: Maybe<RequestDataAccessPayload>;
  /** Ends accesses, by whoever may decide them, at once or on a day ahead; at once it answers when nobody can read by them any more. What it brings with it is told beforehand by a dry run (3.7). */
  readonly revokeAccesses?: Maybe<AccessPayload>;
  /** Gives a webhook another secret, told once; whatever is sent from now on is signed by it. */
  readonly rotateWebhookSecret?: Maybe<WebhookPayload>;
  /** Pauses or resumes a system: by its supplier (ACTIVE, PASSIVE, ARCHIVED), or by the agency (STOPPED_BY_AGENCY, and lifting it). Answers when nothing can flow by it any more. */
  readonly setSystemState?: Maybe<SupplierSystem>;
  /** Sets where a system is told, by the system itself or its supplier: of what happens from now on, or, where one is set, on from where that stood. A new one's secret is told once. NOT_PERMITTED, INVALID_INPUT; UNAVAILABLE where no webhooks are set up. */
  readonly setWebhook?: Maybe<WebhookPayload>;
  /** Takes one's own decisions back within ten minutes, up to 500, while nothing has flowed: the request waits again. Each: NOT_FOUND, NOT_PERMITTED, STATE_CONFLICT, ALREADY_REQUESTED. */
  readonly undoDecisions?: Maybe<DecisionPayload>;
  /** Takes waiting requests back, by the system or its supplier. */
  readonly withdrawRequests?: Maybe<DecisionPayload>;
  /** Withdraws a key of a system. */
  readonly withdrawSystemKey?: Maybe<SystemKey>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationAddNoticeRecipientArgs = {
  email: Scalars['String']['input'];
  kinds?: InputMaybe<ReadonlyArray<DataAccessChangeKind>>;
  owner: NoticeOwnerInput;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationAddSystemKeyArgs = {
  jwk: Scalars['String']['input'];
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationApproveConnectionsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationApproveRequestsArgs = {
  comment?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationAskForConnectionArgs = {
  service: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationAskForRequestArgs = {
  comment: Scalars['String']['input'];
  daycare: Scalars['InstitutionNumber']['input'];
  service: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationCloseAccessesArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationCloseConnectionsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationConfirmAccessesArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationEndAccessesArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRefuseConnectionsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRegisterSupplierArgs = {
  input: RegisterSupplierInput;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRegisterSystemArgs = {
  input: RegisterSystemInput;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRejectRequestsArgs = {
  comment: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRemoveNoticeRecipientArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRemoveWebhookArgs = {
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationReplayWebhookArgs = {
  after: Scalars['Cursor']['input'];
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRequestDataAccessArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: RequestDataAccessInput;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRevokeAccessesArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationRotateWebhookSecretArgs = {
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationSetSystemStateArgs = {
  reason: Scalars['String']['input'];
  state: SystemState;
  system: Scalars['ID']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationSetWebhookArgs = {
  system: Scalars['ID']['input'];
  url: Scalars['String']['input'];
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationUndoDecisionsArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationWithdrawRequestsArgs = {
  comment?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be done about agreements, by whom the decision table (D1-D9) and the suppliers' table name. */
export type MutationWithdrawSystemKeyArgs = {
  key: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
};

/** That somebody was not told, so that it is not silent. */
export type NoticeGap = {
  readonly __typename?: 'NoticeGap';
  /** The same in a sentence, with what to do, or what the mail server said. */
  readonly because: Scalars['String']['output'];
  /** How many notices. */
  readonly count: Scalars['Int']['output'];
  /** The daycare's number, the municipality's code or the supplier's number. */
  readonly owner: Scalars['ID']['output'];
  /** Who was not told. */
  readonly ownerKind: NoticeOwnerKind;
  /** Why not. */
  readonly reason: NoticeGapReason;
  /** When the first of them happened. */
  readonly since: Scalars['DateTime']['output'];
};

/** A page of gaps, by whom they are of. */
export type NoticeGapConnection = {
  readonly __typename?: 'NoticeGapConnection';
  /** The gaps with their cursors. */
  readonly edges: ReadonlyArray<NoticeGapEdge>;
  /** The gaps. */
  readonly nodes: ReadonlyArray<NoticeGap>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A gap in a list. */
export type NoticeGapEdge = {
  readonly __typename?: 'NoticeGapEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The gap. */
  readonly node: NoticeGap;
};

/** Why notices have reached nobody. */
export type NoticeGapReason =
  /** Nobody is registered, and the register holds no address. */
  | 'NOBODY'
  /** The recipient's mail server refused them for good. */
  | 'REFUSED'
  /** They should have arrived by now, and are still tried; or no mail server is set up here. */
  | 'UNDELIVERED';

/** Whose recipients are meant: exactly one of the three. */
export type NoticeOwnerInput = {
  /** A unit or a location; those of a unit are told for its locations too. */
  readonly daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  /** A municipality, told for the daycares where it decides. */
  readonly municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** A supplier's number. */
  readonly supplier?: InputMaybe<Scalars['ID']['input']>;
};

/** Whose a recipient of notices is. */
export type NoticeOwnerKind =
  /** A unit or a location. */
  | 'DAYCARE'
  /** One of the 98. */
  | 'MUNICIPALITY'
  /** An organisation that supplies systems. */
  | 'SUPPLIER';

/** An e-mail address that is told. */
export type NoticeRecipient = {
  readonly __typename?: 'NoticeRecipient';
  /** When it was registered. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** In small letters. */
  readonly email: Scalars['String']['output'];
  /** Given when it was registered. */
  readonly id: Scalars['ID']['output'];
  /** What it is told of; null for everything. */
  readonly kinds?: Maybe<ReadonlyArray<DataAccessChangeKind>>;
};

/** Who is told by e-mail for a daycare, a municipality or a supplier (3.9). */
export type NoticeRecipients = {
  readonly __typename?: 'NoticeRecipients';
  /** The daycare's number, the municipality's code or the supplier's number. */
  readonly owner: Scalars['ID']['output'];
  /** Whose these are. */
  readonly ownerKind: NoticeOwnerKind;
  /** The address that the register of daycares holds: told of everything as long as none is registered, so that nobody has to opt in (P9). */
  readonly registerAddress?: Maybe<Scalars['String']['output']>;
  /** The addresses that somebody registered, oldest first. */
  readonly registered: ReadonlyArray<NoticeRecipient>;
};

/** The form of ownership (ejerformKode). */
export type Ownership =
  /** Kommunal, code 1. */
  | 'MUNICIPAL'
  /** Udliciteret, code 4: run by an outside operator by agreement. */
  | 'OUTSOURCED'
  /** Privat, code 3: approved by the municipality. */
  | 'PRIVATE'
  /** Selvejende, code 2: run by agreement with the municipality. */
  | 'SELF_OWNED';

/** Where a page of a list begins and ends, by the Relay cursor connection specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last row, to ask the next page after; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** Whether rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows come before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Whether the caller may do something, asked beforehand. */
export type Permission = {
  readonly __typename?: 'Permission';
  /** Whether it would be allowed now, as far as the caller's mandates decide it. */
  readonly allowed: Scalars['Boolean']['output'];
  /** The rule's own sentence. */
  readonly because: Scalars['String']['output'];
  /** Who could do it, in words. */
  readonly grantableBy: ReadonlyArray<Scalars['String']['output']>;
  /** The number of the rule that decides. */
  readonly rule: Scalars['ID']['output'];
};

/** One processing in a controller's record (GDPR art. 30): what one access opened, or opens. */
export type ProcessingRecord = {
  readonly __typename?: 'ProcessingRecord';
  /** Who is responsible for it now: the municipality for its own daycares, every other daycare for itself (N16). */
  readonly controller: Scalars['String']['output'];
  /** The controller's company number (CVR); null where the register does not know it. */
  readonly controllerCompanyNumber?: Maybe<Scalars['String']['output']>;
  /** Categories of data, in words. */
  readonly dataCategories: ReadonlyArray<Scalars['String']['output']>;
  /** Whose users it is about; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's name now. */
  readonly daycareName: Scalars['String']['output'];
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** The law it rests on, as a controller would begin to write it. */
  readonly legalBasis: Scalars['String']['output'];
  /** Categories of persons, in words. */
  readonly personCategories: ReadonlyArray<Scalars['String']['output']>;
  /** Reference to the data processing agreement, which is made outside. */
  readonly processingAgreement: Scalars['String']['output'];
  /** The supplier that processes for the controller. */
  readonly processor: Supplier;
  /** What for, in the supplier's words. */
  readonly purpose: Scalars['String']['output'];
  /** What for, as a kind. */
  readonly purposeKind: PurposeKind;
  /** Who gets the data beside the processor, in words. */
  readonly recipients: Scalars['String']['output'];
  /** For how long, in words. */
  readonly retention: Scalars['String']['output'];
  /** By which service. */
  readonly service: Service;
  /** When it was granted. */
  readonly since: Scalars['DateTime']['output'];
  /** Where the access stands. */
  readonly state: AccessState;
  /** By which of its systems. */
  readonly system: SupplierSystem;
  /** When it ended; null while it has not. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of a record of processing, by daycare and then oldest first. */
export type ProcessingRecordConnection = {
  readonly __typename?: 'ProcessingRecordConnection';
  /** The processings with their cursors. */
  readonly edges: ReadonlyArray<ProcessingRecordEdge>;
  /** The processings. */
  readonly nodes: ReadonlyArray<ProcessingRecord>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A processing in a record. */
export type ProcessingRecordEdge = {
  readonly __typename?: 'ProcessingRecordEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The processing. */
  readonly node: ProcessingRecord;
};

/** An access as everyone may know it. */
export type PublicAccess = {
  readonly __typename?: 'PublicAccess';
  /** What it opens. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** Whose users it is about; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Whether it is paused: nothing flows now, and what has flowed is still there. */
  readonly paused: Scalars['Boolean']['output'];
  /** What for, in the supplier's words. */
  readonly purpose: Scalars['String']['output'];
  /** What for, as a kind. */
  readonly purposeKind: PurposeKind;
  /** The service's name. */
  readonly service: Scalars['String']['output'];
  /** When it was granted; a pause does not end it. */
  readonly since: Scalars['DateTime']['output'];
  /** The supplier's name. */
  readonly supplier: Scalars['String']['output'];
  /** The system's name. */
  readonly system: Scalars['String']['output'];
};

/** A page of accesses as everyone may know them, by daycare, system and service. */
export type PublicAccessConnection = {
  readonly __typename?: 'PublicAccessConnection';
  /** The accesses with their cursors. */
  readonly edges: ReadonlyArray<PublicAccessEdge>;
  /** The accesses. */
  readonly nodes: ReadonlyArray<PublicAccess>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An access in a public list. */
export type PublicAccessEdge = {
  readonly __typename?: 'PublicAccessEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The access. */
  readonly node: PublicAccess;
};

/** What the data is for. */
export type PurposeKind =
  /** Running the daycare: rosters, payments, permissions. */
  | 'ADMINISTRATION'
  /** Communication between daycare and home. */
  | 'COMMUNICATION'
  /** Teaching and play with digital means. */
  | 'LEARNING_MATERIAL'
  /** Something else, told in the purpose. */
  | 'OTHER'
  /** Assigning places and sending the users. */
  | 'PLACEMENT'
  /** Counting, without looking at anyone. */
  | 'STATISTICS';

/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type Query = {
  readonly __typename?: 'Query';
  /** What stands between a system, a service and a daycare (P7): for the system itself, who may decide there, and the agency; NOT_FOUND for anyone else. */
  readonly accessState?: Maybe<AccessAnswer>;
  /** Numbers of requests and of the accesses that came of them, by the dimensions asked, in the order of their keys; groups in which there is none are left out. Without a dimension all together. Counted are the requests one may read; for a dashboard those of the country, or of its municipality without the private daycares. NOT_PERMITTED for anyone else. LIMIT_EXCEEDED beyond 600 weeks or months. */
  readonly agreementStatistics?: Maybe<ReadonlyArray<AgreementCount>>;
  /** An access by its id. NOT_FOUND where there is none, or none the caller may read. */
  readonly dataAccess?: Maybe<DataAccess>;
  /** What happened to requests and accesses the caller may read, after a cursor, in commit order; waits up to `waitSeconds` (at most 25). Without a cursor from the beginning. */
  readonly dataAccessChanges?: Maybe<DataAccessChangePage>;
  /** A request by its id. NOT_FOUND where there is none, or none the caller may read. */
  readonly dataAccessRequest?: Maybe<DataAccessRequest>;
  /** Requests the caller may read; oldest first. */
  readonly dataAccessRequests?: Maybe<DataAccessRequestConnection>;
  /** Accesses the caller may read; oldest first. */
  readonly dataAccesses?: Maybe<DataAccessConnection>;
  /** What waits, and the caller may decide; oldest first. */
  readonly inbox?: Maybe<DataAccessRequestConnection>;
  /** For whom notices have reached nobody, among those whose recipients the caller keeps. */
  readonly noticeGaps?: Maybe<NoticeGapConnection>;
  /** Who is told by e-mail for a daycare, a municipality or a supplier: for those who keep its recipients. NOT_FOUND for anyone else. */
  readonly noticeRecipients?: Maybe<NoticeRecipients>;
  /** The record of processing (GDPR art. 30): every access ever granted by a municipality's own, self-owned and outsourced daycares, or by one daycare and its locations, by daycare and then oldest first. For the municipality's people, the daycare's employee and the agency; NOT_PERMITTED for anyone else. INVALID_INPUT unless one of the two is named. */
  readonly recordOfProcessing?: Maybe<ProcessingRecordConnection>;
  /** Daycares that a system may ask, found by name, number or address (P8), by number, with what stands there already. For the system itself and its supplier; NOT_PERMITTED for anyone else. */
  readonly requestableDaycares?: Maybe<RequestableDaycareConnection>;
  /** All there are, with what each opens at the most. */
  readonly services?: Maybe<ReadonlyArray<Service>>;
  /** What institutions asked one's systems to send and nothing has come of yet: for the supplier, its systems and the agency; oldest first. */
  readonly soughtRequests?: Maybe<SoughtRequestConnection>;
  /** A supplier's system by its id. NOT_FOUND if there is none. */
  readonly supplierSystem?: Maybe<SupplierSystem>;
  /** All suppliers, by number; with a text those in which every word of it is found: in name, number, company number, or the name of one of their systems. */
  readonly suppliers?: Maybe<SupplierConnection>;
  /** Who has the data of a daycare and of the units and locations under it, or of a municipality's daycares, the private ones among them: every access that has been granted and is not over. For everyone who is signed in; no persons, no comments. INVALID_INPUT unless one of the two is named, NOT_FOUND where there is no such daycare. */
  readonly transparency?: Maybe<PublicAccessConnection>;
  /** Who asks: what the token says of the caller. */
  readonly viewer?: Maybe<Viewer>;
  /** How a system's webhook stands: for the system itself, its supplier and the agency. NOT_FOUND for anyone else, and where there is none. */
  readonly webhook?: Maybe<Webhook>;
  /** Events that could not be delivered and were given up, oldest first. NOT_FOUND for whoever may not see the webhook. */
  readonly webhookDeadLetters?: Maybe<WebhookDeadLetterConnection>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryAccessStateArgs = {
  daycare: Scalars['InstitutionNumber']['input'];
  service: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryAgreementStatisticsArgs = {
  by: ReadonlyArray<AgreementDimension>;
  filter?: InputMaybe<RequestFilter>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryDataAccessArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryDataAccessChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryDataAccessRequestArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryDataAccessRequestsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryDataAccessesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DataAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryInboxArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryNoticeGapsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryNoticeRecipientsArgs = {
  owner: NoticeOwnerInput;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryRecordOfProcessingArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryRequestableDaycaresArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  service: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QuerySoughtRequestsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QuerySupplierSystemArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QuerySuppliersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryTransparencyArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryWebhookArgs = {
  system: Scalars['ID']['input'];
};


/** What can be asked about agreements; what is out of the caller's reach does not exist here. */
export type QueryWebhookDeadLettersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  system: Scalars['ID']['input'];
};

/** Why something was not done, beside what was. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** The rule's own sentence. */
  readonly because: Scalars['String']['output'];
  /** A stable code; the list stands in the documentation for suppliers. */
  readonly code: Scalars['String']['output'];
  /** What one needs to know to go on, by name. */
  readonly facts: ReadonlyArray<Fact>;
  /** The number of the rule, as D3 or A16; null where no rule of the field stands behind it. */
  readonly rule?: Maybe<Scalars['ID']['output']>;
};

/** A new supplier. */
export type RegisterSupplierInput = {
  /** Company number (CVR), eight digits. */
  readonly companyNumber: Scalars['String']['input'];
  /** As it calls itself; at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Its number in the agency's register of suppliers. */
  readonly number: Scalars['ID']['input'];
};

/** A new system of a supplier. */
export type RegisterSystemInput = {
  /** Its id in the agency's register of systems. */
  readonly id: Scalars['ID']['input'];
  /** As its users know it; at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** The services it is connected to, by agreement with the agency. */
  readonly services: ReadonlyArray<Scalars['ID']['input']>;
  /** The supplier's number. */
  readonly supplier: Scalars['ID']['input'];
};

/** What can be done to a request or an access. */
export type RequestAction =
  /** Approve a waiting request. */
  | 'APPROVE'
  /** Close an access, as the agency. */
  | 'CLOSE'
  /** Confirm an access for another year; lifts a pause for want of that, or of use, and an end that notice was given of. */
  | 'CONFIRM'
  /** Hand an access back, as its supplier. */
  | 'END'
  /** Reject a waiting request. */
  | 'REJECT'
  /** End an access, as one who may decide it. */
  | 'REVOKE'
  /** Take a waiting request back. */
  | 'WITHDRAW';

/** A request to up to 500 daycares in one sending (A1). */
export type RequestDataAccessInput = {
  /** Fewer than the service's, if fewer will do; the service's own if left out. */
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
  /** 1 to 500; units and locations. */
  readonly daycares: ReadonlyArray<RequestedDaycare>;
  /** Reference to the data processing agreement; at most 200 characters. */
  readonly processingAgreement: Scalars['String']['input'];
  /** What for, in words that the decider understands; at most 1,000 characters. */
  readonly purpose: Scalars['String']['input'];
  /** What for, as a kind. */
  readonly purposeKind: PurposeKind;
  /** For which service. */
  readonly service: Scalars['ID']['input'];
  /** Which system asks. */
  readonly system: Scalars['ID']['input'];
};

/** What became of a sending, daycare by daycare. */
export type RequestDataAccessPayload = {
  readonly __typename?: 'RequestDataAccessPayload';
  /** One result a daycare, in the order given. */
  readonly results: ReadonlyArray<RequestResult>;
};

/** Which requests; what is left out does not restrict. */
export type RequestFilter = {
  /** Of this class. */
  readonly agreementClass?: InputMaybe<AgreementClass>;
  /** To this daycare. */
  readonly daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  /** To daycares this municipality administers. */
  readonly municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** Sent longer ago than this many days. */
  readonly olderThanDays?: InputMaybe<Scalars['Int']['input']>;
  /** To daycares of one of these forms of ownership. */
  readonly ownership?: InputMaybe<ReadonlyArray<Ownership>>;
  /** For this service. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  readonly state?: InputMaybe<ReadonlyArray<RequestState>>;
  /** By this supplier's systems. */
  readonly supplier?: InputMaybe<Scalars['ID']['input']>;
  /** By this system. */
  readonly system?: InputMaybe<Scalars['ID']['input']>;
  /** Every word of this is found, in part or whole, in the daycare's name, numbers or address, the supplier's or the system's name (P8). Written with æ, ø, å or without: 1 to 10 words, at most 200 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** What became of the request to one daycare. */
export type RequestResult = {
  readonly __typename?: 'RequestResult';
  /** The daycare's number. */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** Why not, if it was not. */
  readonly refusal?: Maybe<Refusal>;
  /** The request, if it was taken. */
  readonly request?: Maybe<DataAccessRequest>;
};

/** Where a request stands (3.6). */
export type RequestState =
  /** Approved: there is an access. */
  | 'APPROVED'
  /** Nobody decided in time. */
  | 'EXPIRED'
  /** The daycare closed before anyone decided. */
  | 'LAPSED'
  /** A body that may decide said no, with a comment. */
  | 'REJECTED'
  /** Nobody has decided. */
  | 'WAITING'
  /** Taken back by the supplier. */
  | 'WITHDRAWN';

/** A daycare that a system may ask, with what stands between them already. */
export type RequestableDaycare = {
  readonly __typename?: 'RequestableDaycare';
  /** The same in a sentence. */
  readonly because: Scalars['String']['output'];
  /** The daycare itself; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The municipality that administers it. */
  readonly municipalityCode: Scalars['MunicipalityCode']['output'];
  /** That municipality's name. */
  readonly municipalityName: Scalars['String']['output'];
  /** As the register has it. */
  readonly name: Scalars['String']['output'];
  /** The number to ask by. */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** Why it cannot be asked now: DAYCARE_TAKES_NO_USERS or ALREADY_REQUESTED; null where it can. */
  readonly refusal?: Maybe<Refusal>;
  /** What stands there for this system and service. */
  readonly state: AnswerState;
};

/** A page of daycares to ask, by number. */
export type RequestableDaycareConnection = {
  readonly __typename?: 'RequestableDaycareConnection';
  /** The daycares with their cursors. */
  readonly edges: ReadonlyArray<RequestableDaycareEdge>;
  /** The daycares. */
  readonly nodes: ReadonlyArray<RequestableDaycare>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A daycare in a list of those to ask. */
export type RequestableDaycareEdge = {
  readonly __typename?: 'RequestableDaycareEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The daycare. */
  readonly node: RequestableDaycare;
};

/** One daycare of a sending, with a word of its own (P11). */
export type RequestedDaycare = {
  /** A word to this daycare; at most 1,000 characters. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** A unit or a location; clusters take no users. */
  readonly number: Scalars['InstitutionNumber']['input'];
};

/** A service by which users' data is sent or fetched (3.10). */
export type Service = {
  readonly __typename?: 'Service';
  /** Who may decide an access depends on it. */
  readonly agreementClass: AgreementClass;
  /** What it can open at the most. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** Its code, as ws10-import. */
  readonly code: Scalars['ID']['output'];
  /** Which way the data goes. */
  readonly direction: Direction;
  /** What deciders read. */
  readonly name: Scalars['String']['output'];
  /** Counts the versions of the service; a new one needs no new approval while what it opens stays the same (A24). */
  readonly version: Scalars['Int']['output'];
};

/** That an institution asked a supplier to send a request to the right number (A5). */
export type SoughtRequest = {
  readonly __typename?: 'SoughtRequest';
  /** When it was asked, the last time. */
  readonly at: Scalars['DateTime']['output'];
  /** On whose behalf. */
  readonly byOrganisation: Scalars['String']['output'];
  /** The institution's word. */
  readonly comment: Scalars['String']['output'];
  /** To which daycare the request is to go; null where the register does not answer. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Given when it was asked; in the order of asking. */
  readonly id: Scalars['ID']['output'];
  /** For which service. */
  readonly service: Service;
  /** In which capacity. */
  readonly standing: Scalars['String']['output'];
  /** By which system. */
  readonly system: SupplierSystem;
};

/** A page of what institutions asked suppliers to send, oldest first. */
export type SoughtRequestConnection = {
  readonly __typename?: 'SoughtRequestConnection';
  /** What was asked, with its cursors. */
  readonly edges: ReadonlyArray<SoughtRequestEdge>;
  /** What was asked. */
  readonly nodes: ReadonlyArray<SoughtRequest>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Something asked, in a list. */
export type SoughtRequestEdge = {
  readonly __typename?: 'SoughtRequestEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What was asked. */
  readonly node: SoughtRequest;
};

/** One coordinate of a number in statistics. */
export type StatisticCell = {
  readonly __typename?: 'StatisticCell';
  /** The dimension's name. */
  readonly dimension: Scalars['String']['output'];
  /** The value's stable key. */
  readonly key: Scalars['String']['output'];
  /** The value in words. */
  readonly label: Scalars['String']['output'];
};

/** An organisation that supplies systems (udbyder). */
export type Supplier = {
  readonly __typename?: 'Supplier';
  /** Company number (CVR), eight digits. */
  readonly companyNumber: Scalars['String']['output'];
  /** As it calls itself. */
  readonly name: Scalars['String']['output'];
  /** Its number, given by the agency. */
  readonly number: Scalars['ID']['output'];
  /** What it runs, by id. */
  readonly systems: ReadonlyArray<SupplierSystem>;
};

/** A page of suppliers, by number. */
export type SupplierConnection = {
  readonly __typename?: 'SupplierConnection';
  /** The suppliers with their cursors. */
  readonly edges: ReadonlyArray<SupplierEdge>;
  /** The suppliers. */
  readonly nodes: ReadonlyArray<Supplier>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A supplier in a list. */
export type SupplierEdge = {
  readonly __typename?: 'SupplierEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The supplier. */
  readonly node: Supplier;
};

/** A supplier's system (udbydersystem). */
export type SupplierSystem = {
  readonly __typename?: 'SupplierSystem';
  /** Until when it can be taken out of the archive again; null where it is not archived (P27). */
  readonly archivedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Which services it may use, by agreement with the agency. */
  readonly connections: ReadonlyArray<ConnectionAgreement>;
  /** Its id, given by the agency. */
  readonly id: Scalars['ID']['output'];
  /** Its public keys, those that were withdrawn included. */
  readonly keys: ReadonlyArray<SystemKey>;
  /** As its users know it. */
  readonly name: Scalars['String']['output'];
  /** Where it stands. */
  readonly state: SystemState;
  /** Whose it is. */
  readonly supplier: Supplier;
};

/** Why an access is paused. */
export type Suspension = {
  readonly __typename?: 'Suspension';
  /** Who can lift it, in words. */
  readonly liftedBy: Scalars['String']['output'];
  /** What paused it. */
  readonly reason: SuspensionReason;
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
};

/** Why an access is paused. */
export type SuspensionReason =
  /** The supplier made its system passive (A20). */
  | 'SYSTEM_PASSIVE'
  /** The agency stopped the system; the supplier cannot lift it (A21). */
  | 'SYSTEM_STOPPED'
  /** Not confirmed in time by whoever decides now. */
  | 'UNCONFIRMED'
  /** Not used for a year. */
  | 'UNUSED';

/** A public key by which a system shows who it is; the private one never leaves the supplier. */
export type SystemKey = {
  readonly __typename?: 'SystemKey';
  /** Since when it is valid. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** The key's thumbprint (RFC 7638). */
  readonly id: Scalars['ID']['output'];
  /** The key itself, a JWK of kind EC, OKP or RSA from 2048 bits on. */
  readonly jwk: Scalars['String']['output'];
  /** Since when it is not any more; null while it is. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Where a supplier's system stands. */
export type SystemState =
  /** In use. */
  | 'ACTIVE'
  /** Put away by the supplier. */
  | 'ARCHIVED'
  /** Paused by the supplier; every access and connection is kept (A20). */
  | 'PASSIVE'
  /** Stopped by the agency (A21). */
  | 'STOPPED_BY_AGENCY';

/** Who asks: what the token says of the caller. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** How sure the issuer is: LOW, SUBSTANTIAL or HIGH. */
  readonly assurance: Scalars['String']['output'];
  /** The issuer's subject. */
  readonly id: Scalars['ID']['output'];
  /** `person` or `system`. */
  readonly kind: Scalars['String']['output'];
  /** The roles the caller holds. */
  readonly mandates: ReadonlyArray<Mandate>;
  /** The caller's name. */
  readonly name: Scalars['String']['output'];
};

/** Where a system is told of what happens to its agreements: one signed call an event, in the order of the feed. */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** How many events were given up. */
  readonly deadLetters: Scalars['Int']['output'];
  /** When an event was last taken. */
  readonly lastDeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last try failed; null where it did not. */
  readonly lastFailure?: Maybe<Scalars['String']['output']>;
  /** When the next event is tried; null where none waits, and while it is paused. */
  readonly nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  /** The cursor behind the last event that was delivered or given up; of the same kind as the feed's. */
  readonly position: Scalars['Cursor']['output'];
  /** Whether it is in use. */
  readonly state: WebhookState;
  /** Whose it is. */
  readonly system: SupplierSystem;
  /** How often the next event was tried. */
  readonly tries: Scalars['Int']['output'];
  /** What is called. */
  readonly url: Scalars['String']['output'];
  /** How many events wait to be delivered. */
  readonly waiting: Scalars['Int']['output'];
};

/** An event that could not be delivered in a day and was given up, so that the next could be sent. */
export type WebhookDeadLetter = {
  readonly __typename?: 'WebhookDeadLetter';
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was given up. */
  readonly diedAt: Scalars['DateTime']['output'];
  /** The event's id, as in the header Tilslut-Event. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: DataAccessChangeKind;
  /** Why the last try failed. */
  readonly reason: Scalars['String']['output'];
  /** The cursor before it: a replay from here sends it again, and all after it. */
  readonly replayAfter: Scalars['Cursor']['output'];
  /** The request it happened to. */
  readonly requestId: Scalars['ID']['output'];
  /** How often it was tried. */
  readonly tries: Scalars['Int']['output'];
};

/** A page of events that were given up, in the order of the feed. */
export type WebhookDeadLetterConnection = {
  readonly __typename?: 'WebhookDeadLetterConnection';
  /** The events with their cursors. */
  readonly edges: ReadonlyArray<WebhookDeadLetterEdge>;
  /** The events. */
  readonly nodes: ReadonlyArray<WebhookDeadLetter>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An event that was given up, in a list. */
export type WebhookDeadLetterEdge = {
  readonly __typename?: 'WebhookDeadLetterEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The event. */
  readonly node: WebhookDeadLetter;
};

/** A webhook, and its secret where that is told. */
export type WebhookPayload = {
  readonly __typename?: 'WebhookPayload';
  /** What its calls are signed by: told when it is given and never again; null otherwise. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** The webhook as it stands now. */
  readonly webhook: Webhook;
};

/** Where a webhook stands. */
export type WebhookState =
  /** Events are sent. */
  | 'ACTIVE'
  /** Nothing is sent until it is set again or replayed: too many events in a row could not be delivered. None is lost. */
  | 'PAUSED';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Daycare: Daycare;
  Municipality: Municipality;
  SupplierSystem: SupplierSystem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Daycare:
    ( { __typename: 'Daycare' }
    & GraphQLRecursivePick<FederationTypes['Daycare'], {"number":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
  SupplierSystem:
    ( { __typename: 'SupplierSystem' }
    & GraphQLRecursivePick<FederationTypes['SupplierSystem'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessAnswer: ResolverTypeWrapper<Omit<AccessAnswer, 'access' | 'request'> & { access?: Maybe<ResolversTypes['DataAccess']>, request?: Maybe<ResolversTypes['DataAccessRequest']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccessPayload: ResolverTypeWrapper<Omit<AccessPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['AccessResult']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessResult: ResolverTypeWrapper<Omit<AccessResult, 'access'> & { access?: Maybe<ResolversTypes['DataAccess']> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessState: AccessState;
  AccessUse: ResolverTypeWrapper<TheAccessUse>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Addressee: Addressee;
  AgreementClass: AgreementClass;
  AgreementCount: ResolverTypeWrapper<AgreementCount>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AgreementDimension: AgreementDimension;
  AnswerState: AnswerState;
  ConnectionAgreement: ResolverTypeWrapper<TheConnectionAgreement>;
  ConnectionPayload: ResolverTypeWrapper<Omit<ConnectionPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ConnectionResult']> }>;
  ConnectionResult: ResolverTypeWrapper<Omit<ConnectionResult, 'connection'> & { connection?: Maybe<ResolversTypes['ConnectionAgreement']> }>;
  ConnectionState: ConnectionState;
  Consequence: ResolverTypeWrapper<Consequence>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DataAccess: ResolverTypeWrapper<Access>;
  DataAccessChange: ResolverTypeWrapper<ToldChange>;
  DataAccessChangeKind: DataAccessChangeKind;
  DataAccessChangePage: ResolverTypeWrapper<Omit<DataAccessChangePage, 'changes'> & { changes: ReadonlyArray<ResolversTypes['DataAccessChange']> }>;
  DataAccessConnection: ResolverTypeWrapper<AccessPage>;
  DataAccessEdge: ResolverTypeWrapper<Omit<DataAccessEdge, 'node'> & { node: ResolversTypes['DataAccess'] }>;
  DataAccessFilter: DataAccessFilter;
  DataAccessRequest: ResolverTypeWrapper<AccessRequest>;
  DataAccessRequestConnection: ResolverTypeWrapper<RequestPage>;
  DataAccessRequestEdge: ResolverTypeWrapper<Omit<DataAccessRequestEdge, 'node'> & { node: ResolversTypes['DataAccessRequest'] }>;
  DataCategory: DataCategory;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Daycare: ResolverTypeWrapper<Omit<Daycare, 'dataAccessRequests' | 'dataAccesses'> & { dataAccessRequests?: Maybe<ResolversTypes['DataAccessRequestConnection']>, dataAccesses?: Maybe<ResolversTypes['DataAccessConnection']> }>;
  Decision: ResolverTypeWrapper<TheDecision>;
  DecisionPayload: ResolverTypeWrapper<Omit<DecisionPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['DecisionResult']> }>;
  DecisionResult: ResolverTypeWrapper<Omit<DecisionResult, 'request'> & { request?: Maybe<ResolversTypes['DataAccessRequest']> }>;
  Direction: Direction;
  Fact: ResolverTypeWrapper<Fact>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  HistoryEntry: ResolverTypeWrapper<ToldChange>;
  InstitutionNumber: ResolverTypeWrapper<Scalars['InstitutionNumber']['output']>;
  Mandate: ResolverTypeWrapper<HeldMandate>;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'dataAccessRequests' | 'dataAccesses'> & { dataAccessRequests?: Maybe<ResolversTypes['DataAccessRequestConnection']>, dataAccesses?: Maybe<ResolversTypes['DataAccessConnection']> }>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NationalNumber: ResolverTypeWrapper<Scalars['NationalNumber']['output']>;
  NoticeGap: ResolverTypeWrapper<TheGap>;
  NoticeGapConnection: ResolverTypeWrapper<GapPage>;
  NoticeGapEdge: ResolverTypeWrapper<Omit<NoticeGapEdge, 'node'> & { node: ResolversTypes['NoticeGap'] }>;
  NoticeGapReason: NoticeGapReason;
  NoticeOwnerInput: NoticeOwnerInput;
  NoticeOwnerKind: NoticeOwnerKind;
  NoticeRecipient: ResolverTypeWrapper<TheRecipient>;
  NoticeRecipients: ResolverTypeWrapper<ToldOwner>;
  Ownership: Ownership;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permission: ResolverTypeWrapper<Permission>;
  ProcessingRecord: ResolverTypeWrapper<TheProcessingRecord>;
  ProcessingRecordConnection: ResolverTypeWrapper<RecordPage>;
  ProcessingRecordEdge: ResolverTypeWrapper<Omit<ProcessingRecordEdge, 'node'> & { node: ResolversTypes['ProcessingRecord'] }>;
  PublicAccess: ResolverTypeWrapper<AccessWithRequest>;
  PublicAccessConnection: ResolverTypeWrapper<PublicAccessPage>;
  PublicAccessEdge: ResolverTypeWrapper<Omit<PublicAccessEdge, 'node'> & { node: ResolversTypes['PublicAccess'] }>;
  PurposeKind: PurposeKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<Refusal>;
  RegisterSupplierInput: RegisterSupplierInput;
  RegisterSystemInput: RegisterSystemInput;
  RequestAction: RequestAction;
  RequestDataAccessInput: RequestDataAccessInput;
  RequestDataAccessPayload: ResolverTypeWrapper<Omit<RequestDataAccessPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['RequestResult']> }>;
  RequestFilter: RequestFilter;
  RequestResult: ResolverTypeWrapper<Omit<RequestResult, 'request'> & { request?: Maybe<ResolversTypes['DataAccessRequest']> }>;
  RequestState: RequestState;
  RequestableDaycare: ResolverTypeWrapper<FoundDaycare>;
  RequestableDaycareConnection: ResolverTypeWrapper<FoundDaycarePage>;
  RequestableDaycareEdge: ResolverTypeWrapper<Omit<RequestableDaycareEdge, 'node'> & { node: ResolversTypes['RequestableDaycare'] }>;
  RequestedDaycare: RequestedDaycare;
  Service: ResolverTypeWrapper<TheService>;
  SoughtRequest: ResolverTypeWrapper<Sought>;
  SoughtRequestConnection: ResolverTypeWrapper<SoughtPage>;
  SoughtRequestEdge: ResolverTypeWrapper<Omit<SoughtRequestEdge, 'node'> & { node: ResolversTypes['SoughtRequest'] }>;
  StatisticCell: ResolverTypeWrapper<StatisticCell>;
  Supplier: ResolverTypeWrapper<TheSupplier>;
  SupplierConnection: ResolverTypeWrapper<SupplierPage>;
  SupplierEdge: ResolverTypeWrapper<Omit<SupplierEdge, 'node'> & { node: ResolversTypes['Supplier'] }>;
  SupplierSystem: ResolverTypeWrapper<TheSupplierSystem>;
  Suspension: ResolverTypeWrapper<Suspension>;
  SuspensionReason: SuspensionReason;
  SystemKey: ResolverTypeWrapper<TheSystemKey>;
  SystemState: SystemState;
  Viewer: ResolverTypeWrapper<CallingActor>;
  Webhook: ResolverTypeWrapper<SeenWebhook>;
  WebhookDeadLetter: ResolverTypeWrapper<DeadLetter>;
  WebhookDeadLetterConnection: ResolverTypeWrapper<DeadLetterPage>;
  WebhookDeadLetterEdge: ResolverTypeWrapper<Omit<WebhookDeadLetterEdge, 'node'> & { node: ResolversTypes['WebhookDeadLetter'] }>;
  WebhookPayload: ResolverTypeWrapper<ChangedWebhook>;
  WebhookState: WebhookState;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessAnswer: Omit<AccessAnswer, 'access' | 'request'> & { access?: Maybe<ResolversParentTypes['DataAccess']>, request?: Maybe<ResolversParentTypes['DataAccessRequest']> };
  String: Scalars['String']['output'];
  AccessPayload: Omit<AccessPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['AccessResult']> };
  Boolean: Scalars['Boolean']['output'];
  AccessResult: Omit<AccessResult, 'access'> & { access?: Maybe<ResolversParentTypes['DataAccess']> };
  ID: Scalars['ID']['output'];
  AccessUse: TheAccessUse;
  Int: Scalars['Int']['output'];
  AgreementCount: AgreementCount;
  Float: Scalars['Float']['output'];
  ConnectionAgreement: TheConnectionAgreement;
  ConnectionPayload: Omit<ConnectionPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ConnectionResult']> };
  ConnectionResult: Omit<ConnectionResult, 'connection'> & { connection?: Maybe<ResolversParentTypes['ConnectionAgreement']> };
  Consequence: Consequence;
  Cursor: Scalars['Cursor']['output'];
  DataAccess: Access;
  DataAccessChange: ToldChange;
  DataAccessChangePage: Omit<DataAccessChangePage, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['DataAccessChange']> };
  DataAccessConnection: AccessPage;
  DataAccessEdge: Omit<DataAccessEdge, 'node'> & { node: ResolversParentTypes['DataAccess'] };
  DataAccessFilter: DataAccessFilter;
  DataAccessRequest: AccessRequest;
  DataAccessRequestConnection: RequestPage;
  DataAccessRequestEdge: Omit<DataAccessRequestEdge, 'node'> & { node: ResolversParentTypes['DataAccessRequest'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Daycare: Omit<Daycare, 'dataAccessRequests' | 'dataAccesses'> & { dataAccessRequests?: Maybe<ResolversParentTypes['DataAccessRequestConnection']>, dataAccesses?: Maybe<ResolversParentTypes['DataAccessConnection']> } | FederationReferenceTypes['Daycare'];
  Decision: TheDecision;
  DecisionPayload: Omit<DecisionPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['DecisionResult']> };
  DecisionResult: Omit<DecisionResult, 'request'> & { request?: Maybe<ResolversParentTypes['DataAccessRequest']> };
  Fact: Fact;
  FieldChange: FieldChange;
  HistoryEntry: ToldChange;
  InstitutionNumber: Scalars['InstitutionNumber']['output'];
  Mandate: HeldMandate;
  Municipality: Omit<Municipality, 'dataAccessRequests' | 'dataAccesses'> & { dataAccessRequests?: Maybe<ResolversParentTypes['DataAccessRequestConnection']>, dataAccesses?: Maybe<ResolversParentTypes['DataAccessConnection']> } | FederationReferenceTypes['Municipality'];
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  NationalNumber: Scalars['NationalNumber']['output'];
  NoticeGap: TheGap;
  NoticeGapConnection: GapPage;
  NoticeGapEdge: Omit<NoticeGapEdge, 'node'> & { node: ResolversParentTypes['NoticeGap'] };
  NoticeOwnerInput: NoticeOwnerInput;
  NoticeRecipient: TheRecipient;
  NoticeRecipients: ToldOwner;
  PageInfo: PageInfo;
  Permission: Permission;
  ProcessingRecord: TheProcessingRecord;
  ProcessingRecordConnection: RecordPage;
  ProcessingRecordEdge: Omit<ProcessingRecordEdge, 'node'> & { node: ResolversParentTypes['ProcessingRecord'] };
  PublicAccess: AccessWithRequest;
  PublicAccessConnection: PublicAccessPage;
  PublicAccessEdge: Omit<PublicAccessEdge, 'node'> & { node: ResolversParentTypes['PublicAccess'] };
  Query: Record<PropertyKey, never>;
  Refusal: Refusal;
  RegisterSupplierInput: RegisterSupplierInput;
  RegisterSystemInput: RegisterSystemInput;
  RequestDataAccessInput: RequestDataAccessInput;
  RequestDataAccessPayload: Omit<RequestDataAccessPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['RequestResult']> };
  RequestFilter: RequestFilter;
  RequestResult: Omit<RequestResult, 'request'> & { request?: Maybe<ResolversParentTypes['DataAccessRequest']> };
  RequestableDaycare: FoundDaycare;
  RequestableDaycareConnection: FoundDaycarePage;
  RequestableDaycareEdge: Omit<RequestableDaycareEdge, 'node'> & { node: ResolversParentTypes['RequestableDaycare'] };
  RequestedDaycare: RequestedDaycare;
  Service: TheService;
  SoughtRequest: Sought;
  SoughtRequestConnection: SoughtPage;
  SoughtRequestEdge: Omit<SoughtRequestEdge, 'node'> & { node: ResolversParentTypes['SoughtRequest'] };
  StatisticCell: StatisticCell;
  Supplier: TheSupplier;
  SupplierConnection: SupplierPage;
  SupplierEdge: Omit<SupplierEdge, 'node'> & { node: ResolversParentTypes['Supplier'] };
  SupplierSystem: TheSupplierSystem;
  Suspension: Suspension;
  SystemKey: TheSystemKey;
  Viewer: CallingActor;
  Webhook: SeenWebhook;
  WebhookDeadLetter: DeadLetter;
  WebhookDeadLetterConnection: DeadLetterPage;
  WebhookDeadLetterEdge: Omit<WebhookDeadLetterEdge, 'node'> & { node: ResolversParentTypes['WebhookDeadLetter'] };
  WebhookPayload: ChangedWebhook;
};

export type AccessAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessAnswer'] = ResolversParentTypes['AccessAnswer']> = {
  access?: Resolver<Maybe<ResolversTypes['DataAccess']>, ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['DataAccessRequest']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AnswerState'], ParentType, ContextType>;
};

export type AccessPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessPayload'] = ResolversParentTypes['AccessPayload']> = {
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['AccessResult']>, ParentType, ContextType>;
};

export type AccessResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessResult'] = ResolversParentTypes['AccessResult']> = {
  access?: Resolver<Maybe<ResolversTypes['DataAccess']>, ParentType, ContextType>;
  consequences?: Resolver<ReadonlyArray<ResolversTypes['Consequence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AccessUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessUse'] = ResolversParentTypes['AccessUse']> = {
  imports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreementCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementCount'] = ResolversParentTypes['AgreementCount']> = {
  activeAccesses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['StatisticCell']>, ParentType, ContextType>;
  medianHoursToDecide?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90HoursToDecide?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConnectionAgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectionAgreement'] = ResolversParentTypes['ConnectionAgreement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConnectionState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
};

export type ConnectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectionPayload'] = ResolversParentTypes['ConnectionPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['ConnectionResult']>, ParentType, ContextType>;
};

export type ConnectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectionResult'] = ResolversParentTypes['ConnectionResult']> = {
  connection?: Resolver<Maybe<ResolversTypes['ConnectionAgreement']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConsequenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consequence'] = ResolversParentTypes['Consequence']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type DataAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccess'] = ResolversParentTypes['DataAccess']> = {
  activeSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  confirmBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['Permission'], ParentType, ContextType, RequireFields<DataAccessPermissionArgs, 'action'>>;
  request?: Resolver<ResolversTypes['DataAccessRequest'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AccessState'], ParentType, ContextType>;
  suspension?: Resolver<Maybe<ResolversTypes['Suspension']>, ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['AccessUse'], ParentType, ContextType, Partial<DataAccessUseArgs>>;
};

export type DataAccessChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessChange'] = ResolversParentTypes['DataAccessChange']> = {
  accessId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataAccessChangeKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  previousState?: Resolver<Maybe<ResolversTypes['AccessState']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposeKind?: Resolver<ResolversTypes['PurposeKind'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AccessState']>, ParentType, ContextType>;
  system?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DataAccessChangePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessChangePage'] = ResolversParentTypes['DataAccessChangePage']> = {
  caughtUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['DataAccessChange']>, ParentType, ContextType>;
  nextCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
};

export type DataAccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessConnection'] = ResolversParentTypes['DataAccessConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DataAccessEdge']>, ParentType, ContextType>;
  feedPosition?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DataAccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DataAccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessEdge'] = ResolversParentTypes['DataAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataAccess'], ParentType, ContextType>;
};

export type DataAccessRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessRequest'] = ResolversParentTypes['DataAccessRequest']> = {
  access?: Resolver<Maybe<ResolversTypes['DataAccess']>, ParentType, ContextType>;
  addressee?: Resolver<ResolversTypes['Addressee'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['Permission'], ParentType, ContextType, RequireFields<DataAccessRequestPermissionArgs, 'action'>>;
  processingAgreement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposeKind?: Resolver<ResolversTypes['PurposeKind'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
};

export type DataAccessRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessRequestConnection'] = ResolversParentTypes['DataAccessRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DataAccessRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DataAccessRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DataAccessRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessRequestEdge'] = ResolversParentTypes['DataAccessRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataAccessRequest'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DaycareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Daycare'] = ResolversParentTypes['Daycare'], FederationReferenceType extends FederationReferenceTypes['Daycare'] = FederationReferenceTypes['Daycare']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Daycare']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dataAccessRequests?: Resolver<Maybe<ResolversTypes['DataAccessRequestConnection']>, ParentType, ContextType, RequireFields<DaycareDataAccessRequestsArgs, 'first'>>;
  dataAccesses?: Resolver<Maybe<ResolversTypes['DataAccessConnection']>, ParentType, ContextType, RequireFields<DaycareDataAccessesArgs, 'first'>>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byOrganisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byPerson?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
};

export type DecisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecisionPayload'] = ResolversParentTypes['DecisionPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['DecisionResult']>, ParentType, ContextType>;
};

export type DecisionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecisionResult'] = ResolversParentTypes['DecisionResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['DataAccessRequest']>, ParentType, ContextType>;
};

export type FactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byOrganisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byPerson?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface InstitutionNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['InstitutionNumber'], any> {
  name: 'InstitutionNumber';
}

export type MandateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mandate'] = ResolversParentTypes['Mandate']> = {
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  inWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  dataAccessRequests?: Resolver<Maybe<ResolversTypes['DataAccessRequestConnection']>, ParentType, ContextType, RequireFields<MunicipalityDataAccessRequestsArgs, 'first'>>;
  dataAccesses?: Resolver<Maybe<ResolversTypes['DataAccessConnection']>, ParentType, ContextType, RequireFields<MunicipalityDataAccessesArgs, 'first'>>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addNoticeRecipient?: Resolver<Maybe<ResolversTypes['NoticeRecipient']>, ParentType, ContextType, RequireFields<MutationAddNoticeRecipientArgs, 'email' | 'owner'>>;
  addSystemKey?: Resolver<Maybe<ResolversTypes['SystemKey']>, ParentType, ContextType, RequireFields<MutationAddSystemKeyArgs, 'jwk' | 'system'>>;
  approveConnections?: Resolver<Maybe<ResolversTypes['ConnectionPayload']>, ParentType, ContextType, RequireFields<MutationApproveConnectionsArgs, 'ids'>>;
  approveRequests?: Resolver<Maybe<ResolversTypes['DecisionPayload']>, ParentType, ContextType, RequireFields<MutationApproveRequestsArgs, 'ids'>>;
  askForConnection?: Resolver<Maybe<ResolversTypes['ConnectionAgreement']>, ParentType, ContextType, RequireFields<MutationAskForConnectionArgs, 'service' | 'system'>>;
  askForRequest?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationAskForRequestArgs, 'comment' | 'daycare' | 'service' | 'system'>>;
  closeAccesses?: Resolver<Maybe<ResolversTypes['AccessPayload']>, ParentType, ContextType, RequireFields<MutationCloseAccessesArgs, 'ids' | 'reason'>>;
  closeConnections?: Resolver<Maybe<ResolversTypes['ConnectionPayload']>, ParentType, ContextType, RequireFields<MutationCloseConnectionsArgs, 'ids' | 'reason'>>;
  confirmAccesses?: Resolver<Maybe<ResolversTypes['AccessPayload']>, ParentType, ContextType, RequireFields<MutationConfirmAccessesArgs, 'ids'>>;
  endAccesses?: Resolver<Maybe<ResolversTypes['AccessPayload']>, ParentType, ContextType, RequireFields<MutationEndAccessesArgs, 'ids' | 'reason'>>;
  refuseConnections?: Resolver<Maybe<ResolversTypes['ConnectionPayload']>, ParentType, ContextType, RequireFields<MutationRefuseConnectionsArgs, 'ids' | 'reason'>>;
  registerSupplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType, RequireFields<MutationRegisterSupplierArgs, 'input'>>;
  registerSystem?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType, RequireFields<MutationRegisterSystemArgs, 'input'>>;
  rejectRequests?: Resolver<Maybe<ResolversTypes['DecisionPayload']>, ParentType, ContextType, RequireFields<MutationRejectRequestsArgs, 'comment' | 'ids'>>;
  removeNoticeRecipient?: Resolver<Maybe<ResolversTypes['NoticeRecipient']>, ParentType, ContextType, RequireFields<MutationRemoveNoticeRecipientArgs, 'id'>>;
  removeWebhook?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'system'>>;
  replayWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'after' | 'system'>>;
  requestDataAccess?: Resolver<Maybe<ResolversTypes['RequestDataAccessPayload']>, ParentType, ContextType, RequireFields<MutationRequestDataAccessArgs, 'input'>>;
  revokeAccesses?: Resolver<Maybe<ResolversTypes['AccessPayload']>, ParentType, ContextType, RequireFields<MutationRevokeAccessesArgs, 'dryRun' | 'ids' | 'reason'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'system'>>;
  setSystemState?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType, RequireFields<MutationSetSystemStateArgs, 'reason' | 'state' | 'system'>>;
  setWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationSetWebhookArgs, 'system' | 'url'>>;
  undoDecisions?: Resolver<Maybe<ResolversTypes['DecisionPayload']>, ParentType, ContextType, RequireFields<MutationUndoDecisionsArgs, 'ids'>>;
  withdrawRequests?: Resolver<Maybe<ResolversTypes['DecisionPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawRequestsArgs, 'ids'>>;
  withdrawSystemKey?: Resolver<Maybe<ResolversTypes['SystemKey']>, ParentType, ContextType, RequireFields<MutationWithdrawSystemKeyArgs, 'key' | 'system'>>;
};

export interface NationalNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalNumber'], any> {
  name: 'NationalNumber';
}

export type NoticeGapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeGap'] = ResolversParentTypes['NoticeGap']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ownerKind?: Resolver<ResolversTypes['NoticeOwnerKind'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['NoticeGapReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NoticeGapConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeGapConnection'] = ResolversParentTypes['NoticeGapConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeGapEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NoticeGap']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NoticeGapEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeGapEdge'] = ResolversParentTypes['NoticeGapEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NoticeGap'], ParentType, ContextType>;
};

export type NoticeRecipientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeRecipient'] = ResolversParentTypes['NoticeRecipient']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataAccessChangeKind']>>, ParentType, ContextType>;
};

export type NoticeRecipientsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeRecipients'] = ResolversParentTypes['NoticeRecipients']> = {
  owner?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ownerKind?: Resolver<ResolversTypes['NoticeOwnerKind'], ParentType, ContextType>;
  registerAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registered?: Resolver<ReadonlyArray<ResolversTypes['NoticeRecipient']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Permission'] = ResolversParentTypes['Permission']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grantableBy?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProcessingRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcessingRecord'] = ResolversParentTypes['ProcessingRecord']> = {
  controller?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  controllerCompanyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataCategories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  personCategories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  processingAgreement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  processor?: Resolver<ResolversTypes['Supplier'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposeKind?: Resolver<ResolversTypes['PurposeKind'], ParentType, ContextType>;
  recipients?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retention?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AccessState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProcessingRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcessingRecordConnection'] = ResolversParentTypes['ProcessingRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProcessingRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProcessingRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProcessingRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcessingRecordEdge'] = ResolversParentTypes['ProcessingRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProcessingRecord'], ParentType, ContextType>;
};

export type PublicAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicAccess'] = ResolversParentTypes['PublicAccess']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposeKind?: Resolver<ResolversTypes['PurposeKind'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  supplier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicAccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicAccessConnection'] = ResolversParentTypes['PublicAccessConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PublicAccessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PublicAccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PublicAccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicAccessEdge'] = ResolversParentTypes['PublicAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PublicAccess'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessState?: Resolver<Maybe<ResolversTypes['AccessAnswer']>, ParentType, ContextType, RequireFields<QueryAccessStateArgs, 'daycare' | 'service' | 'system'>>;
  agreementStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AgreementCount']>>, ParentType, ContextType, RequireFields<QueryAgreementStatisticsArgs, 'by'>>;
  dataAccess?: Resolver<Maybe<ResolversTypes['DataAccess']>, ParentType, ContextType, RequireFields<QueryDataAccessArgs, 'id'>>;
  dataAccessChanges?: Resolver<Maybe<ResolversTypes['DataAccessChangePage']>, ParentType, ContextType, RequireFields<QueryDataAccessChangesArgs, 'first' | 'waitSeconds'>>;
  dataAccessRequest?: Resolver<Maybe<ResolversTypes['DataAccessRequest']>, ParentType, ContextType, RequireFields<QueryDataAccessRequestArgs, 'id'>>;
  dataAccessRequests?: Resolver<Maybe<ResolversTypes['DataAccessRequestConnection']>, ParentType, ContextType, RequireFields<QueryDataAccessRequestsArgs, 'first'>>;
  dataAccesses?: Resolver<Maybe<ResolversTypes['DataAccessConnection']>, ParentType, ContextType, RequireFields<QueryDataAccessesArgs, 'first'>>;
  inbox?: Resolver<Maybe<ResolversTypes['DataAccessRequestConnection']>, ParentType, ContextType, RequireFields<QueryInboxArgs, 'first'>>;
  noticeGaps?: Resolver<Maybe<ResolversTypes['NoticeGapConnection']>, ParentType, ContextType, RequireFields<QueryNoticeGapsArgs, 'first'>>;
  noticeRecipients?: Resolver<Maybe<ResolversTypes['NoticeRecipients']>, ParentType, ContextType, RequireFields<QueryNoticeRecipientsArgs, 'owner'>>;
  recordOfProcessing?: Resolver<Maybe<ResolversTypes['ProcessingRecordConnection']>, ParentType, ContextType, RequireFields<QueryRecordOfProcessingArgs, 'first'>>;
  requestableDaycares?: Resolver<Maybe<ResolversTypes['RequestableDaycareConnection']>, ParentType, ContextType, RequireFields<QueryRequestableDaycaresArgs, 'first' | 'service' | 'system'>>;
  services?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Service']>>, ParentType, ContextType>;
  soughtRequests?: Resolver<Maybe<ResolversTypes['SoughtRequestConnection']>, ParentType, ContextType, RequireFields<QuerySoughtRequestsArgs, 'first'>>;
  supplierSystem?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType, RequireFields<QuerySupplierSystemArgs, 'id'>>;
  suppliers?: Resolver<Maybe<ResolversTypes['SupplierConnection']>, ParentType, ContextType, RequireFields<QuerySuppliersArgs, 'first'>>;
  transparency?: Resolver<Maybe<ResolversTypes['PublicAccessConnection']>, ParentType, ContextType, RequireFields<QueryTransparencyArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'system'>>;
  webhookDeadLetters?: Resolver<Maybe<ResolversTypes['WebhookDeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryWebhookDeadLettersArgs, 'first' | 'system'>>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RequestDataAccessPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestDataAccessPayload'] = ResolversParentTypes['RequestDataAccessPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['RequestResult']>, ParentType, ContextType>;
};

export type RequestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestResult'] = ResolversParentTypes['RequestResult']> = {
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['DataAccessRequest']>, ParentType, ContextType>;
};

export type RequestableDaycareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestableDaycare'] = ResolversParentTypes['RequestableDaycare']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  municipalityCode?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  municipalityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AnswerState'], ParentType, ContextType>;
};

export type RequestableDaycareConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestableDaycareConnection'] = ResolversParentTypes['RequestableDaycareConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RequestableDaycareEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RequestableDaycare']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RequestableDaycareEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestableDaycareEdge'] = ResolversParentTypes['RequestableDaycareEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RequestableDaycare'], ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  agreementClass?: Resolver<ResolversTypes['AgreementClass'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SoughtRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoughtRequest'] = ResolversParentTypes['SoughtRequest']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byOrganisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
};

export type SoughtRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoughtRequestConnection'] = ResolversParentTypes['SoughtRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SoughtRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SoughtRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SoughtRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoughtRequestEdge'] = ResolversParentTypes['SoughtRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SoughtRequest'], ParentType, ContextType>;
};

export type StatisticCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticCell'] = ResolversParentTypes['StatisticCell']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupplierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Supplier'] = ResolversParentTypes['Supplier']> = {
  companyNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  systems?: Resolver<ReadonlyArray<ResolversTypes['SupplierSystem']>, ParentType, ContextType>;
};

export type SupplierConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierConnection'] = ResolversParentTypes['SupplierConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SupplierEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Supplier']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SupplierEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierEdge'] = ResolversParentTypes['SupplierEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Supplier'], ParentType, ContextType>;
};

export type SupplierSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierSystem'] = ResolversParentTypes['SupplierSystem'], FederationReferenceType extends FederationReferenceTypes['SupplierSystem'] = FederationReferenceTypes['SupplierSystem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SupplierSystem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  archivedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  connections?: Resolver<ReadonlyArray<ResolversTypes['ConnectionAgreement']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['SystemKey']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SystemState'], ParentType, ContextType>;
  supplier?: Resolver<ResolversTypes['Supplier'], ParentType, ContextType>;
};

export type SuspensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Suspension'] = ResolversParentTypes['Suspension']> = {
  liftedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SuspensionReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SystemKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SystemKey'] = ResolversParentTypes['SystemKey']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jwk?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  assurance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mandates?: Resolver<ReadonlyArray<ResolversTypes['Mandate']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['SupplierSystem'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookDeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeadLetter'] = ResolversParentTypes['WebhookDeadLetter']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataAccessChangeKind'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayAfter?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookDeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeadLetterConnection'] = ResolversParentTypes['WebhookDeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookDeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeadLetterEdge'] = ResolversParentTypes['WebhookDeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDeadLetter'], ParentType, ContextType>;
};

export type WebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookPayload'] = ResolversParentTypes['WebhookPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessAnswer?: AccessAnswerResolvers<ContextType>;
  AccessPayload?: AccessPayloadResolvers<ContextType>;
  AccessResult?: AccessResultResolvers<ContextType>;
  AccessUse?: AccessUseResolvers<ContextType>;
  AgreementCount?: AgreementCountResolvers<ContextType>;
  ConnectionAgreement?: ConnectionAgreementResolvers<ContextType>;
  ConnectionPayload?: ConnectionPayloadResolvers<ContextType>;
  ConnectionResult?: ConnectionResultResolvers<ContextType>;
  Consequence?: ConsequenceResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DataAccess?: DataAccessResolvers<ContextType>;
  DataAccessChange?: DataAccessChangeResolvers<ContextType>;
  DataAccessChangePage?: DataAccessChangePageResolvers<ContextType>;
  DataAccessConnection?: DataAccessConnectionResolvers<ContextType>;
  DataAccessEdge?: DataAccessEdgeResolvers<ContextType>;
  DataAccessRequest?: DataAccessRequestResolvers<ContextType>;
  DataAccessRequestConnection?: DataAccessRequestConnectionResolvers<ContextType>;
  DataAccessRequestEdge?: DataAccessRequestEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Daycare?: DaycareResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  DecisionPayload?: DecisionPayloadResolvers<ContextType>;
  DecisionResult?: DecisionResultResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  InstitutionNumber?: GraphQLScalarType;
  Mandate?: MandateResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NationalNumber?: GraphQLScalarType;
  NoticeGap?: NoticeGapResolvers<ContextType>;
  NoticeGapConnection?: NoticeGapConnectionResolvers<ContextType>;
  NoticeGapEdge?: NoticeGapEdgeResolvers<ContextType>;
  NoticeRecipient?: NoticeRecipientResolvers<ContextType>;
  NoticeRecipients?: NoticeRecipientsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  ProcessingRecord?: ProcessingRecordResolvers<ContextType>;
  ProcessingRecordConnection?: ProcessingRecordConnectionResolvers<ContextType>;
  ProcessingRecordEdge?: ProcessingRecordEdgeResolvers<ContextType>;
  PublicAccess?: PublicAccessResolvers<ContextType>;
  PublicAccessConnection?: PublicAccessConnectionResolvers<ContextType>;
  PublicAccessEdge?: PublicAccessEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RequestDataAccessPayload?: RequestDataAccessPayloadResolvers<ContextType>;
  RequestResult?: RequestResultResolvers<ContextType>;
  RequestableDaycare?: RequestableDaycareResolvers<ContextType>;
  RequestableDaycareConnection?: RequestableDaycareConnectionResolvers<ContextType>;
  RequestableDaycareEdge?: RequestableDaycareEdgeResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  SoughtRequest?: SoughtRequestResolvers<ContextType>;
  SoughtRequestConnection?: SoughtRequestConnectionResolvers<ContextType>;
  SoughtRequestEdge?: SoughtRequestEdgeResolvers<ContextType>;
  StatisticCell?: StatisticCellResolvers<ContextType>;
  Supplier?: SupplierResolvers<ContextType>;
  SupplierConnection?: SupplierConnectionResolvers<ContextType>;
  SupplierEdge?: SupplierEdgeResolvers<ContextType>;
  SupplierSystem?: SupplierSystemResolvers<ContextType>;
  Suspension?: SuspensionResolvers<ContextType>;
  SystemKey?: SystemKeyResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookDeadLetter?: WebhookDeadLetterResolvers<ContextType>;
  WebhookDeadLetterConnection?: WebhookDeadLetterConnectionResolvers<ContextType>;
  WebhookDeadLetterEdge?: WebhookDeadLetterEdgeResolvers<ContextType>;
  WebhookPayload?: WebhookPayloadResolvers<ContextType>;
};

