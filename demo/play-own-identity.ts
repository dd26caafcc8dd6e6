import { demoDocument } from './document.ts';
import type { ChosenDaycares } from './play-register.ts';
import { type Cast, inWords, refusalIn, type Story } from './steps.ts';

const activate = 'mutation { activateIdentity { uniId username state } }';
const mine =
  '{ myData { person { uniId name } advice children { person { name } affiliations { daycareNumber contacts { relation contact { name { first family } } } } } reads(first: 3) { nodes { organisation purpose daycareNumber } } } }';

interface Read {
  readonly organisation: string;
  readonly daycareNumber: string;
}

/** A parent's own: by the national number that the e-ID vouches for, and by nothing less. */
export async function playOwnIdentity(somebody: Cast, story: Story, { selfOwned }: Pick<ChosenDaycares, 'selfOwned'>): Promise<void> {
  story.heading('8. A parent comes for their own');
  const mother = motherAt(selfOwned);
  const as = (nationalNumber?: string) =>
    somebody({ name: 'A parent', assurance: 'SUBSTANTIAL', mandates: [{ role: 'CITIZEN' }], ...(nationalNumber && { nationalNumber }) });
  const without = await as()({ query: activate });
  story.step('A login that vouches for no number takes nothing into use', inWords(without), refusalIn(without)?.code === 'INVALID_INPUT');
  const unknown = await as('7101018888')({ query: activate });
  story.step('Whom no daycare registered is told whom to ask (I30)', inWords(unknown), refusalIn(unknown)?.code === 'NOT_FOUND');
  const activated = await as(mother)({ query: activate });
  const { username = '', state = '' } = activated.data?.activateIdentity ?? {};
  story.step('A mother takes her identity into use', `${username} ${state}`.trim() || inWords(activated), state === 'ACTIVATED');
  const { data, errors } = await as(mother)({ query: mine });
  const names: string[] = (data?.myData?.children ?? []).map(({ person }: { person: { name: string } }) => person.name);
  story.step(
    'She sees her child there, and of others name and relation',
    names.join(', ') || inWords({ data, errors }),
    names.length === 1 && !errors,
  );
  const reads: readonly Read[] = data?.myData?.reads.nodes ?? [];
  story.step(
    'And who has read it, by organisation',
    reads.map(({ organisation, daycareNumber }) => `${organisation} at ${daycareNumber}`).join('; ') || 'nobody',
    reads.length > 0,
  );
}

/** The made-up number of the mother of the second child in a daycare's document. */
function motherAt(daycare: string): string {
  const family = demoDocument(daycare, new Date()).persons.find(({ localPersonId }) => localPersonId === 'B2');
  return (family && 'child' in family && family.child.contacts[0]?.person.nationalNumber) || '';
}
