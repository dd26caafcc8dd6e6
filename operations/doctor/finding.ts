/** One thing that was looked at: as it should be, or not, and then what to do next. Holds no secret and nobody's data. */
export type Finding =
  | { readonly level: 'OK'; readonly about: string; readonly says: string }
  | { readonly level: 'WARN' | 'FAIL'; readonly about: string; readonly says: string; readonly next: string };

export const ok = (about: string, says: string): Finding => ({ level: 'OK', about, says });
export const warn = (about: string, says: string, next: string): Finding => ({ level: 'WARN', about, says, next });
export const fail = (about: string, says: string, next: string): Finding => ({ level: 'FAIL', about, says, next });

/** A finding as a person reads it: a line, and beneath it what to do. */
export function linesOf(finding: Finding): string[] {
  const line = `${finding.level.padEnd(6)}${finding.about.padEnd(ABOUT)}${finding.says}`;
  return finding.level === 'OK' ? [line] : [line, `${' '.repeat(6 + ABOUT)}Next: ${finding.next}`];
}

const ABOUT = 32;

/** A fault by its code alone: what engines and servers write beside it may hold names and values. */
export function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return 'no reason given';
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  if ('cause' in fault && fault.cause !== undefined) return codeOf(fault.cause);
  return 'name' in fault ? String(fault.name) : 'no reason given';
}

/** An address without user, password or query. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** So many milliseconds, in words. */
export function span(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 120) return `${Math.round(seconds * 10) / 10} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
