const DAY = 24 * 60 * 60 * 1000;

/** What is kept how long, what happens then, and by which rule. Periods are milliseconds. */
// biome-ignore format: a table
export const retention = {
  'source without import':   { for: 365 * DAY,     whatThen: 'its ties end, and nobody else’s (hard case 9)',                               rule: 'I42' },
  'source without warning':  { for: 335 * DAY,     whatThen: 'the daycare is warned, where the source holds ties',                           rule: 'I44' },
  'frozen tie':              { for: 30 * DAY,      whatThen: 'it ends: the access to send stayed gone',                                      rule: 'Q5' },
  'identity without ties':   { for: 2 * 365 * DAY, whatThen: 'its facts are erased; UniID, username and what its number is known by stay',   rule: 'I46' },
  'run of an import':        { for: 2 * 365 * DAY, whatThen: 'it is deleted with its notices, but for the last of a source',                 rule: 'N21' },
  'logged read':             { for: 5 * 365 * DAY, whatThen: 'it is deleted: nobody answers for it any more',                                rule: 'N20' },
} as const satisfies Record<string, { readonly for: number; readonly whatThen: string; readonly rule: string }>;

export type Kept = keyof typeof retention;

/** What is older than this has been kept long enough. */
export const cutoff = (kept: Kept, now: number): number => now - retention[kept].for;

/** When a source's ties end unless it sends something; nothing of one that holds none. */
export const endsAt = ({ takenAt, ties }: { readonly takenAt: number | null; readonly ties: number }): number | null =>
  takenAt === null || ties === 0 ? null : takenAt + retention['source without import'].for;
