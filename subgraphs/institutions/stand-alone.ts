import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#shared/actor.ts';
import type { Client } from '#shared/graphql-client.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { makeKey, signingKey, trustedKeys } from '#shared/keys.ts';
import { startInstitutions } from './server.ts';

const agency: Actor = { id: 'load-register', name: 'load-register', kind: 'person', assurance: 'HIGH', mandates: [{ role: 'AGENCY' }] };

const fileIn = (folder: string) => join(folder, 'institutions.sqlite');

/** Whether a data folder has a register. */
export const holdsRegister = (folder: string): boolean => existsSync(fileIn(folder));

/** The register alone on a data folder that nobody else has, asked as the agency; the others catch up when they start. */
export async function standAlone(folder: string): Promise<{ client: Client; stop: () => Promise<void> }> {
  const key = await makeKey('gateway');
  const sign = hopSigner(await signingKey(key));
  const quiet = { info: () => {}, error: (facts: object) => console.error(facts) };
  const register = await startInstitutions({
    databaseUrl: `sqlite:${fileIn(folder)}`,
    trusted: trustedKeys([key]),
    clock: Date.now,
    log: quiet,
  });
  return {
    client: async (operation) =>
      register.execute(operation, { token: await sign('institutions', { actor: agency }), requestId: 'load-register' }),
    stop: register.stop,
  };
}
