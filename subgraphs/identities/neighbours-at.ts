import { httpPeer, type Peer } from '#shared/peer.ts';

type Sign = Parameters<typeof httpPeer>[2];

/** The neighbours that are followed, at their addresses. */
export const neighboursAt = (
  { institutions, agreements }: { readonly institutions: string; readonly agreements: string },
  sign: Sign,
): { readonly institutions: Peer; readonly agreements: Peer } => ({
  institutions: httpPeer('institutions', institutions, sign),
  agreements: httpPeer('agreements', agreements, sign),
});
