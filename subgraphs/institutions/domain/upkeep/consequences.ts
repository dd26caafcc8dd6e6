import { acceptsUsers } from '../daycares/daycare.ts';
import type { Consequence } from '../daycares/daycare-payload.ts';
import { ofPlans } from '../daycares/daycare-event.ts';
import type { PlannedAct } from '../plans/planned-act.ts';
import { factsAt } from '../timelines/timeline.ts';
import type { Revision } from './revision.ts';

/** What an act brings with it beside the daycare it is done to (R32, Q13); who loses access there, the agreements and identities know. */
export function consequencesOf(subject: string, revisions: readonly Revision[], plan: PlannedAct | undefined, at: number): Consequence[] {
  const when = plan ? ` on ${plan.on}` : '';
  const instant = plan?.dueAt ?? at;
  const others = revisions.filter(({ now, steps }) => now.number !== subject && (plan || steps.some(({ kind }) => !ofPlans.has(kind))));
  const closing = others.filter((each) => closesAt(each, instant));
  const inheriting = others.length - closing.length;
  const losing = revisions.filter((each) => closesAt(each, instant) && takesUsersBefore(each, instant)).length;
  return [
    { kind: 'CLOSES_WITH', count: closing.length, message: `${closing.length} under it close with it${when}, from the bottom up (R29).` },
    { kind: 'INHERITED', count: inheriting, message: `${inheriting} units and locations change with it${when}.` },
    {
      kind: 'ACCESSES_AND_TIES_END',
      count: losing,
      message: `At ${losing} of them that take users, data accesses lapse and ties end${when}; \`affected\` shows which.`,
    },
    { kind: 'PLANNED', count: plan ? 1 : 0, message: `It happens${when}; until then \`cancelPlanned\` calls it off.` },
  ].filter(({ count }) => count > 0);
}

const closesAt = ({ after, was }: Revision, instant: number) =>
  was?.status !== 'CLOSED' && factsAt(after, instant)?.status === 'CLOSED' && factsAt(after, instant - 1)?.status !== 'CLOSED';

function takesUsersBefore({ was, before }: Revision, instant: number): boolean {
  const facts = factsAt(before, instant - 1);
  return was !== null && facts !== undefined && acceptsUsers({ ...was, ...facts });
}
