import type { Client } from '#shared/graphql-client.ts';
import type { ChosenDaycares } from './play-register.ts';
import { type Cast, inWords, refusalIn, type Story } from './steps.ts';

const request =
  'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { number request { id addressee } refusal { code because rule } } } }';
const approve =
  'mutation($ids: [ID!]!) { approveRequests(ids: $ids) { results { id request { state decision { byOrganisation standing } access { state } } refusal { code because rule } } } }';

/** Steps 2 and 3 of the main job: suppliers ask, the right body approves, everyone else is refused. */
export async function playAgreements(somebody: Cast, story: Story, { municipal, selfOwned, beside }: ChosenDaycares): Promise<void> {
  const responsible = somebody({ as: 'responsible-0751' });
  const employee = somebody({ as: 'employee-0751' });
  const neighbour = somebody({ as: 'responsible-0101' });
  const placement = somebody({ as: 'S1001' });
  const staff = (daycare: string) =>
    somebody({ name: `Somebody at ${daycare}`, assurance: 'SUBSTANTIAL', mandates: [{ role: 'DAYCARE_EMPLOYEE', daycare }] });

  story.heading('2. The placement system and the communication platform ask for access');
  const imports = await ask(story, placement, 'S1001', 'ws10-import', [municipal, selfOwned]);
  const platform = await ask(story, somebody({ as: 'S1002' }), 'S1002', 'ws17-communication', [municipal, selfOwned]);
  const material = await ask(story, somebody({ as: 'S1003' }), 'S1003', 'ws17-small', [municipal, selfOwned]);

  story.heading('3. The right body decides, and the wrong one is refused');
  const refused = async (who: string, client: Client, id: string | undefined, code: string, rule?: string) => {
    const answer = await client({ query: approve, variables: { ids: [id] } });
    const told = refusalIn(answer);
    story.step(`${who}`, inWords(answer), told?.code === code && (rule === undefined || told.rule === rule));
  };
  const approved = async (who: string, client: Client, id: string | undefined) => {
    const answer = await client({ query: approve, variables: { ids: [id] } });
    const done = answer.data?.approveRequests?.results[0]?.request;
    story.step(
      who,
      done
        ? `approved by ${done.decision.byOrganisation} as ${done.decision.standing}; the access is ${done.access.state}`
        : inWords(answer),
      done?.access.state === 'ACTIVE',
    );
  };
  await refused(
    "The municipality's responsible approves the self-owned daycare's import (A13)",
    responsible,
    imports.get(selfOwned),
    'NOT_PERMITTED',
    'D3',
  );
  await refused(
    "The municipal daycare's own employee approves its import (A14)",
    staff(municipal),
    imports.get(municipal),
    'NOT_PERMITTED',
    'D1',
  );
  await refused('The responsible of another municipality approves it (A15)', neighbour, imports.get(municipal), 'NOT_FOUND');
  await refused('An employee of the daycare next door approves it (A17)', staff(beside), imports.get(municipal), 'NOT_FOUND');
  await refused('The supplier approves its own request (A16)', placement, imports.get(municipal), 'NOT_PERMITTED', 'A16');
  await refused(
    'The responsible, logged in with level low, approves it',
    somebody({ as: 'responsible-0751-low' }),
    imports.get(municipal),
    'ASSURANCE_TOO_LOW',
  );
  const inbox = await responsible({
    query:
      'query($d: InstitutionNumber!) { inbox(filter: { daycare: $d }) { nodes { service { code } permission(action: APPROVE) { allowed rule } } } }',
    variables: { d: municipal },
  });
  const waiting: { service: { code: string }; permission: { allowed: boolean; rule: string } }[] = inbox.data?.inbox?.nodes ?? [];
  story.step(
    "The responsible's inbox for the municipal daycare",
    waiting.map(({ service, permission }) => `${service.code} (${permission.rule})`).join(', ') || inWords(inbox),
    waiting.length === 3 && waiting.every(({ permission }) => permission.allowed),
  );
  await approved("The municipality's responsible approves the municipal daycare's import (D1)", responsible, imports.get(municipal));
  await approved("The self-owned daycare's employee approves its import (D3)", staff(selfOwned), imports.get(selfOwned));
  await approved('The responsible approves the communication platform at the municipal daycare (D1)', responsible, platform.get(municipal));
  await approved("The self-owned daycare's employee approves the communication platform (D3)", staff(selfOwned), platform.get(selfOwned));
  await approved(
    "Other agreements: the municipal daycare's employee approves learning material (D2)",
    staff(municipal),
    material.get(municipal),
  );
  await approved(
    'Other agreements: an employee of the municipality approves it at the self-owned daycare (D4)',
    employee,
    material.get(selfOwned),
  );
  await refused('A second approval of the same request (A18)', employee, material.get(municipal), 'STATE_CONFLICT', 'A23');
}

async function ask(
  story: Story,
  client: Client,
  system: string,
  service: string,
  daycares: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const input = {
    system,
    service,
    purposeKind: purposes[service],
    purpose: 'So that children, parents and staff are known to it',
    processingAgreement: 'DPA 2026-1',
    daycares: daycares.map((number) => ({ number })),
  };
  const answer = await client({ query: request, variables: { input } });
  const results: { number: string; request?: { id: string; addressee: string } }[] = answer.data?.requestDataAccess?.results ?? [];
  const told = results.map(({ number, request: made }) => `${number} to ${made?.addressee ?? '-'}`).join(', ');
  story.step(
    `${system} asks ${daycares.join(' and ')} for ${service}`,
    refusalIn(answer) ? inWords(answer) : `waiting: ${told}`,
    results.length === daycares.length && results.every(({ request: made }) => made),
  );
  return new Map(results.flatMap(({ number, request: made }) => (made ? [[number, made.id] as const] : [])));
}

const purposes: Readonly<Record<string, string>> = {
  'ws10-import': 'PLACEMENT',
  'ws17-communication': 'COMMUNICATION',
  'ws17-small': 'LEARNING_MATERIAL',
};
