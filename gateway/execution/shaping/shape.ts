import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Choosing } from './collect-fields.ts';
import { kindsOf } from './kinds.ts';
import { fitsLeaf } from './leaf.ts';

/** How an answer to one operation looks, worked out type by type as they come, for one choice of its conditional parts. */
export interface Shape {
  readonly schema: GraphQLSchema;
  readonly root: GraphQLCompositeType;
  readonly selection: ShapedSelection;
}

/** A set of fields on whatever type turns up there. */
export interface ShapedSelection {
  /** Nothing where the type is none of the schema's. */
  of(typename: string): readonly ShapedField[] | undefined;
}

export interface ShapedField {
  readonly name: string;
  /** What the plan calls it. */
  readonly planned: string;
  readonly meaning: 'value' | 'typename' | 'introspection';
  readonly type: ShapedType;
  /** Whether its value is one of a scalar or an enum, and no list. */
  readonly isLeaf: boolean;
  readonly nodes: readonly FieldNode[];
}

/** A type as a value is checked against it. */
export interface ShapedType {
  readonly isRequired: boolean;
  /** Of each row, where it is a list. */
  readonly row: ShapedType | undefined;
  readonly name: string;
  /** Which types may turn up, and what of them is shown; none for leaves. */
  readonly object:
    | { readonly mayBe: (typename: string) => boolean; readonly only: string | undefined; readonly selection: ShapedSelection }
    | undefined;
  readonly fits: (value: unknown) => boolean;
  /** Whether a value that does not fit is one that clients are not to see. */
  readonly hides: (value: unknown) => boolean;
}

export function shapeOf(operation: OperationDefinitionNode, shaping: Choosing): Shape {
  const root = shaping.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  return { schema: shaping.schema, root, selection: selectionOf([operation.selectionSet], shaping) };
}

function selectionOf(sets: readonly SelectionSetNode[], shaping: Choosing): ShapedSelection {
  const known = new Map<string, readonly ShapedField[] | undefined>();
  return {
    of: (typename) => {
      if (known.has(typename)) return known.get(typename);
      const type = shaping.schema.getType(typename);
      const fields = type && isCompositeType(type) ? fieldsOf(sets, type, shaping) : undefined;
      // Names that are no type's are not remembered: whoever makes them up must not fill the memory.
      if (fields) known.set(typename, fields);
      return fields;
    },
  };
}

function fieldsOf(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, shaping: Choosing): readonly ShapedField[] {
  return [...collectFields(sets, type, shaping)].flatMap(([name, nodes]) => fieldOf(name, nodes, type, shaping) ?? []);
}

function fieldOf(name: string, nodes: readonly FieldNode[], type: GraphQLCompositeType, shaping: Choosing): ShapedField | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  const called = first.name.value;
  if (called === '__typename') return { name, planned: name, meaning: 'typename', type: typenameType, isLeaf: false, nodes };
  if (called === '__schema' || called === '__type')
    return { name, planned: name, meaning: 'introspection', type: typenameType, isLeaf: false, nodes };
  const field = 'getFields' in type ? type.getFields()[called] : undefined;
  if (!field) return undefined;
  const shaped = typeOf(field.type, nodes, shaping);
  const planned = name === called ? name : (shaping.renamed.get(name) ?? name);
  return { name, planned, meaning: 'value', type: shaped, isLeaf: !shaped.row && !shaped.object, nodes };
}

const typenameType: ShapedType = {
  isRequired: true,
  row: undefined,
  name: 'String',
  object: undefined,
  fits: (value) => typeof value === 'string',
  hides: () => false,
};

function typeOf(type: GraphQLOutputType, nodes: readonly FieldNode[], shaping: Choosing): ShapedType {
  if (isNonNullType(type)) return { ...typeOf(type.ofType, nodes, shaping), isRequired: true };
  const named = getNamedType(type);
  const row = isListType(type) ? typeOf(type.ofType, nodes, shaping) : undefined;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const object =
    !row && isCompositeType(named)
      ? {
          ...kindsOf(named, sets, shaping),
          selection: selectionOf(sets, shaping),
        }
      : undefined;
  const hides = (value: unknown) => typeof value === 'string' && (object ? shaping.isHidden(value) : shaping.isHidden(named.name, value));
  return { isRequired: false, row, name: named.name, object, fits: row || object ? () => false : fitsLeaf(named), hides };
}
