import type { Criteria } from '../../domain/agreement-reader.ts';
import { soughtIn } from '../../domain/searching/sought.ts';
import type { Oversight } from './oversight.ts';

/** Which requests; a text among the rest. */
export type RequestFilter = Criteria & { readonly text?: string | null | undefined };

/** A filter as the store takes it: a text is looked up in the names of suppliers and systems first. */
export async function criteriaFrom(
  { oversight }: { readonly oversight: Oversight },
  filter: RequestFilter | null | undefined,
): Promise<Criteria> {
  const { text, ...criteria } = filter ?? {};
  return text ? { ...criteria, sought: soughtIn(text, await oversight.reader.parties()) } : criteria;
}
