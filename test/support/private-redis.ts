import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

const server = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin', '/usr/local/bin']
  .map((place) => join(place, 'redis-server'))
  .find((path) => existsSync(path));

/** Whether there is a Redis on this machine; without one the tests that want it are left out. */
export const hasRedis = server !== undefined;

export interface PrivateRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of our own that keeps nothing, and can be stopped and started again. */
export async function privateRedis(): Promise<PrivateRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const redis: PrivateRedis = {
    url,
    start: async () => {
      child = spawn(server ?? 'redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      });
      for (let tries = 0; tries < 200; tries++) {
        const asked = new Redis(url, { lazyConnect: true, retryStrategy: null });
        asked.on('error', () => {});
        const isUp = await asked
          .connect()
          .then(() => asked.ping())
          .then(
            () => true,
            () => false,
          );
        asked.disconnect();
        if (isUp) return;
        await pause(25);
      }
      throw new Error('Redis did not start.');
    },
    stop: async () => {
      if (!child || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
  await redis.start();
  return redis;
}
