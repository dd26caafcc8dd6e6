import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Municipality as TheMunicipality } from '../domain/municipalities/municipality.ts';
import type { SeenDaycare } from './loaders.ts';
import type { Daycare as TheDaycare } from '../domain/daycares/daycare.ts';
import type { DaycarePage, UnitPage, HistoryPage, TransferPage, DuplicatePage, Context } from './context.ts';
import type { ToldChange as TheToldChange } from '../domain/daycares/daycare-event.ts';
import type { DaycarePayload as TheDaycarePayload } from '../domain/daycares/daycare-payload.ts';
import type { PlannedFor } from '../domain/plans/planned-act.ts';
import type { Transfer as TheTransfer } from '../domain/transfers/transfer.ts';
import type { DuplicateCandidate as TheCandidate } from '../domain/doubles/likely-doubles.ts';
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

/** Where a daycare lies. */
export type Address = {
  readonly __typename?: 'Address';
  /** The national address register's id. */
  readonly addressId?: Maybe<Scalars['ID']['output']>;
  /** House number with its letter (husNummer). */
  readonly houseNumber?: Maybe<Scalars['String']['output']>;
  /** Degrees north, WGS 84. */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** Degrees east, WGS 84. */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  /** The municipality the address lies in, which need not be the administering one. */
  readonly municipalityCode?: Maybe<Scalars['MunicipalityCode']['output']>;
  /** Four digits (postNummer). */
  readonly postalCode: Scalars['String']['output'];
  /** Street name (vejNavn). */
  readonly street: Scalars['String']['output'];
  /** The smaller place inside the postal town (supplerendeBynavn). */
  readonly supplementaryTown?: Maybe<Scalars['String']['output']>;
  /** Postal town (byNavn). */
  readonly town: Scalars['String']['output'];
};

/** Where a daycare lies, as it is told to the register. */
export type AddressInput = {
  /** The national address register's id. */
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  /** House number with its letter. */
  readonly houseNumber?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north, WGS 84. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east, WGS 84. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** The municipality the address lies in; the administering one if left out. */
  readonly municipalityCode?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** Four digits. */
  readonly postalCode: Scalars['String']['input'];
  /** Street name, at most 132 bytes of UTF-8. */
  readonly street: Scalars['String']['input'];
  /** The smaller place inside the postal town. */
  readonly supplementaryTown?: InputMaybe<Scalars['String']['input']>;
  /** Postal town. */
  readonly town: Scalars['String']['input'];
};

/** Alternativ adresse: a further address of a unit, where children may also be cared for. */
export type AlternativeAddress = Daycare & {
  readonly __typename?: 'AlternativeAddress';
  /** Whether users can be tied to it: it and its unit are open and have company and production unit number (I12). */
  readonly acceptsUsers: Scalars['Boolean']['output'];
  /** Where it lies. */
  readonly address: Address;
  /** Company number (CVR), eight digits; its unit's where its own production unit number tells no other. */
  readonly companyNumber?: Maybe<Scalars['String']['output']>;
  /** What is wrong or doubtful, and need not stop anyone. */
  readonly findings: ReadonlyArray<Finding>;
  /** Who changed what, newest first. */
  readonly history: HistoryConnection;
  /** Older numbers it was known by (A-numbers). */
  readonly legacyNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** The section of law, its cluster's; null with a finding where the source does not tell. */
  readonly legalBasis?: Maybe<LegalBasis>;
  /** The official code of the section of law (lovgrundlagKode); null, since the codes are not published. */
  readonly legalBasisCode?: Maybe<Scalars['Int']['output']>;
  /** Which of the three levels. */
  readonly level: DaycareLevel;
  /** The administering municipality (admKommuneKode), its cluster's. */
  readonly municipality: Municipality;
  /** Its name, at most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['output'];
  /** Its number for ever, issued by the register (R10, R28). */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** The form of ownership, its cluster's. */
  readonly ownership: Ownership;
  /** The official code of the form of ownership (ejerformKode), 1 to 4. */
  readonly ownershipCode: Scalars['Int']['output'];
  /** What is planned to happen to it, by day; empty in a picture of another moment. */
  readonly planned: ReadonlyArray<PlannedAct>;
  /** The locations this one follows after. */
  readonly predecessors: ReadonlyArray<Daycare>;
  /** Production unit number (P), ten digits. */
  readonly productionUnitNumber?: Maybe<Scalars['String']['output']>;
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly registerPermission?: Maybe<Permission>;
  /** Where it stands in its life. */
  readonly status: LifecycleStatus;
  /** The locations that follow after this one. */
  readonly successors: ReadonlyArray<Daycare>;
  /** The unit it belongs to. */
  readonly unit: PlacementUnit;
  /** Since when these facts hold. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Counts the changes; to be given back with the next one. */
  readonly version: Scalars['Int']['output'];
};


/** Alternativ adresse: a further address of a unit, where children may also be cared for. */
export type AlternativeAddressHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Alternativ adresse: a further address of a unit, where children may also be cared for. */
export type AlternativeAddressRegisterPermissionArgs = {
  action: RegisterAction;
};

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

/** A daycare on any of the three levels. */
export type Daycare = {
  /** What is wrong or doubtful, and need not stop anyone. */
  readonly findings: ReadonlyArray<Finding>;
  /** Who changed what, newest first. */
  readonly history: HistoryConnection;
  /** Older numbers it was known by (A-numbers). */
  readonly legacyNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** The section of law; null with a finding where the source does not tell. */
  readonly legalBasis?: Maybe<LegalBasis>;
  /** The official code of the section of law (lovgrundlagKode); null, since the codes are not published. */
  readonly legalBasisCode?: Maybe<Scalars['Int']['output']>;
  /** Which of the three levels. */
  readonly level: DaycareLevel;
  /** The administering municipality (admKommuneKode). */
  readonly municipality: Municipality;
  /** What it is called, at most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['output'];
  /** Its number for ever, issued by the register (R10, R28). */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** The form of ownership; a unit's and a location's are their cluster's. */
  readonly ownership: Ownership;
  /** The official code of the form of ownership (ejerformKode), 1 to 4. */
  readonly ownershipCode: Scalars['Int']['output'];
  /** What is planned to happen to it, by day; empty in a picture of another moment. */
  readonly planned: ReadonlyArray<PlannedAct>;
  /** The daycares this one follows after (R30 left this out). */
  readonly predecessors: ReadonlyArray<Daycare>;
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly registerPermission?: Maybe<Permission>;
  /** Where it stands in its life. */
  readonly status: LifecycleStatus;
  /** The daycares that follow after this one. */
  readonly successors: ReadonlyArray<Daycare>;
  /** Since when these facts hold. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Counts the changes; to be given back with the next one. */
  readonly version: Scalars['Int']['output'];
};


/** A daycare on any of the three levels. */
export type DaycareHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A daycare on any of the three levels. */
export type DaycareRegisterPermissionArgs = {
  action: RegisterAction;
};

