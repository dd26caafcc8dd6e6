import { connection, type Page, readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import { seesWebhook } from '../domain/webhooks/webhook-policy.ts';
import type { DeadLetter } from '../domain/webhooks/webhook.ts';
import type { SeenWebhook } from '../domain/webhooks/webhook-reader.ts';
import { systemOf } from './answers.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './schema.generated.ts';

export type DeadLetterPage = Page<DeadLetter>;

/** How webhooks are asked for. */
export const webhookResolvers = {
  Query: {
    webhook: (_, { system }, context) => webhookOf(context, system),
    webhookDeadLetters: (_, { system, ...page }, context) => deadLetterPage(context, system, page),
  },
  Mutation: {
    setWebhook: (_, told, { telling }) => telling.setWebhook(told),
    rotateWebhookSecret: (_, { system }, { telling }) => telling.rotateWebhookSecret(system),
    removeWebhook: (_, { system }, { telling }) => telling.removeWebhook(system),
    replayWebhook: (_, told, { telling }) => telling.replayWebhook(told),
  },
  WebhookPayload: { webhook: ({ webhook }, _, context) => webhookOf(context, webhook) },
  Webhook: {
    system: ({ system }, _, context) => systemOf(context, system),
    position: ({ cursor }) => cursor,
    deadLetters: ({ dead }) => dead,
    nextTryAt: ({ waiting, state, dueAt }) => (waiting > 0 && state === 'ACTIVE' ? dueAt : null),
    lastDeliveredAt: ({ deliveredAt }) => deliveredAt,
    lastFailure: ({ failure }) => failure,
  },
  WebhookDeadLetter: { id: ({ eventId }) => eventId },
  WebhookDeadLetterConnection: connection,
} satisfies Pick<Resolvers, 'Webhook' | 'WebhookPayload' | 'WebhookDeadLetter' | 'WebhookDeadLetterConnection'> & {
  Query: Pick<NonNullable<Resolvers['Query']>, 'webhook' | 'webhookDeadLetters'>;
  Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'setWebhook' | 'rotateWebhookSecret' | 'removeWebhook' | 'replayWebhook'>;
};

/** How a system's webhook stands; whoever may not see it is answered as if there were none. */
async function webhookOf({ telling, loaders, actor }: Context, id: string): Promise<SeenWebhook> {
  const system = await loaders.system.load(id);
  const webhook = system && seesWebhook(system, actor) ? await telling.webhooks.webhook(id) : undefined;
  return webhook ?? refuse('NOT_FOUND', 'There is no such webhook.');
}

async function deadLetterPage(
  { telling, loaders, actor }: Context,
  id: string,
  asked: { first: number; after?: string | null | undefined },
): Promise<DeadLetterPage> {
  const system = await loaders.system.load(id);
  if (!system || !seesWebhook(system, actor)) return refuse('NOT_FOUND', 'There is no such webhook.');
  return readPage('webhookDeadLetters', asked, {
    rows: (place) => telling.webhooks.deadLetters(id, place),
    keyOf: ({ position }) => [position],
    total: () => telling.webhooks.countDeadLetters(id),
  });
}
