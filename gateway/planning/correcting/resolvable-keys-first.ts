import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { textOf } from './join-directives.ts';

/**
 * A supergraph whose types name the keys that resolve before those that do not. The planner asks an entity that needs more for itself by
 * the first key it finds, whether or not it resolves.
 */
export const resolvableKeysFirst = (supergraph: DocumentNode): DocumentNode => {
  const ordered = <Node extends { readonly directives?: readonly DirectiveNode[] }>(type: Node): Node => ({
    ...type,
    directives: (type.directives ?? []).toSorted((one, other) => Number(isUnresolvable(one)) - Number(isUnresolvable(other))),
  });
  return visit(supergraph, { [Kind.OBJECT_TYPE_DEFINITION]: ordered, [Kind.INTERFACE_TYPE_DEFINITION]: ordered });
};

const isUnresolvable = (directive: DirectiveNode): boolean => {
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return textOf(directive, 'key') !== undefined && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
};
