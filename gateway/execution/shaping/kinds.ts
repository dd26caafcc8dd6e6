import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Choosing } from './collect-fields.ts';

/** Which types may turn up where a type is promised, and which it is where none is told. */
export interface Kinds {
  readonly mayBe: (typename: string) => boolean;
  readonly only: string | undefined;
}

export function kindsOf(promised: GraphQLCompositeType, sets: readonly SelectionSetNode[], shaping: Choosing): Kinds {
  const isOne = isObjectType(promised) || (isInterfaceType(promised) && asksOfAll(sets, promised, shaping));
  const known = new Set(isOne ? [promised.name] : []);
  return {
    // Names that are no type's are asked for anew each time.
    mayBe: (typename) => known.has(typename) || (isKind(typename, promised, shaping.schema) && known.add(typename).size > 0),
    only: isOne ? promised.name : undefined,
  };
}

/**
 * Whether the same is asked of every type behind an interface. Only then is it enough to know the interface: a subgraph that adds fields
 * to it does not know what is behind it, and the plan asks no other.
 */
const asksOfAll = (sets: readonly SelectionSetNode[], type: GraphQLCompositeType, shaping: Choosing): boolean =>
  sets.every(({ selections }) =>
    selections.every((each) => {
      if (each.kind === Kind.FIELD) return each.name.value !== '__typename';
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : shaping.fragments.get(each.name.value);
      return (
        fragment !== undefined &&
        isOfAll(fragment.typeCondition?.name.value, type, shaping) &&
        asksOfAll([fragment.selectionSet], type, shaping)
      );
    }),
  );

function isOfAll(condition: string | undefined, type: GraphQLCompositeType, { schema }: Choosing): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isInterfaceType(wanted) && isInterfaceType(type) && schema.isSubType(wanted, type);
}

function isKind(typename: string, of: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  const type = schema.getType(typename);
  return isAbstractType(of) && isObjectType(type) && schema.isSubType(of, type);
}
