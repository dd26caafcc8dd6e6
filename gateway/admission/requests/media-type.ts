const GRAPHQL = 'application/graphql-response+json';
const asJson = new Set(['application/json', 'application/*', '*/*']);

/** Whether the answer goes out as GraphQL's own media type, whose status tells of what is wrong with a question; plain JSON's is 200 then. */
export function isToldByStatus(accept: string | undefined): boolean {
  const wanted = (accept ?? '*/*')
    .split(',')
    .map((each) => each.trim().toLowerCase().split(';'))
    .map(([type = '', ...parameters]) => ({ type: type.trim(), quality: qualityIn(parameters) }))
    .sort((one, other) => other.quality - one.quality);
  return wanted.find(({ type, quality }) => quality > 0 && (type === GRAPHQL || asJson.has(type)))?.type === GRAPHQL;
}

function qualityIn(parameters: readonly string[]): number {
  const given = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
  return given === undefined ? 1 : Number(given.slice(2)) || 0;
}

export const mediaTypeFor = (accept: string | undefined): string =>
  `${isToldByStatus(accept) ? GRAPHQL : 'application/json'}; charset=utf-8`;
