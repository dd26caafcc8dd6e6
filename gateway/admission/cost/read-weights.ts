import { type ConstDirectiveNode, parse, valueFromASTUntyped } from 'graphql';

/** How long a list is: as long as the first of these arguments that is given, else as is assumed. */
export interface ListSize {
  readonly assumed: number | undefined;
  readonly slicing: readonly string[];
  /** The fields of what is answered that are as long, where the list is not the answer itself. */
  readonly sized: readonly string[];
}

/** What the schema says by `@cost` and `@listSize`: of a type by its name, of a field as `Type.field`. */
export interface Weights {
  readonly weights: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, ListSize>;
}

/** Reads them from a supergraph's text, whose composition has put together what its subgraphs say. */
export function readWeights(sdl: string): Weights {
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const note = (place: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      if (directive.name.value === 'cost') weights.set(place, numberIn(directive, 'weight') ?? 0);
      if (directive.name.value === 'listSize') sizes.set(place, sizeFrom(directive));
    }
  };
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    if ('directives' in definition && definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition')
      note(type, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) note(`${type}.${field.name.value}`, field.directives);
  }
  return { weights, sizes };
}

const sizeFrom = (directive: ConstDirectiveNode): ListSize => ({
  assumed: numberIn(directive, 'assumedSize'),
  slicing: namesIn(directive, 'slicingArguments'),
  sized: namesIn(directive, 'sizedFields'),
});

const valueIn = ({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown => {
  const found = given.find((each) => each.name.value === name);
  return found && valueFromASTUntyped(found.value);
};

function numberIn(directive: ConstDirectiveNode, name: string): number | undefined {
  const value = valueIn(directive, name);
  return typeof value === 'number' ? value : undefined;
}

function namesIn(directive: ConstDirectiveNode, name: string): string[] {
  const value = valueIn(directive, name);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
