import { type Actor, isSureEnough, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';
import { opens, readingOf, type Standing, standingsAt } from '../reading/reading-policy.ts';
import type { ImportRun } from './import-run.ts';

export type ImportAction = 'RELEASE' | 'DISCARD' | 'APPLY' | 'UNDO';
/** The capacity in which somebody comes to an import. */
export type ImportStanding = Extract<Standing, 'daycare responsible' | 'daycare employee' | 'municipal employee'> | 'sending system';

/**
 * Who may do what with an import, by who owns the daycare. Released and undone by whoever decides CORE_IMPORT there, and by the daycare
 * responsible for self-owned and outsourced ones too; the sender may throw away what is held, and apply what it tried.
 */
// biome-ignore format: a table
export const mayHandle = {
  MUNICIPAL:  { RELEASE: { rule: 'D1', standings: ['daycare responsible'] },                     DISCARD: { rule: 'P6', standings: ['sending system', 'daycare responsible'] },                     APPLY: { rule: 'I13', standings: ['sending system'] }, UNDO: { rule: 'D1', standings: ['daycare responsible'] } },
  SELF_OWNED: { RELEASE: { rule: 'D3', standings: ['daycare employee', 'daycare responsible'] }, DISCARD: { rule: 'P6', standings: ['sending system', 'daycare employee', 'daycare responsible'] }, APPLY: { rule: 'I13', standings: ['sending system'] }, UNDO: { rule: 'D3', standings: ['daycare employee', 'daycare responsible'] } },
  PRIVATE:    { RELEASE: { rule: 'D5', standings: ['daycare employee'] },                        DISCARD: { rule: 'P6', standings: ['sending system', 'daycare employee'] },                        APPLY: { rule: 'I13', standings: ['sending system'] }, UNDO: { rule: 'D5', standings: ['daycare employee'] } },
  OUTSOURCED: { RELEASE: { rule: 'D7', standings: ['daycare employee', 'daycare responsible'] }, DISCARD: { rule: 'P6', standings: ['sending system', 'daycare employee', 'daycare responsible'] }, APPLY: { rule: 'I13', standings: ['sending system'] }, UNDO: { rule: 'D7', standings: ['daycare employee', 'daycare responsible'] } },
} as const satisfies Record<Ownership, Record<ImportAction, { readonly rule: string; readonly standings: readonly ImportStanding[] }>>;

export interface ImportVerdict {
  readonly rule: string;
  readonly because: string;
  readonly grantableBy: readonly ImportStanding[];
  /** As what it may be done, or why not. */
  readonly verdict: ImportStanding | Refusal;
}

/** As what this actor may do this with an import of this daycare, or why not. */
export function verdictOn(action: ImportAction, actor: Actor, daycare: KnownDaycare, { system }: Pick<ImportRun, 'system'>): ImportVerdict {
  const { rule, standings }: { rule: string; standings: readonly ImportStanding[] } = mayHandle[daycare.ownership][action];
  const because = `Done by: ${standings.join(', ')}.`;
  const held = new Set<string>([...standingsAt(actor, daycare), ...(isSender(actor, system) ? ['sending system'] : [])]);
  const as = standings.find((standing) => held.has(standing));
  const told = { rule, because, grantableBy: standings };
  if (!as) return { ...told, verdict: refusal('NOT_PERMITTED', because, { rule, grantableBy: standings }) };
  if (!isSureEnough(actor))
    return { ...told, verdict: refusal('ASSURANCE_TOO_LOW', 'Deciding on an import needs a login of level substantial.', { rule }) };
  return { ...told, verdict: as };
}

/** Whether this actor may know of an import at all: its sender, and who may read counts of the daycare. */
export const knowsOf = (actor: Actor, daycare: KnownDaycare, { system }: Pick<ImportRun, 'system'>): boolean =>
  isSender(actor, system) || (mandatesIn(actor, 'SUPPLIER_SYSTEM').length === 0 && opens(readingOf(actor, daycare).reading, 'COUNTS'));

const isSender = (actor: Actor, system: string): boolean =>
  mandatesIn(actor, 'SUPPLIER_SYSTEM').some((mandate) => mandate.system === system);
