import type { Actor } from '#shared/actor.ts';
import { refusal } from '#shared/refusal.ts';
import type { DecisionResult } from './actions/requests/decide-requests.ts';
import type { RequestResult } from './actions/requests/request-access.ts';
import type { AccessResult } from './actions/accesses/change-accesses.ts';
import type { AgreementReader } from './domain/agreement-reader.ts';

const gone = (what: string) => refusal('NOT_FOUND', `There is no such ${what}.`);

/** Looks anew at the requests and accesses that an earlier answer told: what is out of the actor's reach by now does not exist. */
export function recalling(reader: AgreementReader, actor: Actor) {
  const requests = async (results: readonly { readonly request: { readonly id: string } | null }[]) => {
    const ids = results.flatMap(({ request }) => request?.id ?? []);
    return ids.length > 0 ? reader.requestsByIds(actor, ids) : new Map<string, never>();
  };
  return {
    requested: async ({ results }: { results: RequestResult[] }) => {
      const found = await requests(results);
      const again = (result: RequestResult): RequestResult => {
        const request = result.request && (found.get(result.request.id) ?? null);
        return result.request && !request ? { ...result, request: null, refusal: gone('request') } : { ...result, request };
      };
      return { results: results.map(again) };
    },
    decided: async <Decided extends { results: DecisionResult[] }>({ results, ...more }: Decided) => {
      const found = await requests(results);
      const again = (result: DecisionResult): DecisionResult => {
        const request = result.request && (found.get(result.id) ?? null);
        return result.request && !request ? { ...result, request: null, refusal: gone('request') } : { ...result, request };
      };
      return { ...more, results: results.map(again) };
    },
    moved: async ({ results }: { results: AccessResult[] }) => {
      const ids = results.flatMap(({ access }) => access?.id ?? []);
      const found = ids.length > 0 ? await reader.accessesByIds(actor, ids) : new Map<string, never>();
      const again = (result: AccessResult): AccessResult => {
        const access = result.access && (found.get(result.id) ?? null);
        return result.access && !access ? { ...result, access: null, refusal: gone('access') } : { ...result, access };
      };
      return { results: results.map(again) };
    },
  };
}
