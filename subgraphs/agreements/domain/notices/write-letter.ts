import type { Mail } from './notice.ts';
import type { Letter } from './post.ts';
import { type Side, toldOf } from './told-of.ts';

const LONGEST_SUBJECT = 150;
const LONGEST_PURPOSE = 300;
const LONGEST_COMMENT = 500;
/** How many a digest tells one by one; the rest is counted. */
export const MOST_IN_A_DIGEST = 100;

/** One notice with the names it is told by. */
export interface Said {
  readonly kind: string;
  readonly side: Side;
  readonly requestId: string;
  readonly daycare: string;
  readonly system: string;
  readonly service: string;
  readonly purpose: string | null;
  /** The supplier's word to the daycare; no other comment is ever sent. */
  readonly comment: string | null;
}

interface Told {
  readonly mail: Pick<Mail, 'recipient' | 'messageId' | 'isDigest'>;
  readonly said: readonly Said[];
  readonly count: number;
  readonly requestsWaiting: number;
  readonly publicUrl: string;
}

/** A mail in plain words: names of organisations and things, and where to go; no person, no data of one. */
export function writeLetter({ mail, said, count, requestsWaiting, publicUrl }: Told): Letter {
  const { recipient: to, messageId } = mail;
  const [only] = said;
  if (only && !mail.isDigest) return { to, messageId, subject: subjectOf(only), text: paragraphs([inFull(only, publicUrl), farewell]) };
  const waiting = requestsWaiting === 1 ? 'One request waits' : `${requestsWaiting} requests wait`;
  const subject = `${count} notices${requestsWaiting > 0 ? `; ${waiting.toLowerCase()}` : ''}`;
  const more = count > said.length ? [`… and ${count - said.length} more: ${publicUrl}/requests`] : [];
  const opening = `Today's digest: ${count} notices.${requestsWaiting > 0 ? ` ${waiting} for a decision.` : ''}`;
  return { to, messageId, subject, text: paragraphs([opening, ...said.map((each) => inShort(each, publicUrl)), ...more, farewell]) };
}

const farewell =
  'You get this because your address is registered for notices about agreements, or is the one that the register of daycares holds.';
const paragraphs = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

function subjectOf({ kind, side, daycare, system }: Said): string {
  return cut(`${toldOf(kind)[side]?.subject ?? 'A notice'}: ${oneLine(daycare) || oneLine(system)}`, LONGEST_SUBJECT);
}

const inShort = (each: Said, publicUrl: string): string => `* ${sentenceOf(each)}\n  ${linkTo(each, publicUrl)}`;

function inFull(each: Said, publicUrl: string): string {
  const { purpose, comment } = each;
  return paragraphs([
    sentenceOf(each),
    ...(purpose ? [`Purpose: ${cut(oneLine(purpose), LONGEST_PURPOSE)}`] : []),
    ...(comment ? [`The supplier writes:\n> ${cut(oneLine(comment), LONGEST_COMMENT)}`] : []),
    linkTo(each, publicUrl),
  ]).trimEnd();
}

function sentenceOf(each: Said): string {
  const names: Record<string, string> = { daycare: each.daycare, system: each.system, service: each.service };
  const sentence = toldOf(each.kind)[each.side]?.sentence ?? 'Something happened to a request.';
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => oneLine(names[name] ?? ''));
}

const linkTo = ({ requestId }: Said, publicUrl: string): string =>
  requestId ? `${publicUrl}/requests/${encodeURIComponent(requestId)}` : publicUrl;

/** One line of printable text: what was typed by others can end no line and steer no terminal. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);
