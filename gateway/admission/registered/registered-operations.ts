import { refusal } from '#shared/refusal.ts';
import type { NotAdmitted } from '../first-broken.ts';
import type { Asked } from '../requests/asked.ts';

/** Operations that clients of ours have registered beforehand: they come by their id, and no limit holds them. */
export type RegisteredOperations = ReadonlyMap<string, RegisteredOperation>;

export interface RegisteredOperation {
  readonly document: string;
  /** Whose operation it is, for whoever reads the list. */
  readonly client: string;
}

/** The text that is asked, and whether it is a registered one; an id of none is not admitted, nor one that names another text. */
export function textOf(
  { query, documentId }: Asked,
  registered: RegisteredOperations,
): { readonly text: string; readonly isRegistered: boolean } | NotAdmitted {
  if (documentId === undefined) return { text: query ?? '', isRegistered: false };
  const found = registered.get(documentId);
  if (!found) return { status: 404, told: refusal('OPERATION_UNKNOWN', 'No operation is registered by this id; send its document.') };
  if (query !== undefined && query !== found.document)
    return { status: 400, told: refusal('INVALID_INPUT', 'The document is not the one that is registered by its id.') };
  return { text: found.document, isRegistered: true };
}
