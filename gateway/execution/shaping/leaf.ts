import { type GraphQLNamedType, isEnumType } from 'graphql';

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string';

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31,
  Float: isNumber,
  String: isText,
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => isText(value) || isNumber(value),
};

/** Whether a value can be one of a scalar or an enum; of a scalar of our subgraphs' own it is not known what it holds. */
export function fitsLeaf(type: GraphQLNamedType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return builtIn[type.name] ?? (() => true);
}
