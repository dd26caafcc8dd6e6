import type { Actor } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import type { Page } from '#shared/page.ts';
import type { Releasing } from '../actions/deciding/release-held-import.ts';
import type { SubmittedImport, Submitting } from '../actions/importing/submit-import.ts';
import type { FeedFacts } from '../domain/reading/feed-change.ts';
import type { ImportDocument } from '../domain/document/import-document.ts';
import type { ImportNotice } from '../domain/importing/import-notice.ts';
import type { ImportRun } from '../domain/importing/import-run.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import type { Affiliation } from '../domain/people/affiliation.ts';
import type { RelationWithTies } from '../domain/people/contact-relation.ts';
import type { Person } from '../domain/people/person.ts';
import type { Readings } from '../domain/reading/readings.ts';
import type { Summary } from '../domain/reading/summary.ts';
import type { TraceReader } from '../domain/tracing/trace.ts';
import type { ReadSentDocument } from '../domain/sent/sent-document.ts';
import type { UseFeed } from '../domain/uses/use-feed.ts';
import type { LoginUsers } from '../domain/logins/login-users.ts';
import type { OwnReader } from '../domain/logins/own-reader.ts';
import type { IdentityActs } from './logins/identity-acts.ts';
import type { IdentifyingActs } from './identifying/identifying-acts.ts';
import type { Loaders } from './loaders.ts';

/** What other subgraphs' types are known by here. */
export interface DaycareKey {
  readonly number: string;
}
export interface MunicipalityKey {
  readonly code: string;
}

/** A run; with its notices where it was just submitted. */
export type ShownRun = ImportRun & { readonly fresh?: readonly ImportNotice[] | null };
export type ShownRelation = RelationWithTies;
/** A person with the tie by which the reader came to them. */
export type SeenPerson = Person & { readonly seenBy: Affiliation };
/** A summary is shown with its freshness at the moment of asking. */
export type ShownSummary = Summary & { readonly activated: () => Promise<number> };
export interface Overview {
  readonly municipality: string;
}
export type PeoplePage = Page<Affiliation> & { readonly feedPosition: () => Promise<string> };
export type RunPage = Page<ShownRun>;
export type NoticePage = Page<ImportNotice & { readonly place: number }>;
export type UnitPage = Page<KnownDaycare>;

/** What can be done here, as this actor. */
export interface ImportActs {
  submitImport(document: ImportDocument, sent: Submitting): Promise<SubmittedImport>;
  applyPlannedImport(id: string): Promise<ImportRun>;
  releaseHeldImport(releasing: Releasing): Promise<ImportRun>;
  discardHeldImport(told: ToldOfRun): Promise<ImportRun>;
  undoImport(told: ToldOfRun): Promise<ImportRun>;
}

/** Everything that can be done. */
export interface Acts extends IdentityActs, ImportActs {}

/** A run with what is said of a decision on it. */
export interface ToldOfRun {
  readonly id: string;
  readonly comment: string;
}

/** What a request to this subgraph works with. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  readonly readings: Readings;
  readonly traces: TraceReader;
  readonly ownReader: OwnReader;
  readonly loginUsers: LoginUsers;
  readonly loaders: Loaders;
  readonly acts: Acts;
  readonly identifying: IdentifyingActs;
  readonly feed: Feed<FeedFacts>;
  readonly uses: UseFeed;
  readonly readSent: ReadSentDocument;
}