/** One change of one daycare, in commit order. */
export type DaycareChange = {
  readonly __typename?: 'DaycareChange';
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** What changed, field by field. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The daycare as it is now. */
  readonly daycare: Daycare;
  /** From when on it holds, each fact until it is next known to have changed. Who keeps only present facts skips what begins before these do (`validFrom`): what counts among it is told again from there. */
  readonly effectiveFrom: Scalars['DateTime']['output'];
  /** What happened. */
  readonly kind: DaycareChangeKind;
  /** Which daycare. */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** The cursor behind this change. */
  readonly position: Scalars['Cursor']['output'];
  /** The daycares that follow after it, where it was closed. */
  readonly successors: ReadonlyArray<Scalars['InstitutionNumber']['output']>;
};

/** What happened to a daycare. */
export type DaycareChangeKind =
  /** Its facts changed, or a fact it inherits from its cluster. */
  | 'CHANGED'
  /** Closed: a tombstone. */
  | 'CLOSED'
  /** Put right backwards in time; holds from `effectiveFrom`, which lies behind. */
  | 'CORRECTED'
  /** Moved to another cluster or unit. */
  | 'MOVED'
  /** Something is to happen on a day ahead, `effectiveFrom`; nothing has changed yet. */
  | 'PLANNED'
  /** What was planned will not happen. */
  | 'PLAN_CANCELLED'
  /** What was planned could not be done when its day came, since the ground had moved. */
  | 'PLAN_REFUSED'
  /** Created, or loaded from the register's own file. */
  | 'REGISTERED'
  /** Opened again, when a closing is put right. */
  | 'REOPENED'
  /** Handed to another municipality. */
  | 'TRANSFERRED';

/** Changes in commit order; from the next cursor on nothing is missed and nothing comes twice. */
export type DaycareChangePage = {
  readonly __typename?: 'DaycareChangePage';
  /** Whether the log ended with this page. */
  readonly caughtUp: Scalars['Boolean']['output'];
  /** What happened, oldest first. */
  readonly changes: ReadonlyArray<DaycareChange>;
  /** Ask the next page after this. */
  readonly nextCursor: Scalars['Cursor']['output'];
};

