import { follower, type Permissions, rule, signedIn } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { allStandings, heldBy } from '../domain/requests/decision-policy.ts';
import { asksAs, closesAs, mayRegister, setsAs } from '../domain/systems/supplier-policy.ts';
import type { SystemState } from '../domain/systems/system.ts';
import { keepsWebhookAs } from '../domain/webhooks/webhook-policy.ts';
import type { Context } from './context.ts';
import { oversightPermissions } from './overseeing/oversight-permissions.ts';

/** Whoever decides for no one is told at the door; of each request that is named the decision table is asked in the act, item by item. */
const decidesForSomeone = rule<Context>('decides for someone', ({ actor }) =>
  heldBy(actor).length > 0
    ? undefined
    : refusal('NOT_PERMITTED', `Decided by: ${allStandings.join(', ')}.`, { rule: 'A16', grantableBy: allStandings }),
);

const asksForSystem = rule<Context>(
  'asks for the system',
  async ({ actor, loaders }, _, { input }: { readonly input?: { readonly system: string } }) => {
    const system = input && (await loaders.system.load(input.system));
    const verdict = system ? asksAs(system, actor) : asksAs({ id: '', supplier: '' }, actor);
    return typeof verdict === 'string' ? undefined : verdict;
  },
);

const setsSystem = rule<Context>(
  'sets the system',
  async ({ actor, loaders }, _, { system: id, state }: { readonly system?: string; readonly state?: SystemState }) => {
    const system = id ? await loaders.system.load(id) : undefined;
    const verdict = system && state && setsAs(system, state, actor);
    return typeof verdict === 'object' ? verdict : undefined;
  },
);

const keepsWebhook = rule<Context>('keeps the webhook', async ({ actor, loaders }, _, { system: id }: { readonly system?: string }) => {
  const verdict = keepsWebhookAs(id ? await loaders.system.load(id) : undefined, actor);
  return typeof verdict === 'string' ? undefined : verdict;
});

const asksForNamed = rule<Context>(
  'asks for the named system',
  async ({ actor, loaders }, _, { system: id }: { readonly system?: string }) => {
    const system = id ? await loaders.system.load(id) : undefined;
    const verdict = asksAs(system ?? { id: '', supplier: '' }, actor);
    return typeof verdict === 'string' ? undefined : verdict;
  },
);

const closes = rule<Context>('closes accesses', ({ actor }) => {
  const verdict = closesAs(actor);
  return typeof verdict === 'string' ? undefined : verdict;
});

const registers = rule<Context>('registers suppliers', ({ actor }) => mayRegister(actor));

/** Who may come to which field. Which requests and accesses exist for whom is scope, in the store. */
export const permissions: Permissions<Context> = {
  Query: {
    viewer: signedIn,
    inbox: decidesForSomeone,
    dataAccessRequest: signedIn,
    dataAccessRequests: signedIn,
    dataAccess: signedIn,
    dataAccesses: signedIn,
    accessState: signedIn,
    supplierSystem: signedIn,
    services: signedIn,
    soughtRequests: signedIn,
    dataAccessChanges: follower,
    noticeRecipients: signedIn,
    noticeGaps: signedIn,
    webhook: signedIn,
    webhookDeadLetters: signedIn,
    ...oversightPermissions,
  },
  Mutation: {
    requestDataAccess: asksForSystem,
    approveRequests: decidesForSomeone,
    rejectRequests: decidesForSomeone,
    withdrawRequests: signedIn,
    // To whom a daycare is nothing it is not there; the act says so.
    askForRequest: decidesForSomeone,
    undoDecisions: decidesForSomeone,
    revokeAccesses: decidesForSomeone,
    confirmAccesses: decidesForSomeone,
    // Of each access that is named the suppliers' table is asked in the act.
    endAccesses: signedIn,
    closeAccesses: closes,
    setSystemState: setsSystem,
    registerSupplier: registers,
    registerSystem: registers,
    addNoticeRecipient: signedIn, // whose recipients one keeps is asked in the act, where the daycare is known
    removeNoticeRecipient: signedIn,
    setWebhook: keepsWebhook,
    rotateWebhookSecret: keepsWebhook,
    removeWebhook: keepsWebhook,
    replayWebhook: keepsWebhook,
    askForConnection: asksForNamed,
    approveConnections: registers,
    refuseConnections: registers,
    closeConnections: registers,
    addSystemKey: asksForNamed,
    withdrawSystemKey: asksForNamed,
  },
};
