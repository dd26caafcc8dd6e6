import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { ListSize } from './read-weights.ts';

/** How long the lists of introspection are in this schema: its types as they are, what hangs on them on the average. */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, ListSize> {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const perType = (count: number) => Math.max(1, Math.ceil(count / types.length));
  const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
  const values = types.filter(isEnumType).flatMap((type) => type.getValues());
  const given = fields.flatMap(({ args }) => args);
  const lengths = {
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Type.fields': perType(fields.length),
    '__Type.inputFields': perType(inputs.length),
    '__Type.enumValues': perType(values.length),
    '__Type.interfaces': 1,
    '__Type.possibleTypes': 1,
    '__Field.args': Math.max(1, Math.ceil(given.length / Math.max(1, fields.length))),
    '__Directive.args': 3,
    '__Directive.locations': 3,
  };
  return new Map(Object.entries(lengths).map(([place, assumed]) => [place, { assumed, slicing: [], sized: [] }]));
}