/** A page of daycares, by number. */
export type DaycareConnection = {
  readonly __typename?: 'DaycareConnection';
  /** The daycares with their cursors. */
  readonly edges: ReadonlyArray<DaycareEdge>;
  /** Where the feed stood before the page was read: follow `daycareChanges` from here to miss nothing. */
  readonly feedPosition: Scalars['Cursor']['output'];
  /** The daycares. */
  readonly nodes: ReadonlyArray<Daycare>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A daycare in a list. */
export type DaycareEdge = {
  readonly __typename?: 'DaycareEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The daycare. */
  readonly node: Daycare;
};

/** Which daycares; what is left out does not restrict. */
export type DaycareFilter = {
  /** With one of these findings, by code. */
  readonly finding?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** On this level. */
  readonly level?: InputMaybe<DaycareLevel>;
  /** Administered by this municipality. */
  readonly municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** Of one of these forms of ownership. */
  readonly ownership?: InputMaybe<ReadonlyArray<Ownership>>;
  /** In one of these states. */
  readonly status?: InputMaybe<ReadonlyArray<LifecycleStatus>>;
  /** Every word of it in the number, name, street, town or an older number; Danish letters as they are or as aa, ae, oe. At most 200 characters. Best first: the number, the name, the beginning of a word, elsewhere. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Units of one of these kinds. */
  readonly type?: InputMaybe<ReadonlyArray<DaycareType>>;
};

/** Daginstitution: the cluster with one parent board. It has no users. */
export type DaycareInstitution = Daycare & {
  readonly __typename?: 'DaycareInstitution';
  /** What is wrong or doubtful, and need not stop anyone. */
  readonly findings: ReadonlyArray<Finding>;
  /** Who changed what, newest first. */
  readonly history: HistoryConnection;
  /** Older numbers it was known by (A-numbers). */
  readonly legacyNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** The section of law, inherited by its units and locations; null with a finding where the source does not tell. */
  readonly legalBasis?: Maybe<LegalBasis>;
  /** The official code of the section of law (lovgrundlagKode); null, since the codes are not published. */
  readonly legalBasisCode?: Maybe<Scalars['Int']['output']>;
  /** Which of the three levels. */
  readonly level: DaycareLevel;
  /** The administering municipality (admKommuneKode). */
  readonly municipality: Municipality;
  /** Its name, at most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['output'];
  /** Its number for ever, issued by the register (R10, R28). */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** The form of ownership, inherited by its units and locations. */
  readonly ownership: Ownership;
  /** The official code of the form of ownership (ejerformKode), 1 to 4. */
  readonly ownershipCode: Scalars['Int']['output'];
  /** What is planned to happen to it, by day; empty in a picture of another moment. */
  readonly planned: ReadonlyArray<PlannedAct>;
  /** The clusters this one follows after. */
  readonly predecessors: ReadonlyArray<Daycare>;
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly registerPermission?: Maybe<Permission>;
  /** Where it stands in its life. */
  readonly status: LifecycleStatus;
  /** The clusters that follow after this one. */
  readonly successors: ReadonlyArray<Daycare>;
  /** Its units that are not closed, by number. */
  readonly units: PlacementUnitConnection;
  /** Since when these facts hold. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Counts the changes; to be given back with the next one. */
  readonly version: Scalars['Int']['output'];
};


/** Daginstitution: the cluster with one parent board. It has no users. */
export type DaycareInstitutionHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Daginstitution: the cluster with one parent board. It has no users. */
export type DaycareInstitutionRegisterPermissionArgs = {
  action: RegisterAction;
};


/** Daginstitution: the cluster with one parent board. It has no users. */
export type DaycareInstitutionUnitsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The three levels of the register: the cluster with one parent board, the unit a child is assigned to, a further address of a unit (2.2). */
export type DaycareLevel =
  /** Daginstitution: the legal cluster. It has no users. */
  | 'INSTITUTION'
  /** Alternativ adresse: a further address under a unit. It may have users. */
  | 'LOCATION'
  /** Anvisningsenhed: where a child is assigned. It has the address, the type, and the users. */
  | 'UNIT';

/** What an act on a daycare came to. */
export type DaycarePayload = {
  readonly __typename?: 'DaycarePayload';
  /** Every daycare that the act touches, the one itself first. Their `dataAccesses` and `identitySummary` show which accesses and ties a closing ends. */
  readonly affected: ReadonlyArray<Daycare>;
  /** What changed, field by field; where the act is planned, what will change. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** What it brings with it elsewhere. */
  readonly consequences: ReadonlyArray<Consequence>;
  /** The daycare afterwards; where the act is planned for a day ahead, as it is until then. */
  readonly daycare?: Maybe<Daycare>;
  /** Whether nothing of it was kept. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** What is wrong or doubtful afterwards. */
  readonly findings: ReadonlyArray<Finding>;
};

/** The kind of daycare (InstType3). */
export type DaycareType =
  /** Aldersintegreret, 6012: about 0-5 years. */
  | 'AGE_INTEGRATED'
  /** Dagpleje, 6013: an area of childminders. */
  | 'CHILDMINDING'
  /** Klubtilbud, 6021: from about grade 5. */
  | 'CLUB'
  /** Børnehave, 6011: about 3-5 years. */
  | 'KINDERGARTEN'
  /** Børnehave, 6014: about 2-5 years. */
  | 'KINDERGARTEN_FROM_TWO'
  /** Fritidshjem, 6020: grades 0-3. */
  | 'LEISURE_HOME'
  /** Vuggestue, 6010: about 0-2 years. */
  | 'NURSERY'
  /** Særligt dagtilbud, 6022. */
  | 'SPECIAL';

/** Two open daycares of one level that may be the same one, registered twice (C5). A warning: nothing is blocked by it. */
export type DuplicateCandidate = {
  readonly __typename?: 'DuplicateCandidate';
  /** What speaks for it, in words. */
  readonly because: ReadonlyArray<Scalars['String']['output']>;
  /** The two daycares, by number. */
  readonly daycares: ReadonlyArray<Daycare>;
  /** How likely it is, above 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** A page of likely doubles, the most likely first. */
export type DuplicateConnection = {
  readonly __typename?: 'DuplicateConnection';
  /** The candidates with their cursors. */
  readonly edges: ReadonlyArray<DuplicateEdge>;
  /** The candidates. */
  readonly nodes: ReadonlyArray<DuplicateCandidate>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A candidate in a list. */
export type DuplicateEdge = {
  readonly __typename?: 'DuplicateEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The candidate. */
  readonly node: DuplicateCandidate;
};

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

/** Something wrong or doubtful about a daycare that does not stop anyone (R17, R23, C1). */
export type Finding = {
  readonly __typename?: 'Finding';
  /** A stable code. */
  readonly code: Scalars['String']['output'];
  /** By when it should be put right; null where there is no hurry. */
  readonly deadline?: Maybe<Scalars['Date']['output']>;
  /** What is wrong, and what to do. */
  readonly message: Scalars['String']['output'];
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
};

/** A page of history, newest first. */
export type HistoryConnection = {
  readonly __typename?: 'HistoryConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<HistoryEdge>;
  /** The entries. */
  readonly nodes: ReadonlyArray<HistoryEntry>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of history in a list. */
export type HistoryEdge = {
  readonly __typename?: 'HistoryEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: HistoryEntry;
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

/** What changes on a cluster; what is left out stays. Ownership, legal basis and the units' types are judged together (C3). */
export type InstitutionChanges = {
  /** The new section of law. */
  readonly legalBasis?: InputMaybe<LegalBasis>;
  /** At most 132 bytes of UTF-8. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The new form of ownership. */
  readonly ownership?: InputMaybe<Ownership>;
  /** New kinds of units under the cluster, in the same act. */
  readonly unitTypes?: InputMaybe<ReadonlyArray<UnitTypeInput>>;
};

/** The section of law a daycare is run under (lovgrundlagKode); the official integer codes are not published. */
export type LegalBasis =
  /** Daycare Act s. 19(2): municipal. */
  | 'DAYCARE_19_2'
  /** Daycare Act s. 19(2), led together with a school under School Act s. 24 a. */
  | 'DAYCARE_19_2_SCHOOL_24A'
  /** Daycare Act s. 19(3): self-owned. */
  | 'DAYCARE_19_3'
  /** Daycare Act s. 19(4): outsourced. */
  | 'DAYCARE_19_4'
  /** Daycare Act s. 19(5): private institution. */
  | 'DAYCARE_19_5'
  /** Daycare Act s. 21(2): municipal childminding. */
  | 'DAYCARE_21_2'
  /** Daycare Act s. 21(3): childminding by others. */
  | 'DAYCARE_21_3'
  /** Daycare Act s. 52: leisure home. */
  | 'DAYCARE_52'
  /** Daycare Act s. 66: leisure club. */
  | 'DAYCARE_66'
  /** Social Services Act s. 32. */
  | 'SOCIAL_32'
  /** Social Services Act s. 36. */
  | 'SOCIAL_36';

/** Where a daycare stands in its life (2.6). */
export type LifecycleStatus =
  /** Open (Aktiv). */
  | 'ACTIVE'
  /** Closed for good (Nedlagt); its number is never used again (R28). */
  | 'CLOSED'
  /** Registered, but not begun. */
  | 'PLANNED';

/** What became of the rows, in their order. */
export type LoadRegisterPayload = {
  readonly __typename?: 'LoadRegisterPayload';
  /** One result a row. */
  readonly results: ReadonlyArray<LoadedRow>;
};

/** What became of one row of a file. */
export type LoadedRow = {
  readonly __typename?: 'LoadedRow';
  /** The line of the file. */
  readonly line: Scalars['Int']['output'];
  /** The number in the row. */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** What became of it. */
  readonly outcome: RowOutcome;
  /** Why, where it was refused. */
  readonly refusal?: Maybe<Refusal>;
};

/** What changes on a location; what is left out stays, what is null is taken away where it may be absent. */
export type LocationChanges = {
  /** The whole new address. */
  readonly address?: InputMaybe<AddressInput>;
  /** At most 132 bytes of UTF-8. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, active in the company register (R16). */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
};

/** One of the 98 municipalities. */
export type Municipality = {
  readonly __typename?: 'Municipality';
  /** The official four digits. */
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Its company number (CVR), eight digits; null where not known. */
  readonly companyNumber?: Maybe<Scalars['String']['output']>;
  /** The daycares it administers (admKommuneKode). */
  readonly daycares?: Maybe<DaycareConnection>;
  /** The official name, without the word Kommune. */
  readonly name: Scalars['String']['output'];
  /** Whether the caller may do this to a municipal daycare of it, by the same table that decides when it is done (R1, R2). */
  readonly registerPermission?: Maybe<Permission>;
};


/** One of the 98 municipalities. */
export type MunicipalityDaycaresArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DaycareFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One of the 98 municipalities. */
export type MunicipalityRegisterPermissionArgs = {
  action: RegisterAction;
};

/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Consents to a transfer, or refuses it; the municipality that proposed it may take it back. NOT_FOUND for others, STATE_CONFLICT where it is answered. */
  readonly answerTransfer?: Maybe<Transfer>;
  /** Cancels what is planned for a daycare; one that has not begun will never begin. STATE_CONFLICT where nothing is planned. */
  readonly cancelPlanned?: Maybe<DaycarePayload>;
  /** Changes a cluster and what its units inherit. STALE_VERSION with the present one where another was quicker. */
  readonly changeInstitution?: Maybe<DaycarePayload>;
  /** Changes a location. STALE_VERSION with the present one where another was quicker; refuses what is told as `registerUnit` does. */
  readonly changeLocation?: Maybe<DaycarePayload>;
  /** Changes a unit. STALE_VERSION with the present one where another was quicker; refuses what is told as `registerUnit` does. */
  readonly changeUnit?: Maybe<DaycarePayload>;
  /** Closes a daycare for good (R28), today or on a day ahead, never behind. HAS_OPEN_CHILDREN with their numbers while anything under it is open (R29), unless all of it is closed with it (P16). */
  readonly closeDaycare?: Maybe<DaycarePayload>;
  /** Takes a pair off the list of likely doubles: looked at, not the same. */
  readonly dismissDuplicate?: Maybe<Scalars['Boolean']['output']>;
  /** Takes rows of the register's own export with their numbers, up to 500 at once. Each row has its own result. Only the agency. */
  readonly loadRegisterRows?: Maybe<LoadRegisterPayload>;
  /** Moves a location to another unit of the same municipality (R26). MOVE_ACROSS_MUNICIPALITY otherwise. */
  readonly moveLocation?: Maybe<DaycarePayload>;
  /** Moves a unit with its locations to another cluster of the same municipality (R26, R27). MOVE_ACROSS_MUNICIPALITY otherwise; CROSS_VALIDATION where its kind does not fit there (R22). */
  readonly moveUnit?: Maybe<DaycarePayload>;
  /** Proposes to hand a cluster with all that is under it to another municipality (C2). Happens when that one has consented, on the day given, which does not lie behind. */
  readonly proposeTransfer?: Maybe<Transfer>;
  /** Creates a cluster (R1, R2, R9, R10). The number is issued here. CROSS_VALIDATION where legal basis and ownership do not fit. */
  readonly registerInstitution?: Maybe<DaycarePayload>;
  /** Creates a further address under a unit (R9). Refuses as `registerUnit` does. */
  readonly registerLocation?: Maybe<DaycarePayload>;
  /** Creates a unit under a cluster (R9). DAYCARE_CLOSED under a closed one, CROSS_VALIDATION where its kind does not fit, ADDRESS_UNKNOWN and PRODUCTION_UNIT_INACTIVE where the other registers say so (R15, R16). */
  readonly registerUnit?: Maybe<DaycarePayload>;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationAnswerTransferArgs = {
  accept: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationCancelPlannedArgs = {
  act?: InputMaybe<Scalars['ID']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  reason: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationChangeInstitutionArgs = {
  changes: InstitutionChanges;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationChangeLocationArgs = {
  acceptFindings?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  changes: LocationChanges;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationChangeUnitArgs = {
  acceptFindings?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  changes: UnitChanges;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationCloseDaycareArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason: Scalars['String']['input'];
  succeededBy?: InputMaybe<ReadonlyArray<Scalars['InstitutionNumber']['input']>>;
  version: Scalars['Int']['input'];
  withChildren?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationDismissDuplicateArgs = {
  numbers: ReadonlyArray<Scalars['InstitutionNumber']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationLoadRegisterRowsArgs = {
  rows: ReadonlyArray<RegisterRowInput>;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationMoveLocationArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['InstitutionNumber']['input'];
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationMoveUnitArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['InstitutionNumber']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['InstitutionNumber']['input'];
  version: Scalars['Int']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationProposeTransferArgs = {
  number: Scalars['InstitutionNumber']['input'];
  on: Scalars['Date']['input'];
  reason: Scalars['String']['input'];
  to: Scalars['MunicipalityCode']['input'];
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationRegisterInstitutionArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: RegisterInstitutionInput;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationRegisterLocationArgs = {
  acceptFindings?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: RegisterLocationInput;
};


/** What can be done to the register, by whom its policy table names (R1, R2). An act with `on` ahead is planned and happens on that day; a change, a move or a registering with `on` behind puts right what was true since then. */
export type MutationRegisterUnitArgs = {
  acceptFindings?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: RegisterUnitInput;
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

/** Anvisningsenhed: where a child is assigned. */
export type PlacementUnit = Daycare & {
  readonly __typename?: 'PlacementUnit';
  /** Whether users can be tied to it: it is open and has company and production unit number (I12). */
  readonly acceptsUsers: Scalars['Boolean']['output'];
  /** Where it lies. */
  readonly address: Address;
  /** Company number (CVR), eight digits. */
  readonly companyNumber?: Maybe<Scalars['String']['output']>;
  /** Its e-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** What is wrong or doubtful, and need not stop anyone. */
  readonly findings: ReadonlyArray<Finding>;
  /** Who changed what, newest first. */
  readonly history: HistoryConnection;
  /** The cluster it belongs to. */
  readonly institution: DaycareInstitution;
  /** Older numbers it was known by (A-numbers). */
  readonly legacyNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** The section of law, its cluster's; null with a finding where the source does not tell. */
  readonly legalBasis?: Maybe<LegalBasis>;
  /** The official code of the section of law (lovgrundlagKode); null, since the codes are not published. */
  readonly legalBasisCode?: Maybe<Scalars['Int']['output']>;
  /** Which of the three levels. */
  readonly level: DaycareLevel;
  /** Its further addresses that are not closed, by number. */
  readonly locations: ReadonlyArray<AlternativeAddress>;
  /** The administering municipality (admKommuneKode), its cluster's. */
  readonly municipality: Municipality;
  /** Its name, at most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['output'];
  /** Its number for ever, issued by the register (R10, R28). */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** The form of ownership, its cluster's. */
  readonly ownership: Ownership;
  /** The official code of the form of ownership (ejerformKode), 1 to 4. */
  readonly ownershipCode: Scalars['Int']['output'];
  /** Its telephone number. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What is planned to happen to it, by day; empty in a picture of another moment. */
  readonly planned: ReadonlyArray<PlannedAct>;
  /** The units this one follows after. */
  readonly predecessors: ReadonlyArray<Daycare>;
  /** Production unit number (P), ten digits; several daycares may share one (R18). */
  readonly productionUnitNumber?: Maybe<Scalars['String']['output']>;
  /** Whether the caller may do this, by the same table that decides when it is done. */
  readonly registerPermission?: Maybe<Permission>;
  /** Where it stands in its life. */
  readonly status: LifecycleStatus;
  /** The units that follow after this one. */
  readonly successors: ReadonlyArray<Daycare>;
  /** The kind of daycare. */
  readonly type: DaycareType;
  /** The official code of the kind (InstType3), 6010 to 6022. */
  readonly typeCode: Scalars['Int']['output'];
  /** Since when these facts hold. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Counts the changes; to be given back with the next one. */
  readonly version: Scalars['Int']['output'];
};


/** Anvisningsenhed: where a child is assigned. */
export type PlacementUnitHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Anvisningsenhed: where a child is assigned. */
export type PlacementUnitRegisterPermissionArgs = {
  action: RegisterAction;
};

/** A page of units, by number. */
export type PlacementUnitConnection = {
  readonly __typename?: 'PlacementUnitConnection';
  /** The units with their cursors. */
  readonly edges: ReadonlyArray<PlacementUnitEdge>;
  /** The units. */
  readonly nodes: ReadonlyArray<PlacementUnit>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A unit in a list. */
export type PlacementUnitEdge = {
  readonly __typename?: 'PlacementUnitEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The unit. */
  readonly node: PlacementUnit;
};

/** Something that is to happen on a day ahead. */
export type PlannedAct = {
  readonly __typename?: 'PlannedAct';
  /** On whose behalf. */
  readonly byOrganisation: Scalars['String']['output'];
  /** What will change of this daycare, as it looked when it was planned. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** Names it where it is cancelled alone. */
  readonly id: Scalars['ID']['output'];
  /** What will be told in the history then. */
  readonly kind: DaycareChangeKind;
  /** On which day, Danish time. */
  readonly on: Scalars['Date']['output'];
  /** The reason given. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What can be asked of the register; it is public to all who have come in. */
export type Query = {
  readonly __typename?: 'Query';
  /** A daycare by its number; an older number it was known by is answered with the daycare it became. With `asOf` and `knownAt` as it was then, as the register knew it then; below it that holds for its cluster, units and locations, not for what other subgraphs add. `asOf` ahead shows what is planned. NOT_FOUND if there is none, or was none then. */
  readonly daycare?: Maybe<Daycare>;
  /** What happened after a cursor, in commit order; waits up to `waitSeconds` (at most 25) for something to happen. Without a cursor from the beginning. */
  readonly daycareChanges?: Maybe<DaycareChangePage>;
  /** Daycares by number, or with `text` the best match first. NOT_FOUND for a municipality that is none, INVALID_INPUT for a cursor that is none. */
  readonly daycares?: Maybe<DaycareConnection>;
  /** Likely doubles in a municipality, for its people to look at (C5). */
  readonly duplicateCandidates?: Maybe<DuplicateConnection>;
  /** All 98 municipalities, by code. */
  readonly municipalities?: Maybe<ReadonlyArray<Municipality>>;
  /** A municipality by its code. NOT_FOUND if there is none, as for 0411. */
  readonly municipality?: Maybe<Municipality>;
  /** How many daycares, by any of the dimensions. `from` and `to` bound the months; the last twelve if left out, at most 120. */
  readonly registerStatistics?: Maybe<ReadonlyArray<RegisterCount>>;
  /** Transfers that the caller's municipality proposed or is asked about, newest first; the agency sees all. */
  readonly transfers?: Maybe<TransferConnection>;
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryDaycareArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  number: Scalars['InstitutionNumber']['input'];
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryDaycareChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryDaycaresArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DaycareFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryDuplicateCandidatesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality: Scalars['MunicipalityCode']['input'];
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryMunicipalityArgs = {
  code: Scalars['MunicipalityCode']['input'];
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryRegisterStatisticsArgs = {
  by: ReadonlyArray<RegisterDimension>;
  filter?: InputMaybe<DaycareFilter>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** What can be asked of the register; it is public to all who have come in. */
export type QueryTransfersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<ReadonlyArray<TransferState>>;
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

/** What can be done to the register. */
export type RegisterAction =
  /** Change its facts. */
  | 'CHANGE'
  /** Close it (R28, R29). */
  | 'CLOSE'
  /** Move a unit to another cluster, or a location to another unit (R26). */
  | 'MOVE'
  /** Create a daycare. */
  | 'REGISTER'
  /** Hand it to another municipality (C2). */
  | 'TRANSFER';

/** One number of the register's statistics. */
export type RegisterCount = {
  readonly __typename?: 'RegisterCount';
  /** How many daycares. */
  readonly daycares: Scalars['Int']['output'];
  /** Its coordinates, one for each dimension asked, in the order asked. */
  readonly keys: ReadonlyArray<StatisticCell>;
};

/** By what the register is counted. */
export type RegisterDimension =
  /** The code of a finding; a daycare counts once for each of its findings. Not together with MONTH. */
  | 'FINDING'
  /** Whether cluster, unit or location. */
  | 'LEVEL'
  /** As the register stood at the end of each month, as it is known now; the key is 2026-11. */
  | 'MONTH'
  /** The administering municipality; the key is its code. */
  | 'MUNICIPALITY'
  /** The form of ownership. */
  | 'OWNERSHIP'
  /** Where it stands in its life. */
  | 'STATUS'
  /** The kind of unit; NONE for clusters and locations. */
  | 'TYPE';

/** A new cluster (R9: it comes first). */
export type RegisterInstitutionInput = {
  /** The section of law; must fit the ownership (R22). */
  readonly legalBasis: LegalBasis;
  /** The administering municipality. */
  readonly municipality: Scalars['MunicipalityCode']['input'];
  /** At most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['input'];
  /** The day it holds from, Danish time; today if left out. Ahead: planned until then. Behind: registered late, and said so in the history. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** The form of ownership. */
  readonly ownership: Ownership;
  /** Why; kept in the history. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A new further address of an open unit (R9). */
export type RegisterLocationInput = {
  /** Where it lies. */
  readonly address: AddressInput;
  /** At most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['input'];
  /** The day it holds from, Danish time; today if left out. Ahead: planned until then. Behind: registered late, and said so in the history. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** Ten digits, active in the company register (R16); without it the location takes no users. */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
  /** Why; kept in the history. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The unit's number. */
  readonly unit: Scalars['InstitutionNumber']['input'];
};

/** A row of the register's own export, with its number; only the agency may hand it in. */
export type RegisterRowInput = {
  /** Where it lies; units and locations. */
  readonly address?: InputMaybe<AddressInput>;
  /** Whether the row says that it is closed (Nedlagt). */
  readonly closed: Scalars['Boolean']['input'];
  /** Eight digits. */
  readonly companyNumber?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The cluster's number; units and locations. */
  readonly institution?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  /** Older numbers it was known by. */
  readonly legacyNumbers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The section of law, where the source tells it. */
  readonly legalBasis?: InputMaybe<LegalBasis>;
  /** The row's level. */
  readonly level: DaycareLevel;
  /** The line of the file, told back with what became of the row. */
  readonly line: Scalars['Int']['input'];
  /** The administering municipality. */
  readonly municipality: Scalars['MunicipalityCode']['input'];
  /** At most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['input'];
  /** Its number, issued by the register before. */
  readonly number: Scalars['InstitutionNumber']['input'];
  /** The form of ownership. */
  readonly ownership: Ownership;
  /** Telephone number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits. */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
  /** The kind; units. */
  readonly type?: InputMaybe<DaycareType>;
  /** The unit's number; locations. */
  readonly unit?: InputMaybe<Scalars['InstitutionNumber']['input']>;
};

/** A new unit under an open cluster (R9). */
export type RegisterUnitInput = {
  /** Where it lies. */
  readonly address: AddressInput;
  /** Eight digits; filled in from the company register where it is left out and the production unit is known there. */
  readonly companyNumber?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes of UTF-8. Required under a private cluster (R12). */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The cluster's number. */
  readonly institution: Scalars['InstitutionNumber']['input'];
  /** At most 132 bytes of UTF-8. */
  readonly name: Scalars['String']['input'];
  /** The day it holds from, Danish time; today if left out. Ahead: planned until then. Behind: registered late, and said so in the history. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** At most 20 characters. Required under a private cluster (R12). */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, active in the company register (R16); without it and the company number the unit takes no users. Required under a private cluster (R12). */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
  /** Why; kept in the history. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The kind; must fit the cluster's ownership and legal basis (R22). */
  readonly type: DaycareType;
};

/** What became of a row. */
export type RowOutcome =
  /** Something of it differed. */
  | 'CHANGED'
  /** It was not there before. */
  | 'CREATED'
  /** It could not be taken; nothing of it was kept. */
  | 'REFUSED'
  /** It was there just so. */
  | 'UNCHANGED';

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

/** A cluster with all that is under it, on its way from one municipality to another by both municipalities' consent (C2). */
export type Transfer = {
  readonly __typename?: 'Transfer';
  /** The cluster. */
  readonly daycare: Daycare;
  /** The municipality that administers it when it is proposed. */
  readonly from: Municipality;
  /** Names the transfer. */
  readonly id: Scalars['ID']['output'];
  /** From which day on, Danish time. */
  readonly on: Scalars['Date']['output'];
  /** Why; shown to both municipalities and the agency, and in the public history once it has taken place. */
  readonly reason: Scalars['String']['output'];
  /** Where it stands. */
  readonly state: TransferState;
  /** The municipality that is to administer it. */
  readonly to: Municipality;
};

/** A page of transfers, newest first. */
export type TransferConnection = {
  readonly __typename?: 'TransferConnection';
  /** The transfers with their cursors. */
  readonly edges: ReadonlyArray<TransferEdge>;
  /** The transfers. */
  readonly nodes: ReadonlyArray<Transfer>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A transfer in a list. */
export type TransferEdge = {
  readonly __typename?: 'TransferEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The transfer. */
  readonly node: Transfer;
};

/** Where a transfer between municipalities stands (C2). */
export type TransferState =
  /** Both have consented: it happens on its day. */
  | 'ACCEPTED'
  /** The other municipality has not answered. */
  | 'PROPOSED'
  /** Refused by the other municipality, or taken back by the one that proposed it. */
  | 'REFUSED';

/** What changes on a unit; what is left out stays, what is null is taken away where it may be absent. */
export type UnitChanges = {
  /** The whole new address. */
  readonly address?: InputMaybe<AddressInput>;
  /** Eight digits; its locations go along where they had the same. */
  readonly companyNumber?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes of UTF-8. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes of UTF-8. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** At most 20 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, active in the company register (R16). */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
  /** The new kind; must fit the cluster's ownership (R22). */
  readonly type?: InputMaybe<DaycareType>;
};

/** A unit's new kind. */
export type UnitTypeInput = {
  /** The unit's number. */
  readonly number: Scalars['InstitutionNumber']['input'];
  /** Its kind. */
  readonly type: DaycareType;
};



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
  AlternativeAddress: AlternativeAddress;
  Daycare: Daycare;
  DaycareInstitution: DaycareInstitution;
  Municipality: Municipality;
  PlacementUnit: PlacementUnit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AlternativeAddress:
    ( { __typename: 'AlternativeAddress' }
    & GraphQLRecursivePick<FederationTypes['AlternativeAddress'], {"number":true}> );
  Daycare:
    ( { __typename: 'Daycare' }
    & GraphQLRecursivePick<FederationTypes['Daycare'], {"number":true}> );
  DaycareInstitution:
    ( { __typename: 'DaycareInstitution' }
    & GraphQLRecursivePick<FederationTypes['DaycareInstitution'], {"number":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
  PlacementUnit:
    ( { __typename: 'PlacementUnit' }
    & GraphQLRecursivePick<FederationTypes['PlacementUnit'], {"number":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<TheDaycare>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AddressInput: AddressInput;
  AlternativeAddress: ResolverTypeWrapper<SeenDaycare>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Consequence: ResolverTypeWrapper<Consequence>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Daycare: ResolverTypeWrapper<SeenDaycare>;
  DaycareChange: ResolverTypeWrapper<TheToldChange>;
  DaycareChangeKind: DaycareChangeKind;
  DaycareChangePage: ResolverTypeWrapper<Omit<DaycareChangePage, 'changes'> & { changes: ReadonlyArray<ResolversTypes['DaycareChange']> }>;
  DaycareConnection: ResolverTypeWrapper<DaycarePage>;
  DaycareEdge: ResolverTypeWrapper<Omit<DaycareEdge, 'node'> & { node: ResolversTypes['Daycare'] }>;
  DaycareFilter: DaycareFilter;
  DaycareInstitution: ResolverTypeWrapper<SeenDaycare>;
  DaycareLevel: DaycareLevel;
  DaycarePayload: ResolverTypeWrapper<TheDaycarePayload>;
  DaycareType: DaycareType;
  DuplicateCandidate: ResolverTypeWrapper<TheCandidate>;
  DuplicateConnection: ResolverTypeWrapper<DuplicatePage>;
  DuplicateEdge: ResolverTypeWrapper<Omit<DuplicateEdge, 'node'> & { node: ResolversTypes['DuplicateCandidate'] }>;
  Fact: ResolverTypeWrapper<Fact>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  Finding: ResolverTypeWrapper<Finding>;
  HistoryConnection: ResolverTypeWrapper<HistoryPage>;
  HistoryEdge: ResolverTypeWrapper<Omit<HistoryEdge, 'node'> & { node: ResolversTypes['HistoryEntry'] }>;
  HistoryEntry: ResolverTypeWrapper<TheToldChange>;
  InstitutionChanges: InstitutionChanges;
  InstitutionNumber: ResolverTypeWrapper<Scalars['InstitutionNumber']['output']>;
  LegalBasis: LegalBasis;
  LifecycleStatus: LifecycleStatus;
  LoadRegisterPayload: ResolverTypeWrapper<LoadRegisterPayload>;
  LoadedRow: ResolverTypeWrapper<LoadedRow>;
  LocationChanges: LocationChanges;
  Municipality: ResolverTypeWrapper<TheMunicipality>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NationalNumber: ResolverTypeWrapper<Scalars['NationalNumber']['output']>;
  Ownership: Ownership;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permission: ResolverTypeWrapper<Permission>;
  PlacementUnit: ResolverTypeWrapper<SeenDaycare>;
  PlacementUnitConnection: ResolverTypeWrapper<UnitPage>;
  PlacementUnitEdge: ResolverTypeWrapper<Omit<PlacementUnitEdge, 'node'> & { node: ResolversTypes['PlacementUnit'] }>;
  PlannedAct: ResolverTypeWrapper<PlannedFor>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<Refusal>;
  RegisterAction: RegisterAction;
  RegisterCount: ResolverTypeWrapper<RegisterCount>;
  RegisterDimension: RegisterDimension;
  RegisterInstitutionInput: RegisterInstitutionInput;
  RegisterLocationInput: RegisterLocationInput;
  RegisterRowInput: RegisterRowInput;
  RegisterUnitInput: RegisterUnitInput;
  RowOutcome: RowOutcome;
  StatisticCell: ResolverTypeWrapper<StatisticCell>;
  Transfer: ResolverTypeWrapper<TheTransfer>;
  TransferConnection: ResolverTypeWrapper<TransferPage>;
  TransferEdge: ResolverTypeWrapper<Omit<TransferEdge, 'node'> & { node: ResolversTypes['Transfer'] }>;
  TransferState: TransferState;
  UnitChanges: UnitChanges;
  UnitTypeInput: UnitTypeInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: TheDaycare;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  AddressInput: AddressInput;
  AlternativeAddress: SeenDaycare;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  Consequence: Consequence;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Daycare: SeenDaycare;
  DaycareChange: TheToldChange;
  DaycareChangePage: Omit<DaycareChangePage, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['DaycareChange']> };
  DaycareConnection: DaycarePage;
  DaycareEdge: Omit<DaycareEdge, 'node'> & { node: ResolversParentTypes['Daycare'] };
  DaycareFilter: DaycareFilter;
  DaycareInstitution: SeenDaycare;
  DaycarePayload: TheDaycarePayload;
  DuplicateCandidate: TheCandidate;
  DuplicateConnection: DuplicatePage;
  DuplicateEdge: Omit<DuplicateEdge, 'node'> & { node: ResolversParentTypes['DuplicateCandidate'] };
  Fact: Fact;
  FieldChange: FieldChange;
  Finding: Finding;
  HistoryConnection: HistoryPage;
  HistoryEdge: Omit<HistoryEdge, 'node'> & { node: ResolversParentTypes['HistoryEntry'] };
  HistoryEntry: TheToldChange;
  InstitutionChanges: InstitutionChanges;
  InstitutionNumber: Scalars['InstitutionNumber']['output'];
  LoadRegisterPayload: LoadRegisterPayload;
  LoadedRow: LoadedRow;
  LocationChanges: LocationChanges;
  Municipality: TheMunicipality;
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  NationalNumber: Scalars['NationalNumber']['output'];
  PageInfo: PageInfo;
  Permission: Permission;
  PlacementUnit: SeenDaycare;
  PlacementUnitConnection: UnitPage;
  PlacementUnitEdge: Omit<PlacementUnitEdge, 'node'> & { node: ResolversParentTypes['PlacementUnit'] };
  PlannedAct: PlannedFor;
  Query: Record<PropertyKey, never>;
  Refusal: Refusal;
  RegisterCount: RegisterCount;
  RegisterInstitutionInput: RegisterInstitutionInput;
  RegisterLocationInput: RegisterLocationInput;
  RegisterRowInput: RegisterRowInput;
  RegisterUnitInput: RegisterUnitInput;
  StatisticCell: StatisticCell;
  Transfer: TheTransfer;
  TransferConnection: TransferPage;
  TransferEdge: Omit<TransferEdge, 'node'> & { node: ResolversParentTypes['Transfer'] };
  UnitChanges: UnitChanges;
  UnitTypeInput: UnitTypeInput;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  addressId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  houseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipalityCode?: Resolver<Maybe<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supplementaryTown?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  town?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlternativeAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlternativeAddress'] = ResolversParentTypes['AlternativeAddress'], FederationReferenceType extends FederationReferenceTypes['AlternativeAddress'] = FederationReferenceTypes['AlternativeAddress']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AlternativeAddress']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptsUsers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  companyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<AlternativeAddressHistoryArgs, 'first'>>;
  legacyNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  legalBasisCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['DaycareLevel'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  ownership?: Resolver<ResolversTypes['Ownership'], ParentType, ContextType>;
  ownershipCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  planned?: Resolver<ReadonlyArray<ResolversTypes['PlannedAct']>, ParentType, ContextType>;
  predecessors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  productionUnitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registerPermission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<AlternativeAddressRegisterPermissionArgs, 'action'>>;
  status?: Resolver<ResolversTypes['LifecycleStatus'], ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PlacementUnit'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsequenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consequence'] = ResolversParentTypes['Consequence']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DaycareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Daycare'] = ResolversParentTypes['Daycare'], FederationReferenceType extends FederationReferenceTypes['Daycare'] = FederationReferenceTypes['Daycare']> = {
  __resolveType: TypeResolveFn<'AlternativeAddress' | 'DaycareInstitution' | 'PlacementUnit', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Daycare']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type DaycareChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycareChange'] = ResolversParentTypes['DaycareChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  daycare?: Resolver<ResolversTypes['Daycare'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DaycareChangeKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['InstitutionNumber']>, ParentType, ContextType>;
};

export type DaycareChangePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycareChangePage'] = ResolversParentTypes['DaycareChangePage']> = {
  caughtUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['DaycareChange']>, ParentType, ContextType>;
  nextCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
};

export type DaycareConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycareConnection'] = ResolversParentTypes['DaycareConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DaycareEdge']>, ParentType, ContextType>;
  feedPosition?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DaycareEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycareEdge'] = ResolversParentTypes['DaycareEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Daycare'], ParentType, ContextType>;
};

export type DaycareInstitutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycareInstitution'] = ResolversParentTypes['DaycareInstitution'], FederationReferenceType extends FederationReferenceTypes['DaycareInstitution'] = FederationReferenceTypes['DaycareInstitution']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DaycareInstitution']> | FederationReferenceType, FederationReferenceType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<DaycareInstitutionHistoryArgs, 'first'>>;
  legacyNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  legalBasisCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['DaycareLevel'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  ownership?: Resolver<ResolversTypes['Ownership'], ParentType, ContextType>;
  ownershipCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  planned?: Resolver<ReadonlyArray<ResolversTypes['PlannedAct']>, ParentType, ContextType>;
  predecessors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  registerPermission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<DaycareInstitutionRegisterPermissionArgs, 'action'>>;
  status?: Resolver<ResolversTypes['LifecycleStatus'], ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['PlacementUnitConnection'], ParentType, ContextType, RequireFields<DaycareInstitutionUnitsArgs, 'first'>>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DaycarePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DaycarePayload'] = ResolversParentTypes['DaycarePayload']> = {
  affected?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  consequences?: Resolver<ReadonlyArray<ResolversTypes['Consequence']>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
};

export type DuplicateCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DuplicateCandidate'] = ResolversParentTypes['DuplicateCandidate']> = {
  because?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  daycares?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DuplicateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DuplicateConnection'] = ResolversParentTypes['DuplicateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DuplicateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DuplicateCandidate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DuplicateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DuplicateEdge'] = ResolversParentTypes['DuplicateEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DuplicateCandidate'], ParentType, ContextType>;
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

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryConnection'] = ResolversParentTypes['HistoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HistoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEdge'] = ResolversParentTypes['HistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HistoryEntry'], ParentType, ContextType>;
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

export type LoadRegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadRegisterPayload'] = ResolversParentTypes['LoadRegisterPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['LoadedRow']>, ParentType, ContextType>;
};

export type LoadedRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadedRow'] = ResolversParentTypes['LoadedRow']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RowOutcome'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  companyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  daycares?: Resolver<Maybe<ResolversTypes['DaycareConnection']>, ParentType, ContextType, RequireFields<MunicipalityDaycaresArgs, 'filter' | 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registerPermission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<MunicipalityRegisterPermissionArgs, 'action'>>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerTransfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType, RequireFields<MutationAnswerTransferArgs, 'accept' | 'id'>>;
  cancelPlanned?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationCancelPlannedArgs, 'number' | 'reason' | 'version'>>;
  changeInstitution?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationChangeInstitutionArgs, 'changes' | 'dryRun' | 'number' | 'version'>>;
  changeLocation?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationChangeLocationArgs, 'changes' | 'dryRun' | 'number' | 'version'>>;
  changeUnit?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationChangeUnitArgs, 'changes' | 'dryRun' | 'number' | 'version'>>;
  closeDaycare?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationCloseDaycareArgs, 'dryRun' | 'number' | 'reason' | 'version' | 'withChildren'>>;
  dismissDuplicate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationDismissDuplicateArgs, 'numbers' | 'reason'>>;
  loadRegisterRows?: Resolver<Maybe<ResolversTypes['LoadRegisterPayload']>, ParentType, ContextType, RequireFields<MutationLoadRegisterRowsArgs, 'rows'>>;
  moveLocation?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationMoveLocationArgs, 'dryRun' | 'number' | 'to' | 'version'>>;
  moveUnit?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationMoveUnitArgs, 'dryRun' | 'number' | 'to' | 'version'>>;
  proposeTransfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType, RequireFields<MutationProposeTransferArgs, 'number' | 'on' | 'reason' | 'to'>>;
  registerInstitution?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationRegisterInstitutionArgs, 'dryRun' | 'input'>>;
  registerLocation?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationRegisterLocationArgs, 'dryRun' | 'input'>>;
  registerUnit?: Resolver<Maybe<ResolversTypes['DaycarePayload']>, ParentType, ContextType, RequireFields<MutationRegisterUnitArgs, 'dryRun' | 'input'>>;
};

export interface NationalNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalNumber'], any> {
  name: 'NationalNumber';
}

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

export type PlacementUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementUnit'] = ResolversParentTypes['PlacementUnit'], FederationReferenceType extends FederationReferenceTypes['PlacementUnit'] = FederationReferenceTypes['PlacementUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PlacementUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptsUsers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  companyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<PlacementUnitHistoryArgs, 'first'>>;
  institution?: Resolver<ResolversTypes['DaycareInstitution'], ParentType, ContextType>;
  legacyNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  legalBasisCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['DaycareLevel'], ParentType, ContextType>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['AlternativeAddress']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  ownership?: Resolver<ResolversTypes['Ownership'], ParentType, ContextType>;
  ownershipCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  planned?: Resolver<ReadonlyArray<ResolversTypes['PlannedAct']>, ParentType, ContextType>;
  predecessors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  productionUnitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registerPermission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<PlacementUnitRegisterPermissionArgs, 'action'>>;
  status?: Resolver<ResolversTypes['LifecycleStatus'], ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['Daycare']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DaycareType'], ParentType, ContextType>;
  typeCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlacementUnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementUnitConnection'] = ResolversParentTypes['PlacementUnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PlacementUnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PlacementUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PlacementUnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementUnitEdge'] = ResolversParentTypes['PlacementUnitEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlacementUnit'], ParentType, ContextType>;
};

export type PlannedActResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedAct'] = ResolversParentTypes['PlannedAct']> = {
  byOrganisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DaycareChangeKind'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType, RequireFields<QueryDaycareArgs, 'number'>>;
  daycareChanges?: Resolver<Maybe<ResolversTypes['DaycareChangePage']>, ParentType, ContextType, RequireFields<QueryDaycareChangesArgs, 'first' | 'waitSeconds'>>;
  daycares?: Resolver<Maybe<ResolversTypes['DaycareConnection']>, ParentType, ContextType, RequireFields<QueryDaycaresArgs, 'filter' | 'first'>>;
  duplicateCandidates?: Resolver<Maybe<ResolversTypes['DuplicateConnection']>, ParentType, ContextType, RequireFields<QueryDuplicateCandidatesArgs, 'first' | 'municipality'>>;
  municipalities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Municipality']>>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType, RequireFields<QueryMunicipalityArgs, 'code'>>;
  registerStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegisterCount']>>, ParentType, ContextType, RequireFields<QueryRegisterStatisticsArgs, 'by' | 'filter'>>;
  transfers?: Resolver<Maybe<ResolversTypes['TransferConnection']>, ParentType, ContextType, RequireFields<QueryTransfersArgs, 'first'>>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RegisterCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterCount'] = ResolversParentTypes['RegisterCount']> = {
  daycares?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['StatisticCell']>, ParentType, ContextType>;
};

export type StatisticCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticCell'] = ResolversParentTypes['StatisticCell']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transfer'] = ResolversParentTypes['Transfer']> = {
  daycare?: Resolver<ResolversTypes['Daycare'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TransferState'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
};

export type TransferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferConnection'] = ResolversParentTypes['TransferConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TransferEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Transfer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TransferEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferEdge'] = ResolversParentTypes['TransferEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transfer'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  AlternativeAddress?: AlternativeAddressResolvers<ContextType>;
  Consequence?: ConsequenceResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Daycare?: DaycareResolvers<ContextType>;
  DaycareChange?: DaycareChangeResolvers<ContextType>;
  DaycareChangePage?: DaycareChangePageResolvers<ContextType>;
  DaycareConnection?: DaycareConnectionResolvers<ContextType>;
  DaycareEdge?: DaycareEdgeResolvers<ContextType>;
  DaycareInstitution?: DaycareInstitutionResolvers<ContextType>;
  DaycarePayload?: DaycarePayloadResolvers<ContextType>;
  DuplicateCandidate?: DuplicateCandidateResolvers<ContextType>;
  DuplicateConnection?: DuplicateConnectionResolvers<ContextType>;
  DuplicateEdge?: DuplicateEdgeResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  HistoryConnection?: HistoryConnectionResolvers<ContextType>;
  HistoryEdge?: HistoryEdgeResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  InstitutionNumber?: GraphQLScalarType;
  LoadRegisterPayload?: LoadRegisterPayloadResolvers<ContextType>;
  LoadedRow?: LoadedRowResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NationalNumber?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  PlacementUnit?: PlacementUnitResolvers<ContextType>;
  PlacementUnitConnection?: PlacementUnitConnectionResolvers<ContextType>;
  PlacementUnitEdge?: PlacementUnitEdgeResolvers<ContextType>;
  PlannedAct?: PlannedActResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RegisterCount?: RegisterCountResolvers<ContextType>;
  StatisticCell?: StatisticCellResolvers<ContextType>;
  Transfer?: TransferResolvers<ContextType>;
  TransferConnection?: TransferConnectionResolvers<ContextType>;
  TransferEdge?: TransferEdgeResolvers<ContextType>;
};

