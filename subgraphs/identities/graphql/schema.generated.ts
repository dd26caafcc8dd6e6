import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DaycareKey, MunicipalityKey, ShownRelation, PeoplePage, ShownRun, NoticePage, RunPage, ShownSummary, Overview, UnitPage, Context } from './context.ts';
import type { Person as ThePerson } from '../domain/people/person.ts';
import type { Affiliation as TheAffiliation } from '../domain/people/affiliation.ts';
import type { Group as TheGroup } from '../domain/people/group.ts';
import type { ImportSource as TheImportSource, ImportCounts as TheImportCounts } from '../domain/importing/import-run.ts';
import type { ImportNotice as TheImportNotice } from '../domain/importing/import-notice.ts';
import type { ToldHold } from '../domain/deciding/import-decision.ts';
import type { ShownChange } from '../domain/reading/shown-change.ts';
import type { PlanPage } from './importing/answers.ts';
import type { ShownIdentityCount } from './statistics/statistics-resolvers.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import type { VisibleChange } from '../actions/reading/read-changes.ts';
import type { PersonTrace as ThePersonTrace } from '../domain/tracing/trace.ts';
import type { Activation as TheActivation } from '../domain/logins/activation.ts';
import type { LoginUser as TheLoginUser, LoginUserRole as TheLoginUserRole, LoginUserPage as TheLoginUserPage } from '../domain/logins/login-user.ts';
import type { OwnRecord, OwnChild, ReadPage } from './logins/own-record.ts';
import type { OwnRead } from '../domain/logins/own-reader.ts';
import type { UsePage } from '../domain/uses/use-feed.ts';
import type { AccessUse as TheAccessUse } from '../domain/uses/access-use.ts';
import type { ShownReidentification } from './identifying/reidentify.ts';
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

/** What an access was used for on one day, in all so far: telling it again takes the place of what was told before. */
export type AccessUseDay = {
  readonly __typename?: 'AccessUseDay';
  /** The access, by its id in the agreements. */
  readonly access: Scalars['ID']['output'];
  /** The day in Denmark. */
  readonly day: Scalars['Date']['output'];
  /** Documents that were sent in by it and left a run, refused ones among them. */
  readonly imports: Scalars['Int']['output'];
  /** When it was last used on that day. */
  readonly lastUsedAt: Scalars['DateTime']['output'];
  /** Persons on these pages and in the documents sent, each as often as shown or sent. */
  readonly persons: Scalars['Int']['output'];
  /** Pages of persons that were read by it. */
  readonly reads: Scalars['Int']['output'];
};

/** Days of accesses in the order of telling. A day is told when an access is first used on it, and again an hour later at the soonest. */
export type AccessUsePage = {
  readonly __typename?: 'AccessUsePage';
  /** Whether this page ends with the last that was told. */
  readonly caughtUp: Scalars['Boolean']['output'];
  /** Days that were told, or told again, behind the cursor. */
  readonly changes: ReadonlyArray<AccessUseDay>;
  /** Ask the next page after this. */
  readonly nextCursor: Scalars['Cursor']['output'];
};

/** That somebody without a national e-ID gets a code by letter (P13). The code is in no answer: it is made when a second person confirms, and goes into a sealed letter. */
export type Activation = {
  readonly __typename?: 'Activation';
  /** How it reaches the person. */
  readonly deliveredTo: Scalars['String']['output'];
  /** Until when a second person may confirm; once one has, until when the code is good: seven days either way. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Whether a second person has yet to confirm. */
  readonly needsSecondPerson: Scalars['Boolean']['output'];
  /** Who gets it. */
  readonly uniId: Scalars['ID']['output'];
};

