/** What a planner answers: which subgraph is asked what, after what, and where its answer belongs. */
export type PlanNode = Several | Fetch | Flatten | Condition;

/** One after the other, or all at once. */
export interface Several {
  readonly kind: 'Sequence' | 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** One question to one subgraph; with `requires` it asks for entities by what is known of them. */
export interface Fetch {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string | undefined;
  readonly operationKind: string;
  readonly variableUsages?: readonly string[];
  readonly requires?: readonly RequiredSelection[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
}

/** What hangs on a place in the answer so far: names of fields, `@` for every row of a list. */
export interface Flatten {
  readonly kind: 'Flatten';
  readonly path: readonly (string | number)[];
  readonly node: PlanNode;
}

export interface Condition {
  readonly kind: 'Condition';
  readonly condition: string;
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
}

export type RequiredSelection = RequiredField | RequiredFragment;
export interface RequiredField {
  readonly kind: 'Field';
  readonly name: string;
  readonly alias?: string;
  readonly selections?: readonly RequiredSelection[];
}
export interface RequiredFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition?: string;
  readonly selections: readonly RequiredSelection[];
}

/** A change to what is sent or came, at a path of field names and `... on Type`. */
export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly string[]; readonly setValueTo: unknown }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly string[]; readonly renameKeyTo: string };
