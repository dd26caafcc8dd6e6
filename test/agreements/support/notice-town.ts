import { agreementsIn } from '../../../subgraphs/agreements/database/keeping/agreements.ts';
import { noticeDesk } from '../../../subgraphs/agreements/database/notices/notice-desk.ts';
import { noticeReader } from '../../../subgraphs/agreements/database/notices/notice-reader.ts';
import { recipientsIn } from '../../../subgraphs/agreements/database/notices/recipient-book.ts';
import { addRecipient } from '../../../subgraphs/agreements/actions/notices/add-recipient.ts';
import { decideRequests } from '../../../subgraphs/agreements/actions/requests/decide-requests.ts';
import { registerSupplier } from '../../../subgraphs/agreements/actions/systems/register-supplier.ts';
import { registerSystem } from '../../../subgraphs/agreements/actions/systems/register-system.ts';
import { requestAccess } from '../../../subgraphs/agreements/actions/requests/request-access.ts';
import { setSystemState } from '../../../subgraphs/agreements/actions/systems/set-system-state.ts';
import { applyDaycareChanges } from '../../../subgraphs/agreements/actions/following/apply-daycare-changes.ts';
import { withdrawRequests } from '../../../subgraphs/agreements/actions/requests/withdraw-requests.ts';
import type { KnownDaycare } from '../../../subgraphs/agreements/domain/known-daycare.ts';
import { usualTerms } from '../../../subgraphs/agreements/domain/terms.ts';
import type { Owner } from '../../../subgraphs/agreements/domain/notices/notice.ts';
import { tellNotices } from '../../../subgraphs/agreements/jobs/tell-notices.ts';
import { deliverMails } from '../../../subgraphs/agreements/jobs/deliver-mails.ts';
import { keepNotices } from '../../../subgraphs/agreements/jobs/keep-notices.ts';
import { smtpPost } from '../../../subgraphs/agreements/outside/mail.ts';
import { timeOrderedId } from '../../../subgraphs/agreements/outside/time-ordered-id.ts';
import { storage } from '../../../subgraphs/agreements/server.ts';
import type { Actor } from '#shared/actor.ts';
import { openDatabase } from '#shared/open-database.ts';
import { followerStates } from '#shared/follow.ts';
import { actorWith } from '../../support/subgraphs.ts';

export const agency = actorWith([{ role: 'AGENCY' }]);
export const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
export const clerk = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
export const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
export const placement = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1001' }]);
export const learning = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);

/** Wednesday 25 November 2026, ten in the morning in Denmark. */
export const TEN_O_CLOCK = Date.parse('2026-11-25T09:00:00Z');
export const PUBLIC_URL = 'https://tilslut.example';

export const daycare = (number: string, more: Partial<KnownDaycare> = {}): KnownDaycare => ({
  number,
  level: 'UNIT',
  name: `Daycare ${number}`,
  status: 'ACTIVE',
  municipality: '0751',
  municipalityName: 'Aarhus',
  ownership: 'MUNICIPAL',
  institution: 'G91001',
  unit: null,
  isChildminding: false,
  acceptsUsers: true,
  email: `${number.toLowerCase()}@daycare.example`,
  ...more,
});

/** The agreements of a small town on a store, with a clock that stands until it is moved. */
export async function openTown(url: string, { now = TEN_O_CLOCK, clock }: { now?: number; clock?: () => number } = {}) {
  const time = { now };
  const database = await openDatabase({ url, clock: clock ?? (() => time.now), ...storage });
  const desk = noticeDesk(database, timeOrderedId);
  const act = async <T>(work: (agreements: ReturnType<typeof agreementsIn>) => Promise<T>): Promise<T> =>
    (await database.transaction((transaction) => work(agreementsIn(transaction, { newId: timeOrderedId, terms: usualTerms })))).result;
  const planning = { digestHour: 7, host: 'tilslut.example' };
  const town = {
    database,
    desk,
    time,
    act,
    reader: noticeReader(database, true),
    tell: () => tellNotices(desk, planning, () => false),
    keep: () => keepNotices(desk),
    deliver: async (office: string, chance = () => 0.5) => {
      const post = smtpPost({ url: office, from: 'Tilslut <notices@tilslut.example>' });
      try {
        return await deliverMails(desk, { post, publicUrl: PUBLIC_URL, chance }, () => false);
      } finally {
        post.close();
      }
    },
    register: (daycares: readonly KnownDaycare[]) =>
      act((agreements) =>
        applyDaycareChanges(
          agreements,
          daycares.map((known) => ({ ...known, successors: [] })),
        ),
      ),
    addRecipient: (owner: Owner, email: string, more: { kinds?: string[]; actor?: Actor } = {}) =>
      database
        .transaction((transaction) =>
          addRecipient(recipientsIn(transaction, timeOrderedId), more.actor ?? agency, { owner, email, kinds: more.kinds }),
        )
        .then(({ result }) => result),
    ask: (daycares: readonly string[], more: { system?: string; service?: string; comment?: string; purpose?: string } = {}) =>
      act(async (agreements) => {
        const { system = 'S1003', service = 'ws17-small', comment, purpose = 'To play with letters' } = more;
        const told = {
          system,
          service,
          purposeKind: 'LEARNING_MATERIAL' as const,
          purpose,
          processingAgreement: 'DPA 1',
          daycares: daycares.map((number) => ({ number, comment })),
        };
        const { results } = await requestAccess(agreements, actorWith([{ role: 'SUPPLIER_SYSTEM', system }]), told);
        return results.map(({ request, refusal }) => {
          if (!request) throw new Error(JSON.stringify(refusal));
          return request.id;
        });
      }),
    decide: async (actor: Actor, ids: readonly string[], kind: 'approve' | 'reject' = 'approve') => {
      const validUntil = database.clock() + 9_000;
      await database.transaction(({ manager }) =>
        manager.upsert(followerStates, { feed: 'institutions', cursor: 'x', validUntil }, ['feed']),
      );
      const { results } = await act((agreements) => decideRequests(agreements, actor, { ids, act: kind, comment: 'Because' }));
      for (const { refusal } of results) if (refusal) throw new Error(JSON.stringify(refusal));
    },
    withdraw: (actor: Actor, ids: readonly string[]) => act((agreements) => withdrawRequests(agreements, actor, { ids })),
    pause: (system: string, state: 'PASSIVE' | 'ACTIVE') =>
      act((agreements) =>
        setSystemState(agreements, agency, { system, state: state === 'PASSIVE' ? 'STOPPED_BY_AGENCY' : state, reason: 'x' }),
      ),
    rows: (sql: string, values: unknown[] = []): Promise<any[]> => database.read((manager) => manager.query(sql, values)),
    close: () => database.close(),
  };
  return town;
}
export type Town = Awaited<ReturnType<typeof openTown>>;

/** Suppliers, their systems and some daycares, as if the register had told of them. */
export async function settle(town: Town, daycares: readonly KnownDaycare[]) {
  await town.register(daycares);
  for (const [number, system, services] of [
    ['1001', 'S1001', ['ws10-import']],
    ['1003', 'S1003', ['ws17-small', 'ws17-medium']],
  ] as const) {
    await town.act((agreements) => registerSupplier(agreements, agency, { number, name: `Supplier ${number}`, companyNumber: '92000001' }));
    await town.act((agreements) =>
      registerSystem(agreements, agency, { id: system, name: `System ${system}`, supplier: number, services }),
    );
  }
}
