import type { Actor } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import type { Page } from '#shared/page.ts';
import type { ChangeInstitution } from '../actions/change-institution.ts';
import type { CloseDaycare } from '../actions/close-daycare.ts';
import type { LoadedRows } from '../actions/load-register-rows.ts';
import type { RegisterInstitution } from '../actions/register-institution.ts';
import type { RegisterUnit } from '../actions/register-unit.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import type { DaycareEventFacts, ToldChange } from '../domain/daycares/daycare-event.ts';
import type { RegisterReader } from '../domain/register-reader.ts';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import type { Loaders } from './loaders.ts';

export type DaycarePage = Page<Daycare> & { readonly feedPosition: () => Promise<string> };
export type UnitPage = Page<Daycare>;
export type HistoryPage = Page<ToldChange>;

/** How an act is sent: whether anything of it is kept, and the key by which it is known when it is sent again. */
export interface Sent {
  readonly dryRun?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** The register's acts, as this actor. */
export interface Acts {
  registerInstitution(told: RegisterInstitution, sent: Sent): Promise<DaycarePayload>;
  registerUnit(told: RegisterUnit, sent: Sent): Promise<DaycarePayload>;
  changeInstitution(told: ChangeInstitution, sent: Sent): Promise<DaycarePayload>;
  closeDaycare(told: CloseDaycare, sent: Sent): Promise<DaycarePayload>;
  loadRegisterRows(rows: readonly RegisterRow[]): Promise<LoadedRows>;
}

/** What a request to this subgraph works with. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reader: RegisterReader;
  readonly loaders: Loaders;
  readonly acts: Acts;
  readonly feed: Feed<DaycareEventFacts>;
}