/** What one source at one daycare says of a person, and since when. Fields outside what is held at this daycare answer CATEGORY_NOT_GRANTED and name the category. */
export type Affiliation = {
  readonly __typename?: 'Affiliation';
  /** Home address. ADDRESS; null without PROTECTED_NAME for the protected, and for a contact with custody of a protected child, or at its address. */
  readonly address?: Maybe<PostalAddress>;
  /** Day of birth. BIRTH_DATE_GENDER. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** The children whose contact this is here. CONTACT_PERSONS. */
  readonly children?: Maybe<ReadonlyArray<ContactRelation>>;
  /** The child's contacts here. CONTACT_PERSONS. */
  readonly contacts?: Maybe<ReadonlyArray<ContactRelation>>;
  /** The daycare as the register keeps it. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** E-mail address. EMAIL; null for the protected without PROTECTED_NAME. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  readonly from: Scalars['DateTime']['output'];
  /** Whether the right to send has ended: nothing new comes, and the tie is kept for a while (Q5). */
  readonly frozen: Scalars['Boolean']['output'];
  /** M or K. BIRTH_DATE_GENDER. */
  readonly gender?: Maybe<Scalars['String']['output']>;
  /** Further groups. GROUPS. */
  readonly groups?: Maybe<ReadonlyArray<Group>>;
  /** Its own id; a person who leaves and comes back gets a new tie. */
  readonly id: Scalars['ID']['output'];
  /** Level of a child, DT for daycare. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** The source's own id of the person. LOCAL_ID. */
  readonly localPersonId?: Maybe<Scalars['String']['output']>;
  /** The child's main group, its room. GROUPS. */
  readonly mainGroup?: Maybe<Group>;
  /** The name; the alias where the person is protected, else one that says nothing. */
  readonly name: PersonName;
  /** National number. NATIONAL_NUMBER; null for the protected without PROTECTED_NAME, whose kind is shown all the same (I22). */
  readonly nationalNumber?: Maybe<Scalars['NationalNumber']['output']>;
  /** Kind of national number. NATIONAL_NUMBER. */
  readonly nationalNumberKind?: Maybe<NationalNumberKind>;
  /** Occupation of an employee. */
  readonly occupation?: Maybe<Scalars['String']['output']>;
  /** Who it is. */
  readonly person: Person;
  /** Telephone numbers. PHONE; null for the protected without PROTECTED_NAME. */
  readonly phones?: Maybe<ReadonlyArray<Phone>>;
  /** Barn; Pædagog, Leder and so on; Praktikant or Ekstern. Empty for a contact. */
  readonly positions: ReadonlyArray<Scalars['String']['output']>;
  /** The real name, also of the protected. PROTECTED_NAME. */
  readonly realName?: Maybe<PersonName>;
  /** As what. */
  readonly role: PersonRole;
  /** Initials of an employee. */
  readonly shortName?: Maybe<Scalars['String']['output']>;
  /** The name of the source that says so; it owns only what it sent (I5). */
  readonly source: Scalars['String']['output'];
  /** When the source made the last document that was taken in. */
  readonly sourceDateTime: Scalars['DateTime']['output'];
  /** Until when; null while it goes on. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
};

/** One change of one tie, in commit order. It names fields, never values; read them by what is held now. */
export type AffiliationChange = {
  readonly __typename?: 'AffiliationChange';
  /** The tie as it is now. */
  readonly affiliation?: Maybe<Affiliation>;
  /** The tie; null where the change is of none. */
  readonly affiliationId?: Maybe<Scalars['ID']['output']>;
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** The fields that changed, of those the reader holds. */
  readonly changedFields: ReadonlyArray<Scalars['String']['output']>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** What happened. */
  readonly kind: AffiliationChangeKind;
  /** The cursor behind this change. */
  readonly position: Scalars['Cursor']['output'];
  /** The person; null where the change is of none. */
  readonly uniId?: Maybe<Scalars['ID']['output']>;
};

/** What happened to a tie. */
export type AffiliationChangeKind =
  /** The reader may read the daycare's people from now on, or more of them than before: read a snapshot of it, which takes the place of what was held. */
  | 'ACCESS_BEGAN'
  /** The reader's access ended: all that was fetched of the daycare is to be deleted. Where another access still opens it, ACCESS_BEGAN follows at once. */
  | 'ACCESS_ENDED'
  /** The reader may read nothing of the daycare for now: its access or the daycare is paused. What was fetched is no longer the present picture; ACCESS_BEGAN or ACCESS_ENDED follows. */
  | 'ACCESS_PAUSED'
  /** It began. */
  | 'BEGAN'
  /** Something that the source says of the person changed. */
  | 'CHANGED'
  /** It ended: a tombstone. */
  | 'ENDED'
  /** The tie was erased with all that was kept of it: forget what is held under its id. Neither tie nor person is told. */
  | 'ERASED';

/** Changes in commit order; from the next cursor on nothing is missed and nothing comes twice. */
export type AffiliationChangePage = {
  readonly __typename?: 'AffiliationChangePage';
  /** Whether the log ended with this page. */
  readonly caughtUp: Scalars['Boolean']['output'];
  /** What happened, in commit order; empty where nothing did that the reader may see. */
  readonly changes: ReadonlyArray<AffiliationChange>;
  /** Ask the next page after this; it moves on also where nothing was for this reader. */
  readonly nextCursor: Scalars['Cursor']['output'];
};

/** A page of people, in the order in which their ties began. */
export type AffiliationConnection = {
  readonly __typename?: 'AffiliationConnection';
  /** The ties with their cursors. */
  readonly edges: ReadonlyArray<AffiliationEdge>;
  /** Where the feed stood before the page was read: follow `affiliationChanges` from here to miss nothing. */
  readonly feedPosition: Scalars['Cursor']['output'];
  /** The ties. */
  readonly nodes: ReadonlyArray<Affiliation>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A tie in a list. */
export type AffiliationEdge = {
  readonly __typename?: 'AffiliationEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The tie. */
  readonly node: Affiliation;
};

/** A child. */
export type ChildInput = {
  /** Any number of contacts (I3); in the whole document at most ten a line, and a hundred are always taken (LIMIT_EXCEEDED). A bad one is left out with a notice, while the child goes in. */
  readonly contacts?: InputMaybe<ReadonlyArray<InputMaybe<ContactInput>>>;
  /** Local ids of further groups. */
  readonly groups?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['String']['input']>>>;
  /** DT for daycare; 0 to 10, U1 to U4, VU or Andet of schools. */
  readonly level?: InputMaybe<Scalars['String']['input']>;
  /** Not kept. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** The local id of a group of type Hovedgruppe (I15). */
  readonly mainGroup?: InputMaybe<Scalars['String']['input']>;
  /** Not kept. */
  readonly studentNumber?: InputMaybe<Scalars['String']['input']>;
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

/** A contact of a child, known by national number, else by local id. */
export type ContactInput = {
  /** 0 none, 1 basic, 2 full (Q12); 0 where left out. */
  readonly accessLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Not kept. */
  readonly companyNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whether the contact has custody; no where left out, a notice where null. */
  readonly hasCustody?: InputMaybe<Scalars['Boolean']['input']>;
  /** The source's own id of the contact, at most 60 bytes. */
  readonly localPersonId?: InputMaybe<Scalars['String']['input']>;
  /** Who it is. */
  readonly person?: InputMaybe<PersonInput>;
  /** Not kept. */
  readonly productionUnitNumber?: InputMaybe<Scalars['String']['input']>;
  /** Mor, Far, Andet or Officielt tilknyttet person. */
  readonly relation?: InputMaybe<Scalars['String']['input']>;
};

/** That somebody is a contact of a child at a daycare. */
export type ContactRelation = {
  readonly __typename?: 'ContactRelation';
  /** How much of the child's data the contact may see: 0 none, 1 basic, 2 full (Q12). */
  readonly accessLevel: Scalars['Int']['output'];
  /** The child's tie. */
  readonly child: Affiliation;
  /** The contact's tie. */
  readonly contact: Affiliation;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Whether the contact has custody. */
  readonly hasCustody: Scalars['Boolean']['output'];
  /** Mor, Far, Andet or Officielt tilknyttet person. */
  readonly relation: Scalars['String']['output'];
  /** The source that says so. */
  readonly source: Scalars['String']['output'];
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

/** A daycare on any level, as the register keeps it; here with its people. */
export type Daycare = {
  readonly __typename?: 'Daycare';
  /** The groups its sources name. Needs GROUPS. */
  readonly groups?: Maybe<ReadonlyArray<Group>>;
  /** How many are tied to it, and how it stands with what is sent in. */
  readonly identitySummary?: Maybe<IdentitySummary>;
  /** What was sent to it, newest first; a sending system sees its own only. */
  readonly imports?: Maybe<ImportRunConnection>;
  /** The number that the register issued (R10). */
  readonly number: Scalars['InstitutionNumber']['output'];
  /** Its people, in the order in which their ties began. A system needs an active access to fetch (NO_ACTIVE_ACCESS), a person the mandate (NOT_FOUND); UNAVAILABLE while we cannot be sure that it still stands. */
  readonly people?: Maybe<AffiliationConnection>;
  /** Who sends to it; a sending system sees its own sources only. */
  readonly sources?: Maybe<ReadonlyArray<ImportSource>>;
};


/** A daycare on any level, as the register keeps it; here with its people. */
export type DaycareImportsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A daycare on any level, as the register keeps it; here with its people. */
export type DaycarePeopleArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PeopleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An employee. */
export type EmployeeInput = {
  /** Local ids of groups. */
  readonly groups?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['String']['input']>>>;
  /** Not kept. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes. */
  readonly occupation?: InputMaybe<Scalars['String']['input']>;
  /** Any of Lærer, Pædagog, Vikar, Leder, Ledelse, TAP, Konsulent. */
  readonly positions?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['String']['input']>>>;
  /** Initials, at most 40 bytes. */
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who is there without being employed. */
export type ExternalInput = {
  /** Local ids of groups. */
  readonly groups?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['String']['input']>>>;
  /** Praktikant or Ekstern. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
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

/** How long ago the last document was taken in (P21). */
export type Freshness =
  /** Less than 36 hours. */
  | 'FRESH'
  /** Less than seven days. */
  | 'LATE'
  /** None ever was. */
  | 'NEVER'
  /** Seven days or more. */
  | 'STALE';

/** A group of a source at a daycare; in a daycare the room is the natural main group (I2). */
export type Group = {
  readonly __typename?: 'Group';
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** First day. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Names it here, as a filter of people takes it. */
  readonly id: Scalars['ID']['output'];
  /** The level it is for, DT for daycare. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** The line within a level, as a class letter. */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** The source's own id, unique within the source at the daycare. */
  readonly localId: Scalars['String']['output'];
  /** Its name; the local id where none was given. */
  readonly name: Scalars['String']['output'];
  /** Last day. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** Hovedgruppe, Årgang, Retning, Hold, SFO, Team, Institution or Andet. */
  readonly type: Scalars['String']['output'];
};

/** A group. */
export type GroupInput = {
  /** First day, as 2026-11-23. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** At most 10 bytes. */
  readonly level?: InputMaybe<Scalars['String']['input']>;
  /** At most 40 bytes. */
  readonly line?: InputMaybe<Scalars['String']['input']>;
  /** The source's own id, at most 60 bytes. */
  readonly localId: Scalars['String']['input'];
  /** At most 100 bytes; the id where left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Last day, as 2026-11-23. */
  readonly to?: InputMaybe<Scalars['String']['input']>;
  /** Hovedgruppe, Årgang, Retning, Hold, SFO, Team, Institution or Andet. */
  readonly type: Scalars['String']['input'];
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

/** The numbers that share these keys. What the dimensions asked do not count is 0. */
export type IdentityCount = {
  readonly __typename?: 'IdentityCount';
  /** How many took their identity into use on the days asked; 0 as long as none can be. */
  readonly activated: Scalars['Int']['output'];
  /** Ties that they began. */
  readonly begun: Scalars['Int']['output'];
  /** Ties that they ended. */
  readonly ended: Scalars['Int']['output'];
  /** Documents that came in on the days asked, refused and held ones among them. */
  readonly imports: Scalars['Int']['output'];
  /** One a dimension, in the order asked. */
  readonly keys: ReadonlyArray<StatisticCell>;
  /** Notices of these documents. */
  readonly notices: Scalars['Int']['output'];
  /** How many are tied to the daycares as they stand now; persons tied to two daycares count at both. */
  readonly persons: Scalars['Int']['output'];
  /** Lines and contacts of them that were left out. */
  readonly refused: Scalars['Int']['output'];
};

/** By what identities are counted. */
export type IdentityDimension =
  /** How long ago the daycare's last document was taken in. */
  | 'FRESHNESS'
  /** The month in Denmark in which the document came in, as 2026-11. Counts what was sent in only. */
  | 'MONTH'
  /** The municipality that administers the daycare; private daycares are left out. */
  | 'MUNICIPALITY'
  /** The notice. Counts notices, and the documents that have them, only. */
  | 'NOTICE_CODE'
  /** Who owns the daycare. */
  | 'OWNERSHIP'
  /** As what persons are tied. Counts persons only. */
  | 'ROLE'
  /** What became of the document. Counts what was sent in only. */
  | 'STATE'
  /** The daycare's type; NONE for one without. */
  | 'TYPE'
  /** The ISO week in Denmark in which the document came in, as 2026-W48. Counts what was sent in only. */
  | 'WEEK';

/** How far an identity has come (4.6, 4.7). */
export type IdentityState =
  /** In use. */
  | 'ACTIVATED'
  /** Stopped; nobody can log in with it. */
  | 'BLOCKED'
  /** Made by an import; nobody has logged in with it. */
  | 'IMPORTED'
  /** Erased; its UniID is never given to anybody else. */
  | 'RETIRED';

/** How many are tied to a daycare, or to several together, and how it stands with what is sent in. Persons tied to two daycares count at both. */
export type IdentitySummary = {
  readonly __typename?: 'IdentitySummary';
  /** Of all these, how many have taken their identity into use. */
  readonly activated: Scalars['Int']['output'];
  /** How many are cared for there. */
  readonly children: Scalars['Int']['output'];
  /** Contacts of children. */
  readonly contacts: Scalars['Int']['output'];
  /** How many work there. */
  readonly employees: Scalars['Int']['output'];
  /** How many are there without being employed. */
  readonly externals: Scalars['Int']['output'];
  /** How long ago that was. */
  readonly freshness: Freshness;
  /** Documents that wait for somebody to confirm them. */
  readonly heldImports: Scalars['Int']['output'];
  /** When a document was last taken in. */
  readonly lastImportAt?: Maybe<Scalars['DateTime']['output']>;
  /** Notices of the last document of each source. */
  readonly openNotices: Scalars['Int']['output'];
};

/** What can be done with a document that came in. */
export type ImportAction =
  /** Do what was only tried. */
  | 'APPLY'
  /** Throw a held one away. */
  | 'DISCARD'
  /** Let a held one do what its plan shows (P6). */
  | 'RELEASE'
  /** Give back the picture before it. */
  | 'UNDO';

/** What a document would do to one tie. Of protected persons the alias is told, of contacts no address, of nobody a national number. */
export type ImportChange = {
  readonly __typename?: 'ImportChange';
  /** Field by field; what begins has nothing before, what ends nothing after. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** What would happen. */
  readonly kind: ImportChangeKind;
  /** The source's own id of the person. */
  readonly localPersonId?: Maybe<Scalars['String']['output']>;
  /** Whose tie stands and would change or end; null of who would begin, and for the sender, who is not told who anybody is here. */
  readonly person?: Maybe<Person>;
};

/** A page of a plan: who ends, then who changes, then who begins. */
export type ImportChangeConnection = {
  readonly __typename?: 'ImportChangeConnection';
  /** The changes with their cursors. */
  readonly edges: ReadonlyArray<ImportChangeEdge>;
  /** The changes. */
  readonly nodes: ReadonlyArray<ImportChange>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A change in a plan. */
export type ImportChangeEdge = {
  readonly __typename?: 'ImportChangeEdge';
  /** Its place in the plan. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The change. */
  readonly node: ImportChange;
};

/** What a document would do to a tie. */
export type ImportChangeKind =
  /** It would begin. */
  | 'BEGINS'
  /** Something of it would change. */
  | 'CHANGES'
  /** It would end. */
  | 'ENDS';

/** What a document did, in ties, contacts among them; everyone it names is begun, changed, unchanged or refused. */
export type ImportCounts = {
  readonly __typename?: 'ImportCounts';
  /** Ties that began. */
  readonly begun: Scalars['Int']['output'];
  /** Ties of which something changed, contacts among it. */
  readonly changed: Scalars['Int']['output'];
  /** Ties that ended, since the document left them out (I4). */
  readonly ended: Scalars['Int']['output'];
  /** How many it names. */
  readonly persons: Scalars['Int']['output'];
  /** Lines and contacts that were left out, each with a notice. */
  readonly refused: Scalars['Int']['output'];
  /** Ties that are as they were. */
  readonly unchanged: Scalars['Int']['output'];
};

/** Which runs; what is left out does not restrict. */
export type ImportFilter = {
  /** To this daycare. */
  readonly daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  /** Received at this time or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** To daycares of this municipality. */
  readonly municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** In one of these states. */
  readonly state?: InputMaybe<ReadonlyArray<ImportState>>;
  /** Sent by this system. */
  readonly system?: InputMaybe<Scalars['ID']['input']>;
  /** Received before this time. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Why a document waits, and who decided on it. */
export type ImportHold = {
  readonly __typename?: 'ImportHold';
  /** What was said. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The organisation that decided; null while nobody has. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** How many ties it would end. */
  readonly ending: Scalars['Int']['output'];
  /** How many ties stand. */
  readonly held: Scalars['Int']['output'];
  /** The rule that held it. */
  readonly rule: Scalars['String']['output'];
};

/** The whole picture of one source at one daycare, where who is left out has left (I4), or with `baseRun` changes to it (P5). The same document again answers the earlier run. */
export type ImportInput = {
  /** Given, the document tells of changes against this run, which must be the last one taken in: whom it names begins or changes, all others stay. STALE_VERSION where another picture stands. */
  readonly baseRun?: InputMaybe<Scalars['ID']['input']>;
  /** The daycare's number: a unit, or a location. */
  readonly daycare: Scalars['InstitutionNumber']['input'];
  /** The source's own ids of those who end; with `baseRun` only (INVALID_INPUT). */
  readonly ended?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The groups; one that is only named by persons is made from its id (I1). */
  readonly groups?: InputMaybe<ReadonlyArray<GroupInput>>;
  /** The persons, at most 5,000. A bad line becomes a notice, and the rest goes in. */
  readonly persons: ReadonlyArray<InputMaybe<ImportPersonInput>>;
  /** YYYY-YYYY; not kept, daycares have none (I8, P24). */
  readonly schoolYear?: InputMaybe<Scalars['String']['input']>;
  /** The source's name, at most 100 bytes; no national number. */
  readonly source: Scalars['String']['input'];
  /** When the source made the document; newer than the last one taken in (I14), at most five minutes ahead of our clock. */
  readonly sourceDateTime: Scalars['DateTime']['input'];
  /** For information only, not kept. */
  readonly sourceVersion?: InputMaybe<Scalars['String']['input']>;
};

/** Something of a document that was not taken in. Never holds a national number. */
export type ImportNotice = {
  readonly __typename?: 'ImportNotice';
  /** A stable code; the list stands in the documentation for suppliers. */
  readonly code: Scalars['String']['output'];
  /** The field, by its path on the line. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** The source's own id of the person on the line; null where there is none that can be told back. */
  readonly localPersonId?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** What helps. */
  readonly remedy: Scalars['String']['output'];
  /** ERROR where the line or the contact was left out, WARNING where only the field was. */
  readonly severity: Scalars['String']['output'];
};

/** A page of notices. */
export type ImportNoticeConnection = {
  readonly __typename?: 'ImportNoticeConnection';
  /** The notices with their cursors. */
  readonly edges: ReadonlyArray<ImportNoticeEdge>;
  /** The notices. */
  readonly nodes: ReadonlyArray<ImportNotice>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A notice in a list. */
export type ImportNoticeEdge = {
  readonly __typename?: 'ImportNoticeEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The notice. */
  readonly node: ImportNotice;
};

/** A line: a person, and exactly one of child, employee and external. */
export type ImportPersonInput = {
  /** As a child. */
  readonly child?: InputMaybe<ChildInput>;
  /** As an employee. */
  readonly employee?: InputMaybe<EmployeeInput>;
  /** As an external. */
  readonly external?: InputMaybe<ExternalInput>;
  /** The source's own id of the person, at most 60 bytes; never a national number, however it is written. */
  readonly localPersonId?: InputMaybe<Scalars['String']['input']>;
  /** Who it is. */
  readonly person?: InputMaybe<PersonInput>;
};

/** A document that was sent in, and what became of it. */
export type ImportRun = {
  readonly __typename?: 'ImportRun';
  /** What it did, in ties. */
  readonly counts: ImportCounts;
  /** The daycare as the register keeps it. */
  readonly daycare?: Maybe<Daycare>;
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Why it waits or waited, or, of one that was only tried, why it would have to; null where it does not. */
  readonly hold?: Maybe<ImportHold>;
  /** By which it is asked for again. */
  readonly id: Scalars['ID']['output'];
  /** What of it was not taken in, in the order of the document. NOT_PERMITTED for who may read counts only. */
  readonly notices?: Maybe<ImportNoticeConnection>;
  /** Whether the caller may do this with it now, by the table that decides when it is done. */
  readonly permission?: Maybe<Permission>;
  /** What it would do, tie by tie, while it waits or was only tried; null once that is decided, or seven days after trying, thirty after holding. NOT_PERMITTED for who may read counts only. */
  readonly plan?: Maybe<ImportChangeConnection>;
  /** When it came in here. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Why it was not taken in: DAYCARE_TAKES_NO_USERS (I12), NOT_NEWER (I14), STALE_VERSION (P5), INVALID_INPUT, LIMIT_EXCEEDED. */
  readonly refusal?: Maybe<Refusal>;
  /** The source it is the whole picture of. */
  readonly source: Scalars['String']['output'];
  /** When the source made it. */
  readonly sourceDateTime: Scalars['DateTime']['output'];
  /** What became of it. */
  readonly state: ImportState;
  /** The system that sent it. */
  readonly systemId: Scalars['ID']['output'];
};


/** A document that was sent in, and what became of it. */
export type ImportRunNoticesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A document that was sent in, and what became of it. */
export type ImportRunPermissionArgs = {
  action: ImportAction;
};


/** A document that was sent in, and what became of it. */
export type ImportRunPlanArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of import runs, newest first. */
export type ImportRunConnection = {
  readonly __typename?: 'ImportRunConnection';
  /** The runs with their cursors. */
  readonly edges: ReadonlyArray<ImportRunEdge>;
  /** The runs. */
  readonly nodes: ReadonlyArray<ImportRun>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A run in a list. */
export type ImportRunEdge = {
  readonly __typename?: 'ImportRunEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The run. */
  readonly node: ImportRun;
};

/** A source that sends to a daycare (I5). */
export type ImportSource = {
  readonly __typename?: 'ImportSource';
  /** When its ties end unless it sends something: twelve months after the last document that was taken in (I42). Null where it holds none. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** How long ago that was. */
  readonly freshness: Freshness;
  /** The last document taken in from it. */
  readonly lastRun?: Maybe<ImportRun>;
  /** The source's name; another system using the name is another source. */
  readonly source: Scalars['String']['output'];
  /** The system that sends. */
  readonly system?: Maybe<SupplierSystem>;
  /** Its id. */
  readonly systemId: Scalars['ID']['output'];
  /** How many ties stand from it. */
  readonly ties: Scalars['Int']['output'];
};

/** What became of a document. */
export type ImportState =
  /** Taken in. */
  | 'APPLIED'
  /** Held, and then thrown away. */
  | 'DISCARDED'
  /** Waits for somebody to confirm that so many ties shall end. */
  | 'HELD'
  /** Only tried: `plan` tells what it would do, and `applyPlannedImport` does it. */
  | 'PLANNED'
  /** Not taken in; the refusal says why. */
  | 'REFUSED'
  /** Held, and overtaken by a newer document. */
  | 'SUPERSEDED'
  /** Taken in, and then taken back. */
  | 'UNDONE';

/** Somebody as an identity provider knows them; served as SCIM by the public endpoint. */
export type LoginUser = {
  readonly __typename?: 'LoginUser';
  /** When anything of this last changed. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** E-mail addresses, where EMAIL is held; none of the protected. */
  readonly emails: ReadonlyArray<Scalars['String']['output']>;
  /** Family name; of the protected the alias. */
  readonly familyName: Scalars['String']['output'];
  /** First name; of the protected the alias. */
  readonly givenName: Scalars['String']['output'];
  /** As what, and where; the first tie is the primary one (I27). */
  readonly roles: ReadonlyArray<LoginUserRole>;
  /** How far the identity has come. */
  readonly state: IdentityState;
  /** Ten characters. */
  readonly uniId: Scalars['ID']['output'];
  /** What the person types at login; null until chosen. */
  readonly username?: Maybe<Scalars['String']['output']>;
};

/** A page of an identity provider's users, in the order of their UniIDs. */
export type LoginUserPage = {
  readonly __typename?: 'LoginUserPage';
  /** Ask the next page after this; null where there is none. */
  readonly next?: Maybe<Scalars['Cursor']['output']>;
  /** How many there are in all. */
  readonly total?: Maybe<Scalars['Int']['output']>;
  /** Those on this page. */
  readonly users: ReadonlyArray<LoginUser>;
};

/** As what somebody is tied to which daycare. */
export type LoginUserRole = {
  readonly __typename?: 'LoginUserRole';
  /** The daycare's number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** As what. */
  readonly role: PersonRole;
};

/** A municipality, as the register keeps it. */
export type Municipality = {
  readonly __typename?: 'Municipality';
  /** The official four digits. */
  readonly code: Scalars['MunicipalityCode']['output'];
  /** The sum over its municipal, self-owned and outsourced daycares. NOT_FOUND for who does not oversee it. */
  readonly identitySummary?: Maybe<IdentitySummary>;
};

/** What can be done: sending users in. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes one's identity into use (I30, I31): by the national number that the login vouches for, else by the code of the letter. Again with the same it answers the same. NOT_FOUND where no daycare registered the number, with whom to ask. */
  readonly activateIdentity?: Maybe<Person>;
  /** Does what was tried, exactly as its plan shows, or PLAN_OUTDATED: something moved since. By the sender, whose access must be active (NO_ACTIVE_ACCESS). One that would end too much is HELD then. */
  readonly applyPlannedImport?: Maybe<ImportRun>;
  /** Confirms as a second person with the same right, never the one who issued: the letter goes out, and its code can be used once within seven days, by `activateIdentity`. */
  readonly confirmActivation?: Maybe<Activation>;
  /** Throws a held document away; what stands stays. By the sender, or by who may release it. */
  readonly discardHeldImport?: Maybe<ImportRun>;
  /** Asks for a code of activation for a person without a national e-ID who is tied to the daycare, by who may read its persons. It takes the place of an earlier one. STATE_CONFLICT where the identity is in use already, is a child's (I34), or has no home address there; UNAVAILABLE where no print service is set up. */
  readonly issueActivation?: Maybe<Activation>;
  /** Puts another national number to a person (I20), merging two identities where the number is that of one (P4), as soon as the controllers of all their daycares have said so. Tried only, unless told otherwise; logged also then. STATE_CONFLICT for the number the person has and for a blocked identity, PLAN_OUTDATED where something changed meanwhile, ASSURANCE_TOO_LOW below substantial, NOT_FOUND out of reach. */
  readonly reidentifyPerson?: Maybe<ReidentifyPayload>;
  /** Lets a held document do what its plan shows. By who decides about imports there; PLAN_OUTDATED where something moved since, STATE_CONFLICT, with who was first, where it waits no longer. */
  readonly releaseHeldImport?: Maybe<ImportRun>;
  /** Shows the national number behind a present tie, once, to the daycare responsible where the daycare is municipal and to the daycare's employee elsewhere; logged with its purpose. Null where this daycare has told none. Needs a login of level substantial: ASSURANCE_TOO_LOW. NOT_FOUND out of reach. */
  readonly revealNationalNumber?: Maybe<Scalars['NationalNumber']['output']>;
  /** Stops an identity so that nobody can log in with it, or releases it to where it was. By its controller or the agency; what the agency stopped only the agency releases (STATE_CONFLICT). What is so already stays as it is. */
  readonly setIdentityBlocked?: Maybe<Person>;
  /** Takes in the whole picture of one source at one daycare, or changes to it. Needs the system's active access to send to that very daycare (I13): NO_ACTIVE_ACCESS without. What else stops the document is a run in state REFUSED; one that would end too much waits, HELD (P6). */
  readonly submitImport?: Maybe<ImportRun>;
  /** Takes in the same from a document of today's format: UNILoginImport (ws10) as XML 1.0 in UTF-8, at most 16 MB with all around it; above 256 kB it is read apart, so that nobody waits for it. What is wrong with the document as a whole (I16) is a run in state REFUSED where it says whose it is, else INVALID_INPUT or LIMIT_EXCEEDED, with the place; UNAVAILABLE while too many wait to be read. */
  readonly submitImportDocument?: Maybe<ImportRun>;
  /** Gives back the picture before the latest document of a source, within thirty days. By who may release there. What it ended goes on under its own ids; protection that was told meanwhile stays until the source takes it back. */
  readonly undoImport?: Maybe<ImportRun>;
};


/** What can be done: sending users in. */
export type MutationActivateIdentityArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  username?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done: sending users in. */
export type MutationApplyPlannedImportArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationConfirmActivationArgs = {
  uniId: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationDiscardHeldImportArgs = {
  comment: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationIssueActivationArgs = {
  daycare: Scalars['InstitutionNumber']['input'];
  uniId: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationReidentifyPersonArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  input: ReidentifyInput;
};


/** What can be done: sending users in. */
export type MutationReleaseHeldImportArgs = {
  comment: Scalars['String']['input'];
  ending: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationRevealNationalNumberArgs = {
  affiliation: Scalars['ID']['input'];
  purpose: Scalars['String']['input'];
};


/** What can be done: sending users in. */
export type MutationSetIdentityBlockedArgs = {
  blocked: Scalars['Boolean']['input'];
  reason: Scalars['String']['input'];
  uniId: Scalars['ID']['input'];
};


/** What can be done: sending users in. */
export type MutationSubmitImportArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  input: ImportInput;
};


/** What can be done: sending users in. */
export type MutationSubmitImportDocumentArgs = {
  document: Scalars['String']['input'];
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be done: sending users in. */
export type MutationUndoImportArgs = {
  comment: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};

/** A child that one has custody of. */
export type MyChild = {
  readonly __typename?: 'MyChild';
  /** Its present ties, where one is named as having custody. */
  readonly affiliations: ReadonlyArray<Affiliation>;
  /** Who it is. */
  readonly person: Person;
};

/** What a citizen sees of themselves. */
export type MyData = {
  readonly __typename?: 'MyData';
  /** What to do, where there is nothing to show. */
  readonly advice?: Maybe<Scalars['String']['output']>;
  /** One's own present ties, with everything that is said there. The national number only after a login of level substantial. */
  readonly affiliations: ReadonlyArray<Affiliation>;
  /** The children one has custody of, as the daycares say. Of their other contacts name and relation are shown; whoever asks for more of them is refused. */
  readonly children: ReadonlyArray<MyChild>;
  /** Who one is here; null where the login leads to nobody yet. */
  readonly person?: Maybe<Person>;
  /** Who read one's own record, or that of the children, newest first: derived from the log of reads and from when the ties held. */
  readonly reads: ReadConnection;
};


/** What a citizen sees of themselves. */
export type MyDataReadsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What kind of national number a source knows a person by (I19). */
export type NationalNumberKind =
  /** A pseudo number in place of one, as with day + 60 (I18). */
  | 'REPLACEMENT'
  /** No number, or one of a kind that is not known. */
  | 'UNKNOWN'
  /** Not checked. */
  | 'UNVERIFIED'
  /** Checked against the population register. */
  | 'VERIFIED';

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

/** Which people; what is left out does not restrict. */
export type PeopleFilter = {
  /** As the ties were at this instant; a system never sees the time before its access. */
  readonly asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** In this group, as main or further group; at most 100 characters. Needs GROUPS. */
  readonly group?: InputMaybe<Scalars['ID']['input']>;
  /** With ties that have ended; for a system, since its access began. */
  readonly includeEnded?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these roles. CONTACT needs CONTACT_PERSONS. */
  readonly role?: InputMaybe<ReadonlyArray<PersonRole>>;
  /** Whose name holds this text, at most 100 characters (INVALID_INPUT); the protected are found by their alias only. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
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

/** Who somebody is, whatever any source says: one identity across daycares, roles and years (I26). */
export type Person = {
  readonly __typename?: 'Person';
  /** The person's present ties, or those at an instant; only those at daycares whose persons the caller may read, each under what is held there. */
  readonly affiliations?: Maybe<ReadonlyArray<Affiliation>>;
  /** The identity that goes on where this one is RETIRED because two were one person (`reidentifyPerson`). */
  readonly continuesAs?: Maybe<Person>;
  /** Whether name and address are protected, because any source says so (N19). */
  readonly isProtected: Scalars['Boolean']['output'];
  /** First and family name as told last at a daycare that the caller may read; of a protected person an alias told there, else one that says nothing. */
  readonly name: Scalars['String']['output'];
  /** Whether the caller may do this to the person at one of the daycares where both are, and if not, who could. */
  readonly permission?: Maybe<Permission>;
  /** How far the identity has come. */
  readonly state: IdentityState;
  /** Ten characters, drawn by chance, never given to anybody else (Q10). */
  readonly uniId: Scalars['ID']['output'];
  /** What the person types at login; null until chosen. Not the UniID, and shown to the person alone (I25, I30): NOT_PERMITTED to anyone else. */
  readonly username?: Maybe<Scalars['String']['output']>;
};


/** Who somebody is, whatever any source says: one identity across daycares, roles and years (I26). */
export type PersonAffiliationsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
};


/** Who somebody is, whatever any source says: one identity across daycares, roles and years (I26). */
export type PersonPermissionArgs = {
  action: PersonAction;
};

/** What is done to a person's identity by others. */
export type PersonAction =
  /** Issuing or confirming a code of activation, for who has no national e-ID (`issueActivation`). */
  | 'ACTIVATE'
  /** Stopping the identity, or releasing it (`setIdentityBlocked`). */
  | 'BLOCK'
  /** Changing the national number (`reidentifyPerson`). */
  | 'REIDENTIFY'
  /** Seeing the national number (`revealNationalNumber`). */
  | 'REVEAL';

/** A person, as the source has it. Lengths count UTF-8 bytes (hard case 14). */
export type PersonInput = {
  /** Home address. */
  readonly address?: InputMaybe<PostalAddressInput>;
  /** Shown in place of a protected name, at most 132 bytes. */
  readonly aliasFamilyName?: InputMaybe<Scalars['String']['input']>;
  /** Shown in place of a protected name (I9), at most 132 bytes. */
  readonly aliasFirstName?: InputMaybe<Scalars['String']['input']>;
  /** As 2026-11-23, not after the document was made. */
  readonly birthDate?: InputMaybe<Scalars['String']['input']>;
  /** At most 254 bytes. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** M or K. */
  readonly gender?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, with or without dash; left out where the person has none. Never judged by modulus 11 (I11, I18). Of somebody known here without one it waits to be confirmed (I20). */
  readonly nationalNumber?: InputMaybe<Scalars['NationalNumber']['input']>;
  /** VERIFIED, UNVERIFIED, REPLACEMENT or UNKNOWN, also as CPR_VERIFIED and so on (I19). */
  readonly nationalNumberKind?: InputMaybe<Scalars['String']['input']>;
  /** Telephone numbers. */
  readonly phones?: InputMaybe<ReadonlyArray<InputMaybe<PhoneInput>>>;
  /** Not kept. */
  readonly photoId?: InputMaybe<Scalars['String']['input']>;
  /** Whether name and address are protected (N19); a notice where null. */
  readonly protected?: InputMaybe<Scalars['Boolean']['input']>;
};

/** By what a person is looked for: exactly one of these (INVALID_INPUT). What was given is never repeated. */
export type PersonKey = {
  /** The source's own id of the person. */
  readonly localPersonId?: InputMaybe<Scalars['String']['input']>;
  /** First and family name, as written; of the protected the alias. INVALID_INPUT where several people of the daycare have it. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, with or without dash. Finds a person at this very daycare only. */
  readonly nationalNumber?: InputMaybe<Scalars['NationalNumber']['input']>;
  /** Ten characters. */
  readonly uniId?: InputMaybe<Scalars['ID']['input']>;
};

/** A name in two parts. */
export type PersonName = {
  readonly __typename?: 'PersonName';
  /** Family name. */
  readonly family: Scalars['String']['output'];
  /** First name. */
  readonly first: Scalars['String']['output'];
};

/** As what somebody is tied to a daycare. */
export type PersonRole =
  /** Barn: cared for there. */
  | 'CHILD'
  /** Kontaktperson: a contact of a child there, usually a parent. Seen under CONTACT_PERSONS only. */
  | 'CONTACT'
  /** Ansat: works there. */
  | 'EMPLOYEE'
  /** Ekstern: there without being employed, as a trainee. */
  | 'EXTERNAL';

/** Where a person is on the way from the source system to those who fetch. */
export type PersonTrace = {
  readonly __typename?: 'PersonTrace';
  /** Whom to turn to about it; null where all is done. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** What to do next: the first step that is not done. A login is the person's own and comes last. */
  readonly next: Scalars['String']['output'];
  /** All steps, in their order. */
  readonly steps: ReadonlyArray<TraceStep>;
};

/** A telephone number. */
export type Phone = {
  readonly __typename?: 'Phone';
  /** HOME, WORK, MOBILE, or what the source calls it. */
  readonly kind: Scalars['String']['output'];
  /** The number as the source writes it. */
  readonly number: Scalars['String']['output'];
  /** Whether the source marks it as protected: not to be shown to others. */
  readonly protected: Scalars['Boolean']['output'];
};

/** A telephone number. */
export type PhoneInput = {
  /** HOME, WORK or MOBILE; at most 20 bytes. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** At most 40 bytes. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is protected. */
  readonly protected?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A home address, as the source has it. */
export type PostalAddress = {
  readonly __typename?: 'PostalAddress';
  /** ISO 3166 alpha-2: DK, GL, FO. */
  readonly countryCode?: Maybe<Scalars['String']['output']>;
  /** The municipality, four digits. */
  readonly municipalityCode?: Maybe<Scalars['MunicipalityCode']['output']>;
  /** Four digits in Denmark. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Street and house number. */
  readonly street?: Maybe<Scalars['String']['output']>;
  /** Postal town. */
  readonly town?: Maybe<Scalars['String']['output']>;
};

/** A home address. */
export type PostalAddressInput = {
  /** Two letters. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** Three or four digits. */
  readonly municipalityCode?: InputMaybe<Scalars['String']['input']>;
  /** At most 12 bytes. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes. */
  readonly street?: InputMaybe<Scalars['String']['input']>;
  /** At most 132 bytes. */
  readonly town?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type Query = {
  readonly __typename?: 'Query';
  /** What accesses were used for, by day, behind a cursor, in the order of telling; for the subgraph that keeps the accesses, so NOT_PERMITTED for anyone else. Waits up to `waitSeconds` (at most 25). */
  readonly accessUses?: Maybe<AccessUsePage>;
  /** What happened to ties after a cursor, in commit order, limited to what the caller may read now; waits up to `waitSeconds` (at most 25) for something to happen. Without a daycare: all one may read. */
  readonly affiliationChanges?: Maybe<AffiliationChangePage>;
  /** Numbers of persons as they stand, and of what was sent in on the days asked, by the dimensions asked, in the order of their keys; groups in which there is nothing are left out. Without a dimension all together. For dashboards and the agency of the country or of a municipality, for the daycare responsible and municipal employees of their municipality; NOT_PERMITTED for anyone else, NOT_FOUND for another municipality. Private daycares count nationally, in no municipality's sum. INVALID_INPUT for a role together with state, notice code, week or month. LIMIT_EXCEEDED beyond 366 days. */
  readonly identityStatistics?: Maybe<ReadonlyArray<IdentityCount>>;
  /** A document that was sent in. NOT_FOUND for another system's, and outside the caller's daycares. */
  readonly importRun?: Maybe<ImportRun>;
  /** What was sent to all daycares that the caller may see, newest first; a sending system sees its own only. */
  readonly importRuns?: Maybe<ImportRunConnection>;
  /** Whom an identity provider's system may know by its active accesses of the service scim-users, children left out (I34). NO_ACTIVE_ACCESS without any. */
  readonly loginUsers?: Maybe<LoginUserPage>;
  /** What is held of oneself and of one's children, and who has read it. STATE_CONFLICT while the identity is blocked. */
  readonly myData?: Maybe<MyData>;
  /** A person, by UniID, to who may read a tie of theirs. NOT_FOUND where there is none in reach. */
  readonly person?: Maybe<Person>;
  /** A person by national number, given in a variable, to a system that holds an active `identification` access at a daycare of theirs. Every look-up is logged. NOT_FOUND alike where the number is nobody's and where the person is out of reach; INVALID_INPUT for what is no number. */
  readonly personByNationalNumber?: Maybe<Person>;
  /** Is the person registered, sent, taken in, in use, and who fetched them (P2). For the daycare's employee, the municipality's daycare responsible (not of private daycares), and the agency, which is logged as support. NOT_FOUND for any other daycare; a person who is not there is traced to where that shows. */
  readonly personTrace?: Maybe<PersonTrace>;
  /** Brugeroversigt of a municipality. NOT_FOUND for another one's. */
  readonly userOverview?: Maybe<UserOverview>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryAccessUsesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryAffiliationChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  daycare?: InputMaybe<Scalars['InstitutionNumber']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryIdentityStatisticsArgs = {
  by: ReadonlyArray<IdentityDimension>;
  from?: InputMaybe<Scalars['Date']['input']>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryImportRunArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryImportRunsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ImportFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryLoginUsersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  skip?: InputMaybe<Scalars['Int']['input']>;
  uniId?: InputMaybe<Scalars['ID']['input']>;
  username?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryPersonArgs = {
  uniId: Scalars['ID']['input'];
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryPersonByNationalNumberArgs = {
  nationalNumber: Scalars['NationalNumber']['input'];
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryPersonTraceArgs = {
  by: PersonKey;
  daycare: Scalars['InstitutionNumber']['input'];
};


/** What can be asked of persons and of what is sent in. Which daycares' persons it is, decides what the caller holds there. */
export type QueryUserOverviewArgs = {
  municipality: Scalars['MunicipalityCode']['input'];
};

/** That an organisation read somebody's record. Which of its people it was is not told. */
export type Read = {
  readonly __typename?: 'Read';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Which fields were open. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** At which daycare. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** The municipality, the daycare, or the supplier's system. */
  readonly organisation: Scalars['String']['output'];
  /** What for, as the access or the reader says. */
  readonly purpose: Scalars['String']['output'];
};

/** A page of reads, newest first. */
export type ReadConnection = {
  readonly __typename?: 'ReadConnection';
  /** The reads with their cursors. */
  readonly edges: ReadonlyArray<ReadEdge>;
  /** The reads. */
  readonly nodes: ReadonlyArray<Read>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A read in a list. */
export type ReadEdge = {
  readonly __typename?: 'ReadEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The read. */
  readonly node: Read;
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

/** A national number that is said to be a person's. */
export type ReidentifyInput = {
  /** A daycare of the person for which the caller answers. */
  readonly daycare: Scalars['InstitutionNumber']['input'];
  /** The number that is theirs from now on, in a variable; a real one in the place of a pseudo number, a changed one, or one of another identity of the same person. */
  readonly nationalNumber: Scalars['NationalNumber']['input'];
  /** Why, in 5 to 500 characters; kept with the change, so it holds no number. */
  readonly reason: Scalars['String']['input'];
  /** The person, as the caller's daycare knows them. */
  readonly uniId: Scalars['ID']['input'];
};

/** What a change of number comes to. */
export type ReidentifyPayload = {
  readonly __typename?: 'ReidentifyPayload';
  /** What happens, by kind. */
  readonly consequences: ReadonlyArray<Consequence>;
  /** Whether it was only tried. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** The identity that the number leads to now, where the caller may see it; null also where there is none. */
  readonly mergesWith?: Maybe<Person>;
  /** The controllers whose consent is still wanted, as `municipality 0751` or `daycare G10001`; nothing is changed before. Each consents by the same mutation, for its own daycare and with the number, within 30 days. */
  readonly needsConsentOf: ReadonlyArray<Scalars['String']['output']>;
  /** The person who has the number then: with two identities the one in use, else the older one; the other one retires and leads to it. */
  readonly person?: Maybe<Person>;
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

/** A supplier's system, as the agreements keep it. */
export type SupplierSystem = {
  readonly __typename?: 'SupplierSystem';
  /** By which its supplier and its accesses know it. */
  readonly id: Scalars['ID']['output'];
};

/** One step: whether it is done, and if not, why and whose it is. */
export type TraceStep = {
  readonly __typename?: 'TraceStep';
  /** When it was done, or when it stopped; null where that is not known. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is done. */
  readonly done: Scalars['Boolean']['output'];
  /** Which step. */
  readonly kind: TraceStepKind;
  /** What is known of it, with the code of the notice where a line was left out. Never holds a national number, nor anything of the person. */
  readonly message: Scalars['String']['output'];
  /** Who can put it right; nobody, where nothing is wrong. */
  readonly whoCanFix: Scalars['String']['output'];
};

/** The steps by which a person comes in, in their order (P1, P2). */
export type TraceStepKind =
  /** Somebody has logged in with it. */
  | 'ACTIVATED'
  /** A system was shown the person, within the last thirty days. */
  | 'FETCHED'
  /** The person has an identity, with a UniID. */
  | 'IDENTITY_ISSUED'
  /** The source system knows the person; seen by what it sends only. */
  | 'REGISTERED'
  /** The last document names the person. */
  | 'SENT'
  /** What was sent of the person stands here. */
  | 'TAKEN_IN';

/** Brugeroversigt: what a municipality's daycare responsible sees of the imported users (4.9). Municipal, self-owned and outsourced daycares; private ones are not the municipality's (Q7). */
export type UserOverview = {
  readonly __typename?: 'UserOverview';
  /** The municipality as the register keeps it. */
  readonly municipality?: Maybe<Municipality>;
  /** The municipality's code. */
  readonly municipalityCode: Scalars['MunicipalityCode']['output'];
  /** The sum over its daycares. */
  readonly summary: IdentitySummary;
  /** Its units and locations that are not closed, by number. */
  readonly units: UserOverviewUnitConnection;
};


/** Brugeroversigt: what a municipality's daycare responsible sees of the imported users (4.9). Municipal, self-owned and outsourced daycares; private ones are not the municipality's (Q7). */
export type UserOverviewUnitsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  freshness?: InputMaybe<ReadonlyArray<Freshness>>;
};

/** A unit or location in the overview. */
export type UserOverviewUnit = {
  readonly __typename?: 'UserOverviewUnit';
  /** The daycare as the register keeps it. */
  readonly daycare?: Maybe<Daycare>;
  /** Its number. */
  readonly daycareNumber: Scalars['InstitutionNumber']['output'];
  /** Its people; NOT_PERMITTED for who may read counts only. */
  readonly people?: Maybe<AffiliationConnection>;
  /** Who sends to it. */
  readonly sources: ReadonlyArray<ImportSource>;
  /** How many are tied to it, and how it stands with what is sent in. */
  readonly summary: IdentitySummary;
};


/** A unit or location in the overview. */
export type UserOverviewUnitPeopleArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PeopleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of units, by number. */
export type UserOverviewUnitConnection = {
  readonly __typename?: 'UserOverviewUnitConnection';
  /** The units with their cursors. */
  readonly edges: ReadonlyArray<UserOverviewUnitEdge>;
  /** The units. */
  readonly nodes: ReadonlyArray<UserOverviewUnit>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A unit in a list. */
export type UserOverviewUnitEdge = {
  readonly __typename?: 'UserOverviewUnitEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The unit. */
  readonly node: UserOverviewUnit;
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
  Daycare: Daycare;
  Municipality: Municipality;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Daycare:
    ( { __typename: 'Daycare' }
    & GraphQLRecursivePick<FederationTypes['Daycare'], {"number":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessUseDay: ResolverTypeWrapper<TheAccessUse>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessUsePage: ResolverTypeWrapper<UsePage>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Activation: ResolverTypeWrapper<TheActivation>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Affiliation: ResolverTypeWrapper<TheAffiliation>;
  AffiliationChange: ResolverTypeWrapper<VisibleChange>;
  AffiliationChangeKind: AffiliationChangeKind;
  AffiliationChangePage: ResolverTypeWrapper<Omit<AffiliationChangePage, 'changes'> & { changes: ReadonlyArray<ResolversTypes['AffiliationChange']> }>;
  AffiliationConnection: ResolverTypeWrapper<PeoplePage>;
  AffiliationEdge: ResolverTypeWrapper<Omit<AffiliationEdge, 'node'> & { node: ResolversTypes['Affiliation'] }>;
  ChildInput: ChildInput;
  Consequence: ResolverTypeWrapper<Consequence>;
  ContactInput: ContactInput;
  ContactRelation: ResolverTypeWrapper<ShownRelation>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DataCategory: DataCategory;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Daycare: ResolverTypeWrapper<DaycareKey>;
  EmployeeInput: EmployeeInput;
  ExternalInput: ExternalInput;
  Fact: ResolverTypeWrapper<Fact>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  Freshness: Freshness;
  Group: ResolverTypeWrapper<TheGroup>;
  GroupInput: GroupInput;
  HistoryEntry: ResolverTypeWrapper<HistoryEntry>;
  IdentityCount: ResolverTypeWrapper<ShownIdentityCount>;
  IdentityDimension: IdentityDimension;
  IdentityState: IdentityState;
  IdentitySummary: ResolverTypeWrapper<ShownSummary>;
  ImportAction: ImportAction;
  ImportChange: ResolverTypeWrapper<ShownChange>;
  ImportChangeConnection: ResolverTypeWrapper<PlanPage>;
  ImportChangeEdge: ResolverTypeWrapper<Omit<ImportChangeEdge, 'node'> & { node: ResolversTypes['ImportChange'] }>;
  ImportChangeKind: ImportChangeKind;
  ImportCounts: ResolverTypeWrapper<TheImportCounts>;
  ImportFilter: ImportFilter;
  ImportHold: ResolverTypeWrapper<ToldHold>;
  ImportInput: ImportInput;
  ImportNotice: ResolverTypeWrapper<TheImportNotice>;
  ImportNoticeConnection: ResolverTypeWrapper<NoticePage>;
  ImportNoticeEdge: ResolverTypeWrapper<Omit<ImportNoticeEdge, 'node'> & { node: ResolversTypes['ImportNotice'] }>;
  ImportPersonInput: ImportPersonInput;
  ImportRun: ResolverTypeWrapper<ShownRun>;
  ImportRunConnection: ResolverTypeWrapper<RunPage>;
  ImportRunEdge: ResolverTypeWrapper<Omit<ImportRunEdge, 'node'> & { node: ResolversTypes['ImportRun'] }>;
  ImportSource: ResolverTypeWrapper<TheImportSource>;
  ImportState: ImportState;
  InstitutionNumber: ResolverTypeWrapper<Scalars['InstitutionNumber']['output']>;
  LoginUser: ResolverTypeWrapper<TheLoginUser>;
  LoginUserPage: ResolverTypeWrapper<TheLoginUserPage>;
  LoginUserRole: ResolverTypeWrapper<TheLoginUserRole>;
  Municipality: ResolverTypeWrapper<MunicipalityKey>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyChild: ResolverTypeWrapper<OwnChild>;
  MyData: ResolverTypeWrapper<OwnRecord>;
  NationalNumber: ResolverTypeWrapper<Scalars['NationalNumber']['output']>;
  NationalNumberKind: NationalNumberKind;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PeopleFilter: PeopleFilter;
  Permission: ResolverTypeWrapper<Permission>;
  Person: ResolverTypeWrapper<ThePerson>;
  PersonAction: PersonAction;
  PersonInput: PersonInput;
  PersonKey: PersonKey;
  PersonName: ResolverTypeWrapper<PersonName>;
  PersonRole: PersonRole;
  PersonTrace: ResolverTypeWrapper<ThePersonTrace>;
  Phone: ResolverTypeWrapper<Phone>;
  PhoneInput: PhoneInput;
  PostalAddress: ResolverTypeWrapper<PostalAddress>;
  PostalAddressInput: PostalAddressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Read: ResolverTypeWrapper<OwnRead>;
  ReadConnection: ResolverTypeWrapper<ReadPage>;
  ReadEdge: ResolverTypeWrapper<Omit<ReadEdge, 'node'> & { node: ResolversTypes['Read'] }>;
  Refusal: ResolverTypeWrapper<Refusal>;
  ReidentifyInput: ReidentifyInput;
  ReidentifyPayload: ResolverTypeWrapper<ShownReidentification>;
  StatisticCell: ResolverTypeWrapper<StatisticCell>;
  SupplierSystem: ResolverTypeWrapper<SupplierSystem>;
  TraceStep: ResolverTypeWrapper<TraceStep>;
  TraceStepKind: TraceStepKind;
  UserOverview: ResolverTypeWrapper<Overview>;
  UserOverviewUnit: ResolverTypeWrapper<KnownDaycare>;
  UserOverviewUnitConnection: ResolverTypeWrapper<UnitPage>;
  UserOverviewUnitEdge: ResolverTypeWrapper<Omit<UserOverviewUnitEdge, 'node'> & { node: ResolversTypes['UserOverviewUnit'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessUseDay: TheAccessUse;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AccessUsePage: UsePage;
  Boolean: Scalars['Boolean']['output'];
  Activation: TheActivation;
  String: Scalars['String']['output'];
  Affiliation: TheAffiliation;
  AffiliationChange: VisibleChange;
  AffiliationChangePage: Omit<AffiliationChangePage, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['AffiliationChange']> };
  AffiliationConnection: PeoplePage;
  AffiliationEdge: Omit<AffiliationEdge, 'node'> & { node: ResolversParentTypes['Affiliation'] };
  ChildInput: ChildInput;
  Consequence: Consequence;
  ContactInput: ContactInput;
  ContactRelation: ShownRelation;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Daycare: DaycareKey;
  EmployeeInput: EmployeeInput;
  ExternalInput: ExternalInput;
  Fact: Fact;
  FieldChange: FieldChange;
  Group: TheGroup;
  GroupInput: GroupInput;
  HistoryEntry: HistoryEntry;
  IdentityCount: ShownIdentityCount;
  IdentitySummary: ShownSummary;
  ImportChange: ShownChange;
  ImportChangeConnection: PlanPage;
  ImportChangeEdge: Omit<ImportChangeEdge, 'node'> & { node: ResolversParentTypes['ImportChange'] };
  ImportCounts: TheImportCounts;
  ImportFilter: ImportFilter;
  ImportHold: ToldHold;
  ImportInput: ImportInput;
  ImportNotice: TheImportNotice;
  ImportNoticeConnection: NoticePage;
  ImportNoticeEdge: Omit<ImportNoticeEdge, 'node'> & { node: ResolversParentTypes['ImportNotice'] };
  ImportPersonInput: ImportPersonInput;
  ImportRun: ShownRun;
  ImportRunConnection: RunPage;
  ImportRunEdge: Omit<ImportRunEdge, 'node'> & { node: ResolversParentTypes['ImportRun'] };
  ImportSource: TheImportSource;
  InstitutionNumber: Scalars['InstitutionNumber']['output'];
  LoginUser: TheLoginUser;
  LoginUserPage: TheLoginUserPage;
  LoginUserRole: TheLoginUserRole;
  Municipality: MunicipalityKey;
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  MyChild: OwnChild;
  MyData: OwnRecord;
  NationalNumber: Scalars['NationalNumber']['output'];
  PageInfo: PageInfo;
  PeopleFilter: PeopleFilter;
  Permission: Permission;
  Person: ThePerson;
  PersonInput: PersonInput;
  PersonKey: PersonKey;
  PersonName: PersonName;
  PersonTrace: ThePersonTrace;
  Phone: Phone;
  PhoneInput: PhoneInput;
  PostalAddress: PostalAddress;
  PostalAddressInput: PostalAddressInput;
  Query: Record<PropertyKey, never>;
  Read: OwnRead;
  ReadConnection: ReadPage;
  ReadEdge: Omit<ReadEdge, 'node'> & { node: ResolversParentTypes['Read'] };
  Refusal: Refusal;
  ReidentifyInput: ReidentifyInput;
  ReidentifyPayload: ShownReidentification;
  StatisticCell: StatisticCell;
  SupplierSystem: SupplierSystem;
  TraceStep: TraceStep;
  UserOverview: Overview;
  UserOverviewUnit: KnownDaycare;
  UserOverviewUnitConnection: UnitPage;
  UserOverviewUnitEdge: Omit<UserOverviewUnitEdge, 'node'> & { node: ResolversParentTypes['UserOverviewUnit'] };
};

export type AccessUseDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessUseDay'] = ResolversParentTypes['AccessUseDay']> = {
  access?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  imports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessUsePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessUsePage'] = ResolversParentTypes['AccessUsePage']> = {
  caughtUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccessUseDay']>, ParentType, ContextType>;
  nextCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
};

export type ActivationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Activation'] = ResolversParentTypes['Activation']> = {
  deliveredTo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  needsSecondPerson?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  uniId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AffiliationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Affiliation'] = ResolversParentTypes['Affiliation']> = {
  address?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContactRelation']>>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContactRelation']>>, ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Group']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localPersonId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mainGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['PersonName'], ParentType, ContextType>;
  nationalNumber?: Resolver<Maybe<ResolversTypes['NationalNumber']>, ParentType, ContextType>;
  nationalNumberKind?: Resolver<Maybe<ResolversTypes['NationalNumberKind']>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  phones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Phone']>>, ParentType, ContextType>;
  positions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  realName?: Resolver<Maybe<ResolversTypes['PersonName']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['PersonRole'], ParentType, ContextType>;
  shortName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceDateTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AffiliationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffiliationChange'] = ResolversParentTypes['AffiliationChange']> = {
  affiliation?: Resolver<Maybe<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  affiliationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedFields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AffiliationChangeKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  uniId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AffiliationChangePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffiliationChangePage'] = ResolversParentTypes['AffiliationChangePage']> = {
  caughtUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AffiliationChange']>, ParentType, ContextType>;
  nextCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
};

export type AffiliationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffiliationConnection'] = ResolversParentTypes['AffiliationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AffiliationEdge']>, ParentType, ContextType>;
  feedPosition?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AffiliationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffiliationEdge'] = ResolversParentTypes['AffiliationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Affiliation'], ParentType, ContextType>;
};

export type ConsequenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consequence'] = ResolversParentTypes['Consequence']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContactRelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactRelation'] = ResolversParentTypes['ContactRelation']> = {
  accessLevel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  child?: Resolver<ResolversTypes['Affiliation'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Affiliation'], ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  hasCustody?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Daycare']> | FederationReferenceType, FederationReferenceType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Group']>>, ParentType, ContextType>;
  identitySummary?: Resolver<Maybe<ResolversTypes['IdentitySummary']>, ParentType, ContextType>;
  imports?: Resolver<Maybe<ResolversTypes['ImportRunConnection']>, ParentType, ContextType, RequireFields<DaycareImportsArgs, 'first'>>;
  number?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['AffiliationConnection']>, ParentType, ContextType, RequireFields<DaycarePeopleArgs, 'first'>>;
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportSource']>>, ParentType, ContextType>;
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

export type GroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type IdentityCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityCount'] = ResolversParentTypes['IdentityCount']> = {
  activated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  begun?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  imports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['StatisticCell']>, ParentType, ContextType>;
  notices?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IdentitySummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentitySummary'] = ResolversParentTypes['IdentitySummary']> = {
  activated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  children?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  employees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  externals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  heldImports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastImportAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openNotices?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportChange'] = ResolversParentTypes['ImportChange']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImportChangeKind'], ParentType, ContextType>;
  localPersonId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type ImportChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportChangeConnection'] = ResolversParentTypes['ImportChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImportChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImportChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportChangeEdge'] = ResolversParentTypes['ImportChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportChange'], ParentType, ContextType>;
};

export type ImportCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportCounts'] = ResolversParentTypes['ImportCounts']> = {
  begun?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportHold'] = ResolversParentTypes['ImportHold']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportNotice'] = ResolversParentTypes['ImportNotice']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localPersonId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportNoticeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportNoticeConnection'] = ResolversParentTypes['ImportNoticeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImportNoticeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImportNotice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportNoticeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportNoticeEdge'] = ResolversParentTypes['ImportNoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportNotice'], ParentType, ContextType>;
};

export type ImportRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRun'] = ResolversParentTypes['ImportRun']> = {
  counts?: Resolver<ResolversTypes['ImportCounts'], ParentType, ContextType>;
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['ImportHold']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notices?: Resolver<Maybe<ResolversTypes['ImportNoticeConnection']>, ParentType, ContextType, RequireFields<ImportRunNoticesArgs, 'first'>>;
  permission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<ImportRunPermissionArgs, 'action'>>;
  plan?: Resolver<Maybe<ResolversTypes['ImportChangeConnection']>, ParentType, ContextType, RequireFields<ImportRunPlanArgs, 'first'>>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceDateTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ImportRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRunConnection'] = ResolversParentTypes['ImportRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImportRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRunEdge'] = ResolversParentTypes['ImportRunEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportRun'], ParentType, ContextType>;
};

export type ImportSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportSource'] = ResolversParentTypes['ImportSource']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  lastRun?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['SupplierSystem']>, ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ties?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface InstitutionNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['InstitutionNumber'], any> {
  name: 'InstitutionNumber';
}

export type LoginUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginUser'] = ResolversParentTypes['LoginUser']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['LoginUserRole']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IdentityState'], ParentType, ContextType>;
  uniId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LoginUserPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginUserPage'] = ResolversParentTypes['LoginUserPage']> = {
  next?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  users?: Resolver<ReadonlyArray<ResolversTypes['LoginUser']>, ParentType, ContextType>;
};

export type LoginUserRoleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginUserRole'] = ResolversParentTypes['LoginUserRole']> = {
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['PersonRole'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  identitySummary?: Resolver<Maybe<ResolversTypes['IdentitySummary']>, ParentType, ContextType>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateIdentity?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, Partial<MutationActivateIdentityArgs>>;
  applyPlannedImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationApplyPlannedImportArgs, 'id'>>;
  confirmActivation?: Resolver<Maybe<ResolversTypes['Activation']>, ParentType, ContextType, RequireFields<MutationConfirmActivationArgs, 'uniId'>>;
  discardHeldImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationDiscardHeldImportArgs, 'comment' | 'id'>>;
  issueActivation?: Resolver<Maybe<ResolversTypes['Activation']>, ParentType, ContextType, RequireFields<MutationIssueActivationArgs, 'daycare' | 'uniId'>>;
  reidentifyPerson?: Resolver<Maybe<ResolversTypes['ReidentifyPayload']>, ParentType, ContextType, RequireFields<MutationReidentifyPersonArgs, 'dryRun' | 'input'>>;
  releaseHeldImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationReleaseHeldImportArgs, 'comment' | 'ending' | 'id'>>;
  revealNationalNumber?: Resolver<Maybe<ResolversTypes['NationalNumber']>, ParentType, ContextType, RequireFields<MutationRevealNationalNumberArgs, 'affiliation' | 'purpose'>>;
  setIdentityBlocked?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<MutationSetIdentityBlockedArgs, 'blocked' | 'reason' | 'uniId'>>;
  submitImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationSubmitImportArgs, 'dryRun' | 'input'>>;
  submitImportDocument?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationSubmitImportDocumentArgs, 'document' | 'dryRun'>>;
  undoImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<MutationUndoImportArgs, 'comment' | 'id'>>;
};

export type MyChildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MyChild'] = ResolversParentTypes['MyChild']> = {
  affiliations?: Resolver<ReadonlyArray<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type MyDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MyData'] = ResolversParentTypes['MyData']> = {
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  affiliations?: Resolver<ReadonlyArray<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['MyChild']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['ReadConnection'], ParentType, ContextType, RequireFields<MyDataReadsArgs, 'first'>>;
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

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  affiliations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Affiliation']>>, ParentType, ContextType, Partial<PersonAffiliationsArgs>>;
  continuesAs?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  isProtected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permission?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType, RequireFields<PersonPermissionArgs, 'action'>>;
  state?: Resolver<ResolversTypes['IdentityState'], ParentType, ContextType>;
  uniId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonTraceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonTrace'] = ResolversParentTypes['PersonTrace']> = {
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  next?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['TraceStep']>, ParentType, ContextType>;
};

export type PhoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Phone'] = ResolversParentTypes['Phone']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  protected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  municipalityCode?: Resolver<Maybe<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  town?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessUses?: Resolver<Maybe<ResolversTypes['AccessUsePage']>, ParentType, ContextType, RequireFields<QueryAccessUsesArgs, 'first' | 'waitSeconds'>>;
  affiliationChanges?: Resolver<Maybe<ResolversTypes['AffiliationChangePage']>, ParentType, ContextType, RequireFields<QueryAffiliationChangesArgs, 'first' | 'waitSeconds'>>;
  identityStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IdentityCount']>>, ParentType, ContextType, RequireFields<QueryIdentityStatisticsArgs, 'by'>>;
  importRun?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType, RequireFields<QueryImportRunArgs, 'id'>>;
  importRuns?: Resolver<Maybe<ResolversTypes['ImportRunConnection']>, ParentType, ContextType, RequireFields<QueryImportRunsArgs, 'first'>>;
  loginUsers?: Resolver<Maybe<ResolversTypes['LoginUserPage']>, ParentType, ContextType, RequireFields<QueryLoginUsersArgs, 'first' | 'skip'>>;
  myData?: Resolver<Maybe<ResolversTypes['MyData']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'uniId'>>;
  personByNationalNumber?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonByNationalNumberArgs, 'nationalNumber'>>;
  personTrace?: Resolver<Maybe<ResolversTypes['PersonTrace']>, ParentType, ContextType, RequireFields<QueryPersonTraceArgs, 'by' | 'daycare'>>;
  userOverview?: Resolver<Maybe<ResolversTypes['UserOverview']>, ParentType, ContextType, RequireFields<QueryUserOverviewArgs, 'municipality'>>;
};

export type ReadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Read'] = ResolversParentTypes['Read']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReadConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadConnection'] = ResolversParentTypes['ReadConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReadEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Read']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReadEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadEdge'] = ResolversParentTypes['ReadEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Read'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ReidentifyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReidentifyPayload'] = ResolversParentTypes['ReidentifyPayload']> = {
  consequences?: Resolver<ReadonlyArray<ResolversTypes['Consequence']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mergesWith?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  needsConsentOf?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type StatisticCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticCell'] = ResolversParentTypes['StatisticCell']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupplierSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierSystem'] = ResolversParentTypes['SupplierSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TraceStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TraceStep'] = ResolversParentTypes['TraceStep']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TraceStepKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whoCanFix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserOverviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserOverview'] = ResolversParentTypes['UserOverview']> = {
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  municipalityCode?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['IdentitySummary'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UserOverviewUnitConnection'], ParentType, ContextType, RequireFields<UserOverviewUnitsArgs, 'first'>>;
};

export type UserOverviewUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserOverviewUnit'] = ResolversParentTypes['UserOverviewUnit']> = {
  daycare?: Resolver<Maybe<ResolversTypes['Daycare']>, ParentType, ContextType>;
  daycareNumber?: Resolver<ResolversTypes['InstitutionNumber'], ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['AffiliationConnection']>, ParentType, ContextType, RequireFields<UserOverviewUnitPeopleArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ImportSource']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['IdentitySummary'], ParentType, ContextType>;
};

export type UserOverviewUnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserOverviewUnitConnection'] = ResolversParentTypes['UserOverviewUnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserOverviewUnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UserOverviewUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserOverviewUnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserOverviewUnitEdge'] = ResolversParentTypes['UserOverviewUnitEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserOverviewUnit'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessUseDay?: AccessUseDayResolvers<ContextType>;
  AccessUsePage?: AccessUsePageResolvers<ContextType>;
  Activation?: ActivationResolvers<ContextType>;
  Affiliation?: AffiliationResolvers<ContextType>;
  AffiliationChange?: AffiliationChangeResolvers<ContextType>;
  AffiliationChangePage?: AffiliationChangePageResolvers<ContextType>;
  AffiliationConnection?: AffiliationConnectionResolvers<ContextType>;
  AffiliationEdge?: AffiliationEdgeResolvers<ContextType>;
  Consequence?: ConsequenceResolvers<ContextType>;
  ContactRelation?: ContactRelationResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Daycare?: DaycareResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  IdentityCount?: IdentityCountResolvers<ContextType>;
  IdentitySummary?: IdentitySummaryResolvers<ContextType>;
  ImportChange?: ImportChangeResolvers<ContextType>;
  ImportChangeConnection?: ImportChangeConnectionResolvers<ContextType>;
  ImportChangeEdge?: ImportChangeEdgeResolvers<ContextType>;
  ImportCounts?: ImportCountsResolvers<ContextType>;
  ImportHold?: ImportHoldResolvers<ContextType>;
  ImportNotice?: ImportNoticeResolvers<ContextType>;
  ImportNoticeConnection?: ImportNoticeConnectionResolvers<ContextType>;
  ImportNoticeEdge?: ImportNoticeEdgeResolvers<ContextType>;
  ImportRun?: ImportRunResolvers<ContextType>;
  ImportRunConnection?: ImportRunConnectionResolvers<ContextType>;
  ImportRunEdge?: ImportRunEdgeResolvers<ContextType>;
  ImportSource?: ImportSourceResolvers<ContextType>;
  InstitutionNumber?: GraphQLScalarType;
  LoginUser?: LoginUserResolvers<ContextType>;
  LoginUserPage?: LoginUserPageResolvers<ContextType>;
  LoginUserRole?: LoginUserRoleResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  MyChild?: MyChildResolvers<ContextType>;
  MyData?: MyDataResolvers<ContextType>;
  NationalNumber?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  PersonTrace?: PersonTraceResolvers<ContextType>;
  Phone?: PhoneResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Read?: ReadResolvers<ContextType>;
  ReadConnection?: ReadConnectionResolvers<ContextType>;
  ReadEdge?: ReadEdgeResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ReidentifyPayload?: ReidentifyPayloadResolvers<ContextType>;
  StatisticCell?: StatisticCellResolvers<ContextType>;
  SupplierSystem?: SupplierSystemResolvers<ContextType>;
  TraceStep?: TraceStepResolvers<ContextType>;
  UserOverview?: UserOverviewResolvers<ContextType>;
  UserOverviewUnit?: UserOverviewUnitResolvers<ContextType>;
  UserOverviewUnitConnection?: UserOverviewUnitConnectionResolvers<ContextType>;
  UserOverviewUnitEdge?: UserOverviewUnitEdgeResolvers<ContextType>;
};

