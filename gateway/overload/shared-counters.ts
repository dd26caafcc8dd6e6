import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Log } from '#shared/present-error.ts';
import { type CounterFor, WINDOW_SECONDS } from './budgets.ts';

export interface SharedCounters {
  readonly counterFor: CounterFor;
  close(): void;
}

/** Counters that several gateways share through Redis. While it is gone each gateway counts for itself, up to its own share. */
export function sharedCounters(url: string, gateways: number, log: Log): SharedCounters {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: 200,
    lazyConnect: false,
  });
  let isGone = false;
  redis.on('error', (fault: Error) => {
    if (!isGone)
      log.error({ code: 'code' in fault ? fault.code : undefined }, 'Redis is gone; budgets are counted by each gateway for itself');
    isGone = true;
  });
  redis.on('ready', () => {
    if (isGone) log.info({}, 'Redis is back; budgets are shared again');
    isGone = false;
  });
  return {
    counterFor: (kind, points) =>
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `tilslut:budget:${kind}`,
        points,
        duration: WINDOW_SECONDS,
        // Whoever has spent it all is turned away without asking again.
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix: kind, points: Math.ceil(points / gateways), duration: WINDOW_SECONDS }),
      }),
    close: () => redis.disconnect(),
  };
}
