import { Redis } from 'ioredis';
import type { Check } from '../checks.ts';
import { codeOf, fail, ok, shownUrl, warn } from '../finding.ts';

const ANSWER_MS = 2_000;
const about = 'Redis';

/** Whether what gateways share can be shared. */
export const checkRedis: Check = async ({ installation: { redis: url } }) => {
  if (!url) return [ok(about, 'Not set up (REDIS_URL): each gateway counts for itself.')];
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
  });
  let fault: unknown;
  redis.on('error', (told) => {
    fault = told;
  });
  try {
    await redis.connect();
    await redis.ping();
    const isReplica = (await redis.info('replication')).includes('role:slave');
    if (isReplica) return [fail(about, `${shownUrl(url)} is a replica, which counts nothing.`, 'Point REDIS_URL at the primary.')];
    return [ok(about, `${shownUrl(url)} answers.`)];
  } catch (told) {
    return [
      warn(
        about,
        `${shownUrl(url)} does not answer: ${codeOf(fault ?? told)}.`,
        'Start it, or correct REDIS_URL (user and password too); until then each gateway counts its clients for itself.',
      ),
    ];
  } finally {
    redis.disconnect();
  }
};
