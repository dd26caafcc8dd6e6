import type { Actor } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import type { Page } from '#shared/page.ts';
import type { ChangeInstitution } from '../actions/changing/change-institution.ts';
import type { ChangeLocation } from '../actions/changing/change-location.ts';
import type { ChangeUnit } from '../actions/changing/change-unit.ts';
import type { CloseDaycare } from '../actions/changing/close-daycare.ts';
import type { MoveDaycare } from '../actions/changing/move-daycare.ts';
import type { LoadedRows } from '../actions/loading/load-register-rows.ts';
import type { CancelPlanned } from '../actions/planning/cancel-planned.ts';
import type { RegisterInstitution } from '../actions/registering/register-institution.ts';
import type { RegisterLocation } from '../actions/registering/register-location.ts';
import type { RegisterUnit } from '../actions/registering/register-unit.ts';
import type { DismissDouble } from '../actions/reviewing/dismiss-double.ts';
import type { AnswerTransfer } from '../actions/transferring/answer-transfer.ts';
import type { ProposeTransfer } from '../actions/transferring/propose-transfer.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import type { DaycareEventFacts, ToldChange } from '../domain/daycares/daycare-event.ts';
import type { DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import type { DuplicateCandidate } from '../domain/doubles/likely-doubles.ts';
import type { RegisterReader } from '../domain/register-reader.ts';
import type { Transfer } from '../domain/transfers/transfer.ts';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import type { Loaders } from './loaders.ts';

export type DaycarePage = Page<Daycare> & { readonly feedPosition: () => Promise<string> };
export type UnitPage = Page<Daycare>;
export type HistoryPage = Page<ToldChange>;
export type TransferPage = Page<Transfer>;
export type DuplicatePage = Page<DuplicateCandidate>;

/** How an act is sent: whether anything of it is kept, and the key by which it is known when it is sent again. */
export interface Sent {
  readonly dryRun?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

type Act<Told> = (told: Told, sent: Sent) => Promise<DaycarePayload>;

/** The register's acts, as this actor. */
export interface Acts {
  readonly registerInstitution: Act<RegisterInstitution>;
  readonly registerUnit: Act<RegisterUnit>;
  readonly registerLocation: Act<RegisterLocation>;
  readonly changeInstitution: Act<ChangeInstitution>;
  readonly changeUnit: Act<ChangeUnit>;
  readonly changeLocation: Act<ChangeLocation>;
  readonly moveUnit: Act<MoveDaycare>;
  readonly moveLocation: Act<MoveDaycare>;
  readonly closeDaycare: Act<CloseDaycare>;
  readonly cancelPlanned: (told: CancelPlanned) => Promise<DaycarePayload>;
  readonly proposeTransfer: (told: ProposeTransfer) => Promise<Transfer>;
  readonly answerTransfer: (told: AnswerTransfer) => Promise<Transfer>;
  readonly dismissDuplicate: (told: DismissDouble) => Promise<boolean>;
  readonly loadRegisterRows: (rows: readonly RegisterRow[]) => Promise<LoadedRows>;
}

/** What a request to this subgraph works with. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  /** The instant the request is answered at. */
  readonly at: number;
  readonly reader: RegisterReader;
  readonly loaders: Loaders;
  /** The pages of municipalities' daycares that this request has asked for already. */
  readonly municipalityPages: Map<string, Promise<DaycarePage>>;
  readonly acts: Acts;
  readonly feed: Feed<DaycareEventFacts>;
}
