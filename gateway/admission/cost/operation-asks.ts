import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { AskedMeasures } from '../rules/rule.ts';
import { type Amount, type Given, plus, times, amountFor } from './amount.ts';
import { lengthOf } from './list-length.ts';
import type { Weights } from './read-weights.ts';

/** What an act weighs beside what it answers. */
const ACT = 10;

export interface Weighed {
  readonly schema: GraphQLSchema;
  readonly weights: Weights;
}

interface Walk extends Weighed {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly pages: Amount[];
}

/** Lists that are as long as the page asked of the field around them. */
interface Sized {
  readonly fields: readonly string[];
  readonly rows: Amount;
}

/**
 * What an operation asks, worked out once and answered for any variables: an object counts one or its type's `@cost`, a list as often as
 * `@listSize` says, pages inside pages multiplied. It is more than what is answered: a condition counts as met, every fragment as fitting.
 */
export function operationAsks(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  weighed: Weighed,
): (given: Given) => AskedMeasures {
  const walk: Walk = { ...weighed, operation, fragments, pages: [] };
  const root = weighed.schema.getRootType(operation.operation);
  const fields = root ? fieldsWithin(operation.selectionSet, root, walk) : [];
  const isOurs = ({ node }: Placed) => node.name.value.startsWith('__');
  const costs = (those: readonly Placed[]) => plus(those.map((placed) => costOf(placed, undefined, walk)));
  const act = operation.operation === 'mutation' ? ACT * fields.length : 0;
  const cost = plus([act, costs(fields.filter((placed) => !isOurs(placed)))]);
  const introspection = costs(fields.filter(isOurs));
  return (given) => ({
    cost: amountFor(cost, given),
    introspection: amountFor(introspection, given),
    page: Math.max(0, ...walk.pages.map((page) => amountFor(page, given))),
  });
}

interface Placed {
  readonly node: FieldNode;
  readonly type: GraphQLNamedType;
}

/** The fields of a selection, those of its fragments among them, each with the type it is asked of. */
function fieldsWithin({ selections }: SelectionSetNode, type: GraphQLNamedType, walk: Walk): Placed[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ node, type }];
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(node.name.value) : node;
    if (!fragment) return [];
    const on = fragment.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : type;
    return on ? fieldsWithin(fragment.selectionSet, on, walk) : [];
  });
}

function costOf({ node, type }: Placed, around: Sized | undefined, walk: Walk): Amount {
  const field = fieldNamed(node.name.value, type);
  if (!field) return 0;
  const place = `${type.name}.${field.name}`;
  const own = walk.weights.weights.get(place) ?? 0;
  const answered = getNamedType(field.type);
  const size = walk.weights.sizes.get(place);
  const isList = isListType(withoutBang(field.type));
  const { rows, page } = isList || size ? lengthOf(node, field, { size, operation: walk.operation }) : { rows: 1, page: undefined };
  if (page !== undefined) walk.pages.push(page);
  if (!node.selectionSet) return own;
  const sized = size && size.sized.length > 0 ? { fields: size.sized, rows } : undefined;
  const within = fieldsWithin(node.selectionSet, answered, walk).map((placed) => costOf(placed, sized, walk));
  const each = plus([walk.weights.weights.get(answered.name) ?? 1, ...within]);
  if (!isList) return plus([own, each]);
  return plus([own, times(around?.fields.includes(field.name) ? around.rows : rows, each)]);
}

const metaFields = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

const fieldNamed = (name: string, type: GraphQLNamedType): GraphQLField<unknown, unknown> | undefined =>
  metaFields.get(name) ?? ('getFields' in type && !isInputObjectType(type) ? type.getFields()[name] : undefined);

const withoutBang = (type: GraphQLField<unknown, unknown>['type']): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type);
