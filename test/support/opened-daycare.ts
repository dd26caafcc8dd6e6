import type { Client } from '#shared/graphql-client.ts';
import { demoDocument } from '../../demo/document.ts';
import type { Cast } from '../../demo/steps.ts';
import { eventually } from './installation.ts';

/** A daycare with its users sent and a system that reads them, and who may take that away again. */
export interface OpenedDaycare {
  readonly number: string;
  readonly decider: Client;
  readonly reader: Client;
  readonly accessId: string;
  /** Whether the system reads the daycare's persons. */
  readPeople(): Promise<boolean>;
}

const request =
  'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { request { id } refusal { code because } } } }';
const approve =
  'mutation($ids: [ID!]!) { approveRequests(ids: $ids) { results { request { access { id state } } refusal { code because } } } }';
const submit = 'mutation($input: ImportInput!) { submitImport(input: $input) { state } }';
const read = 'query($d: InstitutionNumber!) { daycare(number: $d) { people(first: 2) { nodes { name { first } } } } }';

/** Brings a self-owned demo daycare to where the communication platform reads its users. */
export async function openDaycare(cast: Cast, number: string): Promise<OpenedDaycare> {
  const decider = cast({
    name: `Leader of ${number}`,
    assurance: 'SUBSTANTIAL',
    mandates: [{ role: 'DAYCARE_EMPLOYEE', daycare: number }],
  });
  const accessTo = async (system: string, service: string, purposeKind: string): Promise<string> => {
    const input = { system, service, purposeKind, purpose: 'To do its work', processingAgreement: 'DPA 1', daycares: [{ number }] };
    const asked = await cast({ as: system })({ query: request, variables: { input } });
    const id = asked.data?.requestDataAccess.results[0].request?.id;
    if (!id) throw new Error(JSON.stringify(asked));
    const approved = await eventually(
      () => decider({ query: approve, variables: { ids: [id] } }),
      ({ data }) => Boolean(data?.approveRequests),
    );
    return approved.data.approveRequests.results[0].request.access.id;
  };
  await accessTo('S1001', 'ws10-import', 'PLACEMENT');
  const accessId = await accessTo('S1002', 'ws17-communication', 'COMMUNICATION');
  const placement = cast({ as: 'S1001' });
  await eventually(
    () => placement({ query: submit, variables: { input: demoDocument(number, new Date(), { children: 4 }) } }),
    ({ data }) => data?.submitImport?.state === 'APPLIED',
  );
  const reader = cast({ as: 'S1002' });
  const readPeople = async () => {
    const { data } = await reader({ query: read, variables: { d: number } });
    return (data?.daycare?.people?.nodes ?? []).length > 0;
  };
  await eventually(readPeople, (reads) => reads);
  return { number, decider, reader, accessId, readPeople };
}
