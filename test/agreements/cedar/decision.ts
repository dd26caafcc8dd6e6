import { type About, actions, asked, type Part, type Policy, policies, type Question } from './cedar.ts';

/** A case of which only the asker is still to be named. */
export type Setting = Omit<Question, 'parts'> & { readonly parts: readonly [Part, Part, Part, Part] };

/**
 * Cedar's decision for each asker in a setting, put together as Cedar does it: some permit holds and no forbid does. A policy is asked once
 * for all cases between which it cannot tell, because the facts that it names are the same.
 */
export function decisionIn(setting: Setting, without?: string): (asker: Part) => boolean {
  const { action } = setting;
  if (!isForeseen(setting)) return () => false;
  const applying = policies.filter((each) => each.id !== without && isAbout(each, action));
  const holding = (effect: Policy['effect']) => applying.filter((each) => each.effect === effect).map((each) => holdingIn(each, setting));
  const [permits, forbids] = [holding('permit'), holding('forbid')];
  return (asker) => permits.some((holds) => holds(asker)) && !forbids.some((holds) => holds(asker));
}

/** Whether the policy names the action, or a group that it is in. */
export const isAbout = (policy: Policy, action: string): boolean =>
  policy.actions.some((one) => one === action || actions[action]?.memberOf?.some(({ id }) => id === one));

/** Whether the schema knows of the action on such a thing at all; if not, nobody may. */
export const isForeseen = ({ action, about }: Setting): boolean => actions[action]?.appliesTo?.resourceTypes.includes(about) ?? false;

/** What has been asked of each policy: which parts it cannot tell apart, and where it holds. */
const answers = new Map(
  policies.map(({ id }) => [
    id,
    { numbers: new Map<Part, number>(), distinct: new Map<string, number>(), holds: new Map<number, boolean>() },
  ]),
);
const MOST_ASKERS = 1 << 10;
const MOST_ELSE = 1 << 5;
const abouts: readonly About[] = ['Request', 'Access', 'Sending', 'System'];

function holdingIn(policy: Policy, setting: Setting): (asker: Part) => boolean {
  const { holds } = answers.get(policy.id)!;
  const place = setting.parts.reduce((key, part) => key * MOST_ELSE + numberOf(policy, part, MOST_ELSE), abouts.indexOf(setting.about));
  return (asker) => {
    const key = place * MOST_ASKERS + numberOf(policy, asker, MOST_ASKERS);
    const before = holds.get(key);
    if (before !== undefined) return before;
    const now = asked(policy.id, { ...setting, parts: [asker, ...setting.parts] }).diagnostics.reason.length > 0;
    holds.set(key, now);
    return now;
  };
}

/** Parts between which the policy cannot tell have one number. */
function numberOf({ id, names }: Policy, part: Part, most: number): number {
  const { numbers, distinct } = answers.get(id)!;
  const before = numbers.get(part);
  if (before !== undefined) return before;
  const { at, ...told } = part;
  const read = Object.entries(told).map(([of, facts]) => [of, Object.entries(facts).filter(([name]) => names.has(name))]);
  const seen = JSON.stringify([read.filter(([, facts]) => facts!.length > 0), names.has('daycare') ? at : undefined]);
  const number = distinct.get(seen) ?? distinct.size;
  if (number >= most) throw new Error('A policy tells too many parts apart.');
  distinct.set(seen, number);
  numbers.set(part, number);
  return number;
}

/** How many questions Cedar was asked to answer them all. */
export const timesAsked = () => [...answers.values()].reduce((sum, { holds }) => sum + holds.size, 0);
