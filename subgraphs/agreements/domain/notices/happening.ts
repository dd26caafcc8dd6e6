import { type AgreementEventFacts, toldChange } from '../agreement-event.ts';
import { WEBHOOK_PAUSED } from './told-of.ts';

/** An event of our log as notices see it. */
export interface Happening {
  readonly position: number;
  readonly at: number;
  readonly kind: string;
  /** Of which organisation whoever did it is. */
  readonly by: string | null;
  readonly requestId: string;
  readonly daycareNumber: string;
  readonly system: string;
  /** Empty where the event does not say it; it is the system's then. */
  readonly supplier: string;
  readonly service: string;
}

interface Logged {
  readonly position: number;
  readonly at: number;
  readonly kind: string;
  readonly subject: string;
  readonly facts: AgreementEventFacts | null;
}

/** The log's name for a webhook that was paused. */
export const WebhookPaused = 'WebhookPaused';

type SomeFacts = { readonly [Name in keyof AgreementEventFacts]?: AgreementEventFacts[Name] | undefined };

/** What else is told of than changes of requests and accesses: by the log's name, what notices call it. */
const otherKinds: ReadonlyMap<string, (facts: SomeFacts) => string> = new Map<string, (facts: SomeFacts) => string>([
  [WebhookPaused, () => WEBHOOK_PAUSED],
  ['RequestSought', () => 'SOUGHT'],
  ['ConnectionDecided', ({ state }) => `CONNECTION_${state}`],
  ['ConnectionClosed', () => 'CONNECTION_CLOSED'],
]);

/** What notices see of an event; nothing where nobody is told of such, or its facts were erased. */
export function happeningsIn({ position, at, kind, subject, facts }: Logged): Happening[] {
  const other = otherKinds.get(kind);
  if (other && facts) return [{ ...seen(facts, subject), position, at, kind: other(facts) }];
  return toldChange({ at, kind, facts, cursor: '' }).map((told) => ({ ...seen(told.facts, subject), position, at, kind: told.kind }));
}

const seen = ({ by, requestId, daycareNumber, system, supplier, service }: SomeFacts, subject: string) => ({
  by: by?.organisationKey ?? null,
  requestId: requestId ?? '',
  daycareNumber: daycareNumber ?? '',
  system: system ?? subject,
  supplier: supplier ?? '',
  service: service ?? '',
});
