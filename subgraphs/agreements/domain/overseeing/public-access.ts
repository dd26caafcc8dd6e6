import type { Access } from '../accesses/access.ts';
import type { RequestRow } from '../requests/request.ts';

/** An access with the request that it came of. */
export interface AccessWithRequest extends Access {
  readonly request: RequestRow;
}

/** Whose accesses are shown to everyone: of a daycare and what lies under it, or of a municipality. */
export type PublicPlace = { readonly daycare: string } | { readonly municipality: string };

/** Since when it has been granted, pauses or not: the approval's instant. */
export const grantedAt = ({ request }: AccessWithRequest): number => request.decision?.at ?? request.requestedAt;
