import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Given } from './cost/amount.ts';
import { operationAsks, type Weighed } from './cost/operation-asks.ts';
import { firstBroken } from './first-broken.ts';
import type { Limits } from './limits.ts';
import { measureNames } from './measuring/measure-names.ts';
import { measureShape } from './measuring/measure-shape.ts';
import { measureText } from './measuring/measure-text.ts';
import { documentRules } from './rules/document-rules.ts';
import type { AskedMeasures, DocumentMeasures } from './rules/rule.ts';

/** What is known of one document, whoever sends it. */
export interface Judgement {
  readonly measures: DocumentMeasures;
  /** Nothing where it was not read: it is too much for anybody, or no GraphQL. */
  readonly document?: DocumentNode;
  /** Why it does not fit the schema, a few reasons at most; looked for once, when first asked. */
  readonly errors: () => readonly GraphQLError[];
  /** The operation of that name, and what it asks. */
  readonly operation: (name: string | undefined) => JudgedOperation | undefined;
}

export interface JudgedOperation {
  readonly kind: OperationDefinitionNode['operation'];
  readonly asks: (given: Given) => AskedMeasures;
}

const MOST_ERRORS = 5;

/** Measures a document no further than anybody may go, reads it, and compares it with the schema only for whom its measures let in. */
export function judgeDocument(text: string, kinds: readonly Limits[], weighed: Weighed): Judgement {
  const most = { document: Math.max(...kinds.map(({ document }) => document)), tokens: Math.max(...kinds.map(({ tokens }) => tokens)) };
  const measures: DocumentMeasures = { ...measureText(text, most) };
  const unread = { operation: () => undefined, errors: () => [] };
  const isTooMuch = () => kinds.every((limits) => firstBroken(documentRules, measures, limits));
  if (isTooMuch()) return { ...unread, measures };
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    return { ...unread, measures, errors: () => [coded(fault, 'GRAPHQL_PARSE_FAILED')] };
  }
  Object.assign(measures, measureShape(document));
  if (isTooMuch()) return { ...unread, measures };
  Object.assign(measures, measureNames(document));
  if (isTooMuch()) return { ...unread, measures };
  return { measures, document, errors: once(() => misfits(document, weighed)), operation: operationsOf(document, weighed) };
}

/** What does not fit, without the names that come close to it; of directives one error, however many there are. */
function misfits(document: DocumentNode, { schema }: Weighed): readonly GraphQLError[] {
  const found = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS, hideSuggestions: true }).filter(({ nodes }) => nodes);
  const [first] = found;
  const ofDirectives = found.find(({ nodes }) => nodes?.[0]?.kind === Kind.DIRECTIVE);
  const told = found.filter((error) => error === ofDirectives || error.nodes?.[0]?.kind !== Kind.DIRECTIVE);
  return (told.length > 0 || !first ? told : [first]).map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
}

function operationsOf(document: DocumentNode, weighed: Weighed): Judgement['operation'] {
  const known = new Map<string | undefined, JudgedOperation>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  return (name) => {
    const operation = getOperationAST(document, name);
    if (!operation) return undefined;
    const judged = known.get(name) ?? { kind: operation.operation, asks: operationAsks(operation, fragments, weighed) };
    known.set(name, judged);
    return judged;
  };
}

const coded = ({ message, nodes, source, positions }: GraphQLError, code: string) =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code } });

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
