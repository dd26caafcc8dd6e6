import { buildASTSchema, buildSchema, type GraphQLSchema, isAbstractType, isEnumType, parse } from 'graphql';

/** What of a supergraph only federation's own reading of it tells. */
export interface SupergraphTold {
  /** What clients may ask, as a schema's text. */
  readonly schema: string;
  /** Where each subgraph is, by its name. */
  readonly urls: readonly (readonly [name: string, url: string])[];
}

/** A supergraph as the gateway reads it. */
export interface ReadSupergraph {
  readonly sdl: string;
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** Where each subgraph is, by its name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Whether what calls itself by the second name is of the type of the first, hidden types included. */
  readonly isOfType: (type: string, typename: string) => boolean;
  /** Whether some type has a field of this name, hidden ones included. */
  readonly isFieldName: (name: string) => boolean;
  /** Whether a type, or a value of an enum, is there but hidden from clients. */
  readonly isHidden: (type: string, value?: string) => boolean;
}

/** A supergraph that has been read elsewhere and is known to be sound. */
export function supergraphOf(sdl: string, told: SupergraphTold): ReadSupergraph {
  const whole = buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  const schema = buildSchema(told.schema, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  const kinds = new Map(
    Object.values(whole.getTypeMap())
      .filter(isAbstractType)
      .map((type) => {
        const { objects, interfaces } =
          'getFields' in type ? whole.getImplementations(type) : { objects: whole.getPossibleTypes(type), interfaces: [] };
        return [type.name, new Set([...objects, ...interfaces].map(({ name }) => name))];
      }),
  );
  const names = new Set(Object.values(whole.getTypeMap()).flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : [])));
  return {
    sdl,
    schema,
    urls: new Map(told.urls),
    isOfType: (type, typename) => type === typename || kinds.get(type)?.has(typename) === true,
    isFieldName: (name) => names.has(name),
    isHidden: (type, value) => isKnown(whole, type, value) && !isKnown(schema, type, value),
  };
}

function isKnown(schema: GraphQLSchema, name: string, value: string | undefined): boolean {
  const type = schema.getType(name);
  if (value === undefined) return type !== undefined;
  return isEnumType(type) && type.getValue(value) !== undefined;
}
