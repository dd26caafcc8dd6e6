import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';

/** What names a document gives to what it asks; only measured where the expanded size is known to be bounded and free of circles. */
export interface NameMeasures {
  /** Fields that are renamed, or stand already in the same place of the answer; `__typename` is a field like any other. */
  readonly repeated: number;
  /** The most fields that one operation asks of its root. */
  readonly rootFields: number;
  /** Fields renamed to what only the system's own fields are called. */
  readonly reserved: number;
}

/** Walks every field of every operation once where it stands in the answer, fragments expanded. */
export function measureNames({ definitions }: DocumentNode): NameMeasures {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet]] : [])),
  );
  const found = { repeated: 0, rootFields: 0, reserved: 0 };
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = fieldsOf([definition.selectionSet], fragments);
    found.rootFields = Math.max(found.rootFields, root.length);
    const waiting = [root];
    for (let fields = waiting.pop(); fields; fields = waiting.pop()) {
      found.reserved += fields.filter(({ alias }) => alias?.value.startsWith('__')).length;
      const places = Map.groupBy(fields, ({ alias, name }) => alias?.value ?? name.value);
      for (const [name, same] of places) {
        found.repeated += same.length - (same[0]?.name.value === name ? 1 : 0);
        const sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
        if (sets.length > 0) waiting.push(fieldsOf(sets, fragments));
      }
    }
  }
  return found;
}

/** The fields of these selections, with those of the fragments in them. */
function fieldsOf(sets: readonly SelectionSetNode[], fragments: ReadonlyMap<string, SelectionSetNode>): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const within = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value);
      return within ? fieldsOf([within], fragments) : [];
    }),
  );
}
