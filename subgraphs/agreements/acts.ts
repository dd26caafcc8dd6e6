import type { Actor } from '#shared/actor.ts';
import { type Conduct, conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { refuse } from '#shared/refusal.ts';
import { changeAccesses, type Way } from './actions/accesses/change-accesses.ts';
import { closing, confirming, ending, revoking } from './actions/accesses/ways.ts';
import { askForRequest } from './actions/requests/ask-for-request.ts';
import { type DecisionResult, decideRequests } from './actions/requests/decide-requests.ts';
import { requestAccess } from './actions/requests/request-access.ts';
import { undoDecisions } from './actions/requests/undo-decisions.ts';
import { withdrawRequests } from './actions/requests/withdraw-requests.ts';
import { askForConnection } from './actions/systems/ask-for-connection.ts';
import { type ConnectionResult, decideConnections } from './actions/systems/decide-connections.ts';
import { addSystemKey, withdrawSystemKey } from './actions/systems/keep-keys.ts';
import { registerSupplier } from './actions/systems/register-supplier.ts';
import { registerSystem } from './actions/systems/register-system.ts';
import { setSystemState } from './actions/systems/set-system-state.ts';
import { agreementsIn, type StoreParts } from './database/keeping/agreements.ts';
import type { AgreementReader } from './domain/agreement-reader.ts';
import type { Agreements } from './domain/agreement-store.ts';
import type { Acts, Sent, WayOfChange } from './graphql/context.ts';
import { readPublicKey } from './outside/public-key.ts';
import { recalling } from './recalling.ts';

/** What every act works with. */
export interface ActsParts extends StoreParts {
  readonly database: Database;
  readonly reader: AgreementReader;
}

interface Taking<Result> {
  readonly results: Result[];
  readonly takesAway: boolean;
}
const takesAway = <Result>(done: Taking<Result>): boolean => done.takesAway;

const ways: Record<WayOfChange, Way> = { revoke: revoking, end: ending, close: closing, confirm: confirming };
const over: ReadonlySet<string> = new Set(['REVOKED', 'ENDED', 'CLOSED_BY_AGENCY']);

/** The acts on agreements as one actor. */
export function actsOf({ database, reader, ...parts }: ActsParts, actor: Actor): Acts {
  const act = <Result>(
    name: string,
    input: unknown,
    more: Sent & Pick<Conduct<Result>, 'takesAway' | 'recall'>,
    work: (agreements: Agreements) => Promise<Result>,
  ): Promise<Result> =>
    conduct(database, { actor: actor.id, act: name, input, ...more }, (transaction) => work(agreementsIn(transaction, parts)));
  const { requested, decided, moved } = recalling(reader, actor);
  return {
    requestAccess: (told, sent) =>
      act('requestDataAccess', told, { ...sent, recall: requested }, (agreements) => requestAccess(agreements, actor, told)),
    decideRequests: (told, sent) =>
      act('decideRequests', told, { ...sent, recall: decided }, (agreements) => decideRequests(agreements, actor, told)),
    withdrawRequests: (told, sent) =>
      act('withdrawRequests', told, { ...sent, recall: decided }, (agreements) => withdrawRequests(agreements, actor, told)),
    undoDecisions: (ids, sent) =>
      act('undoDecisions', ids, { ...sent, recall: decided<Taking<DecisionResult>>, takesAway }, (agreements) =>
        undoDecisions(agreements, actor, ids),
      ),
    askForRequest: async (told) => {
      await act('askForRequest', told, {}, (agreements) => askForRequest(agreements, actor, told));
      return true;
    },
    changeAccesses: async (way, told, sent) => {
      const isOver = ({ results }: Awaited<ReturnType<typeof changeAccesses>>) =>
        results.some(({ access }) => access !== null && over.has(access.state));
      const changed = await act(`${way}Accesses`, told, { ...sent, takesAway: isOver, recall: moved }, (agreements) =>
        changeAccesses(agreements, actor, ways[way], told),
      );
      return { ...changed, dryRun: sent.dryRun ?? false };
    },
    setSystemState: (told) =>
      act('setSystemState', told, { takesAway: ({ state }) => state !== 'ACTIVE' }, (agreements) =>
        setSystemState(agreements, actor, told),
      ),
    registerSupplier: (told) => act('registerSupplier', told, {}, (agreements) => registerSupplier(agreements, actor, told)),
    registerSystem: (told) => act('registerSystem', told, {}, (agreements) => registerSystem(agreements, actor, told)),
    askForConnection: (told) => act('askForConnection', told, {}, (agreements) => askForConnection(agreements, actor, told)),
    decideConnections: (told) =>
      act('decideConnections', told, { takesAway: takesAway<ConnectionResult> }, (agreements) =>
        decideConnections(agreements, actor, told),
      ),
    addSystemKey: (system, jwk) => {
      const key = readPublicKey(jwk);
      if (!key)
        refuse('INVALID_INPUT', 'That is no public key as a JWK: EC, OKP, or RSA from 2048 bits on.', { facts: { argument: 'jwk' } });
      return act('addSystemKey', { system, key }, {}, (agreements) => addSystemKey(agreements, actor, system, key));
    },
    withdrawSystemKey: (system, key) =>
      act('withdrawSystemKey', { system, key }, {}, (agreements) => withdrawSystemKey(agreements, actor, system, key)),
  };
}
