import type { Access } from '../../domain/accesses/access.ts';

const flows = {
  SEND: {
    kind: 'SENDING_STOPS',
    stops: 'The system can send no users of this daycare any more; what it sent is kept, frozen, for 30 days',
  },
  FETCH: { kind: 'READING_STOPS', stops: 'The system can read no users of this daycare any more' },
} as const;

/** What the change of an access brings with it elsewhere (3.7); how many people lose their tie stands with the daycare's sources. */
export function consequencesOf(before: Access, { state, direction, endsOn }: Access) {
  const { kind, stops } = flows[direction];
  const count = direction === 'SEND' ? '; `access { daycare { sources { systemId ties } } }` tells how many people that is' : '';
  if (endsOn !== null && endsOn !== before.endsOn) return [{ kind, count: 1, message: `${stops}, from ${endsOn} on${count}.` }];
  const flowed = before.state === 'ACTIVE';
  return flowed && state !== 'ACTIVE' ? [{ kind, count: 1, message: `${stops}${count}.` }] : [];
}
