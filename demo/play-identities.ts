import type { Client } from '#shared/graphql-client.ts';
import { type DemoDocument, demoDocument } from './document.ts';
import type { ChosenDaycares } from './play-register.ts';
import { type Cast, inWords, refusalIn, type Story } from './steps.ts';

const submit =
  'mutation($input: ImportInput!) { submitImport(input: $input) { id state refusal { code because rule } counts { persons begun ended changed unchanged refused } notices(first: 5) { totalCount nodes { code localPersonId message } } } }';
const people =
  'query($d: InstitutionNumber!) { daycare(number: $d) { people(first: 100) { totalCount nodes { role name { first family } person { uniId } } } } }';

/** Steps 4 to 7 of the main job: users go in, they get identities, and whoever may see them does. */
export async function playIdentities(somebody: Cast, story: Story, { municipal, selfOwned, beside }: ChosenDaycares): Promise<void> {
  const placement = somebody({ as: 'S1001' });
  const platform = somebody({ as: 'S1002' });
  const material = somebody({ as: 'S1003' });
  const now = new Date();

  story.heading("4. The placement system sends the daycares' users");
  await importing(story, placement, {
    what: 'S1001 sends the users of a daycare that has not agreed (A25)',
    document: demoDocument(beside, now),
    wanted: 'NO_ACTIVE_ACCESS',
  });
  for (const daycare of [municipal, selfOwned])
    await importing(story, placement, {
      what: `S1001 sends the users of ${daycare}`,
      document: demoDocument(daycare, now),
      wanted: 'APPLIED',
    });
  await importing(story, placement, {
    what: 'The same document again answers the same run',
    document: demoDocument(municipal, now),
    wanted: 'APPLIED',
  });
  await importing(story, placement, {
    what: 'An older document is refused (I14)',
    document: demoDocument(municipal, new Date(now.getTime() - 60_000)),
    wanted: 'NOT_NEWER',
  });

  story.heading('5. They have identities, and the right people see them');
  const responsible = somebody({ as: 'responsible-0751' });
  const overview = await responsible({
    query:
      '{ userOverview(municipality: "0751") { summary { children employees contacts } units(first: 100) { nodes { daycareNumber summary { children freshness } } } } }',
  });
  const units: { daycareNumber: string; summary: { children: number; freshness: string } }[] =
    overview.data?.userOverview?.units.nodes ?? [];
  const fresh = units.filter(
    ({ daycareNumber, summary }) => [municipal, selfOwned].includes(daycareNumber) && summary.freshness === 'FRESH',
  );
  story.step(
    "The municipality's daycare responsible opens the user overview",
    fresh.map(({ daycareNumber, summary }) => `${daycareNumber}: ${summary.children} children`).join(', ') || inWords(overview),
    fresh.length === 2 && fresh.every(({ summary }) => summary.children === 12),
  );
  const named = await responsible({ query: people, variables: { d: selfOwned } });
  const nodes: { name: { first: string; family: string }; person: { uniId: string } }[] = named.data?.daycare?.people?.nodes ?? [];
  const ids = new Set(nodes.map(({ person }) => person.uniId));
  story.step(
    'The people of the self-owned daycare, with their UniIDs',
    `${nodes.length} ties of ${ids.size} persons, as ${nodes[0]?.name.first} ${nodes[0]?.name.family} ${nodes[0]?.person.uniId}`,
    nodes.length > 12 && [...ids].every((id) => /^[0-9A-Z]{10}$/i.test(id)),
  );
  const neighbour = await somebody({ as: 'responsible-0101' })({ query: people, variables: { d: selfOwned } });
  story.step('The responsible of another municipality asks for them', inWords(neighbour), refusalIn(neighbour)?.code === 'NOT_FOUND');

  story.heading('6. Suppliers read what their accesses open, and nothing else');
  const aula = await platform({ query: people, variables: { d: municipal } });
  story.step(
    'The communication platform reads the people of the municipal daycare',
    aula.data?.daycare?.people ? `${aula.data.daycare.people.totalCount} ties` : inWords(aula),
    (aula.data?.daycare?.people?.totalCount ?? 0) > 12,
  );
  const small = await material({
    query: 'query($d: InstitutionNumber!) { daycare(number: $d) { people(first: 3) { nodes { role email } } } }',
    variables: { d: municipal },
  });
  story.step(
    'Learning material, with the small package, asks for e-mail addresses',
    inWords(small),
    refusalIn(small)?.code === 'CATEGORY_NOT_GRANTED',
  );

  story.heading('7. An access that is ended is ended when the answer comes');
  const sending = await responsible({
    query:
      'query($d: InstitutionNumber!) { dataAccesses(filter: { daycare: $d, service: "ws10-import", state: [ACTIVE] }) { nodes { id system { id } } } }',
    variables: { d: municipal },
  });
  const [first] = sending.data?.dataAccesses?.nodes ?? [];
  const tried = await responsible({
    query:
      'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "What if?", dryRun: true) { dryRun results { consequences { kind } access { daycare { sources { systemId ties } } } } } }',
    variables: { ids: first ? [first.id] : [] },
  });
  const result = tried.data?.revokeAccesses?.results[0];
  const losing = result?.access?.daycare?.sources?.find(({ systemId }: { systemId: string }) => systemId === first?.system.id)?.ties ?? 0;
  story.step(
    "The responsible looks what ending the placement system's access would do",
    result ? `${losing} ties would freeze: ${result.consequences[0]?.kind}` : inWords(tried),
    losing > 12 && result?.consequences[0]?.kind === 'SENDING_STOPS',
  );
  const accesses = await responsible({
    query:
      'query($d: InstitutionNumber!) { dataAccesses(filter: { daycare: $d, service: "ws17-communication", state: [ACTIVE] }) { nodes { id } } }',
    variables: { d: municipal },
  });
  const revoked = await responsible({
    query:
      'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "Played to the end") { results { access { state } refusal { code because rule } } } }',
    variables: { ids: accesses.data?.dataAccesses?.nodes.map(({ id }: { id: string }) => id) ?? [] },
  });
  story.step(
    "The responsible ends the communication platform's access",
    revoked.data?.revokeAccesses?.results[0]?.access?.state ?? inWords(revoked),
    revoked.data?.revokeAccesses?.results[0]?.access?.state === 'REVOKED',
  );
  const after = await platform({ query: people, variables: { d: municipal } });
  story.step('The communication platform reads once more', inWords(after), refusalIn(after) !== undefined && !after.data?.daycare?.people);
}

interface Importing {
  readonly what: string;
  readonly document: DemoDocument;
  readonly wanted: string;
}

async function importing(story: Story, client: Client, { what, document, wanted }: Importing): Promise<void> {
  const answer = await client({ query: submit, variables: { input: document } });
  const run = answer.data?.submitImport;
  const refused = run?.refusal ?? refusalIn(answer);
  const counts =
    run &&
    `${run.counts.persons} persons: ${run.counts.begun} ties begun, ${run.counts.unchanged} unchanged, ${run.notices?.totalCount ?? 0} notices`;
  story.step(what, refused ? `${refused.code}: ${refused.because}` : `${run?.state}; ${counts}`, (refused?.code ?? run?.state) === wanted);
}
