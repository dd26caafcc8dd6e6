/** Who is told of an event: whoever decides at the daycare now, or the supplier. */
export type Side = (typeof sides)[number];
export const sides = ['deciders', 'supplier'] as const;

/** A mail's subject, and the sentence that says it. */
interface Wording {
  readonly subject: string;
  readonly sentence: string;
}

/** What each side is told; nothing where it is not there. */
export type Told = Partial<Record<Side, Wording>>;

/** The supplier's webhook was paused. */
export const WEBHOOK_PAUSED = 'WEBHOOK_PAUSED';

const says = (subject: string, sentence: string): Wording => ({ subject, sentence });

/** Who is told of which event, and what. A further kind is one more row; of a kind that is not here nobody is told. */
// biome-ignore format: a table
const table: Readonly<Record<string, Told>> = {
  REQUESTED:   { deciders: says('A request waits for your decision', '{system} asks {daycare} for access by “{service}”.') },
  READDRESSED: { deciders: says('A request waits for your decision now', 'Who decides at {daycare} has changed: the request of {system} for “{service}” waits for you now.') },
  REMINDED:    { deciders: says('A request still waits for your decision', 'The request of {system} to {daycare} for “{service}” has not been decided yet.') },
  APPROVED:    { deciders: says('A request was approved', 'The request of {system} to {daycare} for “{service}” was approved by another who may decide.'),
                 supplier: says('Your request was approved', '{daycare} gives {system} access by “{service}”.') },
  REJECTED:    { deciders: says('A request was rejected', 'The request of {system} to {daycare} for “{service}” was rejected by another who may decide.'),
                 supplier: says('Your request was rejected', 'The request of {system} to {daycare} for “{service}” was rejected. The reason stands with the request.') },
  WITHDRAWN:   { deciders: says('A request was taken back', 'The supplier took back the request of {system} to {daycare} for “{service}”. There is nothing left to decide.') },
  EXPIRED:     { deciders: says('A request has expired', 'Nobody decided the request of {system} to {daycare} for “{service}” in time.'),
                 supplier: says('Your request has expired', 'Nobody decided the request of {system} to {daycare} for “{service}” in time. It may be sent again.') },
  LAPSED:      { supplier: says('A daycare has closed', '{daycare} has closed: what {system} had or asked there for “{service}” is no more.') },
  SUSPENDED:   { deciders: says('An access is paused', 'The access of {system} to {daycare} by “{service}” is paused. Why, and who can lift that, stands with it.'),
                 supplier: says('Your access is paused', 'The access of {system} to {daycare} by “{service}” is paused. Why, and who can lift that, stands with it.') },
  RESUMED:     { deciders: says('An access is in force again', 'The access of {system} to {daycare} by “{service}” is in force again.'),
                 supplier: says('Your access is in force again', 'The access of {system} to {daycare} by “{service}” is in force again.') },
  REVOKED:     { deciders: says('An access was revoked', 'The access of {system} to {daycare} by “{service}” was ended by another who may decide.'),
                 supplier: says('Your access was revoked', '{daycare} has ended the access of {system} by “{service}”.') },
  ENDED:       { deciders: says('An access was handed back', 'The supplier handed back the access of {system} to {daycare} by “{service}”.') },
  CLOSED:      { deciders: says('The agency closed an access', 'The agency closed the access of {system} to {daycare} by “{service}”.'),
                 supplier: says('The agency closed your access', 'The agency closed the access of {system} to {daycare} by “{service}”.') },
  CONFIRMED:   { supplier: says('Your access was confirmed', 'The access of {system} to {daycare} by “{service}” was confirmed and goes on.') },
  UNDONE:      { deciders: says('A decision was undone', 'A decision on the request of {system} to {daycare} for “{service}” was undone.'),
                 supplier: says('A decision was undone', 'A decision on the request of {system} to {daycare} for “{service}” was undone.') },
  SOUGHT:      { supplier: says('A daycare would like your request', '{daycare} asks you to send a request by {system} for “{service}”.') },
  QUESTIONED:  { deciders: says('An access must be confirmed', 'You decide at {daycare} now: confirm the access of {system} by “{service}”, or it will be paused.'),
                 supplier: says('Your access must be confirmed', 'Who decides at {daycare} has changed and must confirm the access of {system} by “{service}”, or it will be paused.') },
  NOTICE_GIVEN: { deciders: says('An access is to end', 'The access of {system} to {daycare} by “{service}” ends on the day that stands with it.'),
                 supplier: says('Your access is to end', '{daycare} has given notice: the access of {system} by “{service}” ends on the day that stands with it.') },
  CONNECTION_APPROVED: { supplier: says('Your connection was approved', 'The agency approved the connection of {system} to “{service}”.') },
  CONNECTION_REFUSED:  { supplier: says('Your connection was refused', 'The agency refused the connection of {system} to “{service}”. The reason stands in the system’s history.') },
  CONNECTION_CLOSED:   { supplier: says('Your connection was closed', 'The agency closed the connection of {system} to “{service}”, and with it all that rests on it.') },
  [WEBHOOK_PAUSED]: { supplier: says('Your webhook is paused', 'The webhook of {system} is paused, since nothing could be delivered for days. No event is lost: put it right, then set it again or replay it.') },
};

/** What is told of an event of this kind, and to whom. */
export const toldOf = (kind: string): Told => (Object.hasOwn(table, kind) ? (table[kind] ?? {}) : {});
/** The kinds of which somebody is told. */
export const toldKinds: readonly string[] = Object.keys(table);
