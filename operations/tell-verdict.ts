import { nextStep } from './log-break.ts';
import type { LineNote } from './read-checkpoints.ts';
import type { Verdict } from './verify-one-log.ts';
import { timeOf } from './witnesses.ts';

const MOST_LINES = 5;
const STALE_MS = 2 * 60 * 60 * 1000;

/** When it was looked at, and in which folder for checkpoints. */
export interface Looked {
  readonly now: number;
  readonly folder: string;
}

/** Whether all that was checked of a log is as it should be. */
export const holds = ({ found, checkpoints }: Verdict): boolean => !found && !checkpoints?.notes.some(({ isBreak }) => isBreak);

/** A verdict as a person reads it, a line each. */
export function linesOf(verdict: Verdict, looked: Looked): string[] {
  const [first = '', ...rest] = [...(verdict.found ? broken(verdict) : sound(verdict)), ...vouched(verdict, looked), ...ofLines(verdict)];
  return [`${verdict.subgraph.padEnd(14)}${first}`, ...rest.map((line) => `${' '.repeat(14)}${line}`)];
}

const sound = ({ events, erased }: Verdict): string[] => [
  events === 0
    ? 'Nothing has happened yet.'
    : `${count(events, 'event')}, and the chain holds${erased ? `; the facts of ${erased} were erased` : ''}.`,
];

function broken({ events, found }: Verdict): string[] {
  if (!found) return [];
  return [
    `BREAK at position ${found.position}. ${found.says}`,
    events === 0 ? 'No event holds before it.' : `Events 1 to ${events} hold; nothing behind them was judged.`,
    'Next: keep a copy of the database and of the checkpoints as they are, before anything else touches them.',
    `      ${nextStep[found.kind]}`,
  ];
}

function vouched({ events, found, checkpoints, agreeing, lastAgreeing }: Verdict, { now, folder }: Looked): string[] {
  if (!checkpoints)
    return [
      `WARNING: there are no checkpoints of it in ${folder}. That events were cut from its end, or all of it was made anew, cannot be excluded.`,
    ];
  if (!lastAgreeing) return events === 0 || found ? ['No checkpoint agrees.'] : ['WARNING: no checkpoint is of this log yet.'];
  const { position, at } = lastAgreeing;
  const told = `${agreeing === 1 ? '1 checkpoint agrees' : `${agreeing} checkpoints agree`}; the newest, of position ${position}, is ${age(now - at)} old (${timeOf(at)}).`;
  if (found || position === events) return [told];
  const late = now - at > STALE_MS ? ' One was due: see whether the processes write them.' : '';
  return [told, `The last ${count(events - position, 'event')} came after it: if they were rewritten or cut, nothing would tell.${late}`];
}

function ofLines({ checkpoints }: Verdict): string[] {
  if (!checkpoints) return [];
  const { notes, path } = checkpoints;
  const more = notes.length - MOST_LINES;
  return [
    ...notes.slice(0, MOST_LINES).map((note) => `${note.isBreak ? 'BREAK' : 'Note'}: ${path}, ${lineOf(note)}`),
    ...(more > 0 ? [`... and ${count(more, 'more line')}.`] : []),
  ];
}

const lineOf = ({ line, says }: LineNote): string => `line ${line} ${says}`;
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

function age(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}
