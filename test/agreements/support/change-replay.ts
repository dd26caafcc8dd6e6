/** A change of the feed, as far as replaying it needs. */
export interface Change {
  readonly kind: string;
  readonly requestId: string;
  readonly accessId: string | null;
  readonly previousState: string | null;
  readonly state: string | null;
}

const requestAfter: Readonly<Record<string, string>> = {
  REQUESTED: 'WAITING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  UNDONE: 'WAITING',
};

/** Requests and accesses as a mirror has them that knows nothing but the feed; what does not follow upon what was told before is noted. */
export function replay(changes: readonly Change[]) {
  const requests = new Map<string, string>();
  const accesses = new Map<string, string>();
  const breaks: Change[] = [];
  for (const change of changes) {
    const { kind, requestId, accessId, previousState, state } = change;
    if (!accessId && kind === 'LAPSED') requests.set(requestId, 'LAPSED');
    if (requestAfter[kind]) requests.set(requestId, requestAfter[kind]);
    if (!accessId || !state) continue;
    if ((accesses.get(accessId) ?? null) !== previousState) breaks.push(change);
    accesses.set(accessId, state);
  }
  return { requests: Object.fromEntries(requests), accesses: Object.fromEntries(accesses), breaks };
}
