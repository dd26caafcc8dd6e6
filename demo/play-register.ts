import type { Cast, Story } from './steps.ts';

/** The two daycares the story is about, and one beside the municipal one. */
export interface ChosenDaycares {
  readonly municipal: string;
  readonly selfOwned: string;
  readonly beside: string;
}

const query = `query($ownership: [Ownership!]) { daycares(filter: { municipality: "0751", level: UNIT, ownership: $ownership, type: [AGE_INTEGRATED, KINDERGARTEN, NURSERY] }, first: 100) {
  nodes { number name dataAccessRequests(first: 1) { totalCount } } } }`;

/** Finds a municipal and a self-owned daycare of Aarhus that nobody has asked anything of yet. */
export async function chooseDaycares(somebody: Cast, story: Story): Promise<ChosenDaycares | undefined> {
  const agency = somebody({ as: 'agency' });
  const unasked = async (ownership: string): Promise<{ number: string; name: string }[]> => {
    const { data } = await agency({ query, variables: { ownership: [ownership] } });
    return (data?.daycares?.nodes ?? []).filter(
      (node: { dataAccessRequests?: { totalCount: number } }) => node.dataAccessRequests?.totalCount === 0,
    );
  };
  story.heading('1. The municipality keeps its daycares in the register');
  const [municipal, beside] = await unasked('MUNICIPAL');
  const [selfOwned] = await unasked('SELF_OWNED');
  const found = municipal && beside && selfOwned;
  story.step(
    'Which daycares of Aarhus has nobody asked anything of yet?',
    found ? `${municipal.name} (${municipal.number}, municipal) and ${selfOwned.name} (${selfOwned.number}, self-owned)` : 'None are left.',
    Boolean(found),
  );
  if (!found)
    console.error('Every demo daycare has been asked already. Start the server on a new data folder (TILSLUT_DATA) to play again.');
  return found ? { municipal: municipal.number, selfOwned: selfOwned.number, beside: beside.number } : undefined;
}
