export const GRAPHQL = 'application/graphql-response+json';
const asJson = new Set(['application/json', 'application/*', '*/*']);

/** Whether the answer goes out as GraphQL's own media type, whose status tells of what is wrong with a question; plain JSON's is 200 then. */
export const isToldByStatus = (accept: string | undefined): boolean => chosenFrom(accept) === GRAPHQL;

/** Whether any of the two media types is wanted. */
export const isAnswerable = (accept: string | undefined): boolean => chosenFrom(accept) !== undefined;

function chosenFrom(accept: string | undefined): string | undefined {
  const wanted = (accept ?? '*/*')
    .split(',')
    .map((each) => each.trim().toLowerCase().split(';'))
    .map(([type = '', ...parameters]) => ({ type: type.trim(), quality: qualityIn(parameters) }))
    .sort((one, other) => other.quality - one.quality);
  return wanted.find(({ type, quality }) => quality > 0 && (type === GRAPHQL || asJson.has(type)))?.type;
}

function qualityIn(parameters: readonly string[]): number {
  const given = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
  return given === undefined ? 1 : Number(given.slice(2)) || 0;
}

export const mediaTypeFor = (accept: string | undefined): string =>
  `${isToldByStatus(accept) ? GRAPHQL : 'application/json'}; charset=utf-8`;
