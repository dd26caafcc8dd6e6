import { refuse } from '#shared/refusal.ts';

const LONGEST = 500;
const loopbackNames = new Set(['localhost', '127.0.0.1', '::1']);

/** Where webhooks may lead. */
export interface WebhookGround {
  /** Only where the system is tried out: to this machine, and there without encryption too. */
  readonly allowsLoopback: boolean;
  /** Whether a host that is an address is one of the open internet's; of a name it is asked each time something is sent. */
  readonly mayBeReached: (host: string) => boolean;
}

/** The address as it is kept; ends with the refusal where nothing may be sent to it. */
export function judgeUrl(text: string, { allowsLoopback, mayBeReached }: WebhookGround): string {
  const url =
    text.length <= LONGEST && URL.canParse(text) ? new URL(text) : refuseUrl(`It is an address, of at most ${LONGEST} characters.`);
  const host = hostOf(url);
  const isLoopback = loopbackNames.has(host) || host.endsWith('.localhost');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback && allowsLoopback)) refuseUrl('It begins with https://.');
  if (url.username || url.password) refuseUrl('It holds no user and no password; the signature says who sends.');
  if (isLoopback ? !allowsLoopback : !mayBeReached(host)) refuseUrl('It leads to the open internet, not into a private network.');
  url.hash = '';
  return url.href;
}

/** The host without the brackets that an address of the newer kind stands in. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const refuseUrl = (because: string): never => refuse('INVALID_INPUT', because, { facts: { field: 'url' } });
