import { GraphQLError } from 'graphql';

/** A fault as the log keeps it: what kind and where, and in words only what our own code says; never a value of a statement or a document. */
export function describeFault(fault: unknown): Record<string, unknown> {
  const inner = innermost(fault);
  if (!(inner instanceof Error)) return { fault: typeof inner };
  const frames = framesOf(inner);
  return {
    fault: inner.name,
    ...(isOurs(inner, frames) && { message: inner.message }),
    ...('code' in inner && { code: inner.code }),
    ...('errno' in inner && { errno: inner.errno }),
    ...(statementOf(fault) && { statement: statementOf(fault) }),
    ...(fieldOf(fault) && { field: fieldOf(fault) }),
    frames,
  };
}

/** What everything else was wrapped around. */
function innermost(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  const within = wrapped(fault);
  return within === undefined || within === fault ? fault : innermost(within);
}

function wrapped(fault: Error): unknown {
  if (fault instanceof GraphQLError) return fault.originalError;
  return 'driverError' in fault && fault.driverError instanceof Error ? fault.driverError : (fault.cause ?? undefined);
}

/** Where it happened; the message, which a stack begins with, may hold anything and is cut off. */
function framesOf(fault: Error): string[] {
  const stack = fault.stack ?? '';
  const begins = stack.indexOf(fault.message) + fault.message.length;
  return stack
    .slice(begins)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}

/** Whether our own code put the message into words: libraries, engines and the runtime put values into theirs. */
const isOurs = (fault: Error, [first]: readonly string[]): boolean =>
  fault.constructor === Error && !('code' in fault) && first !== undefined && !/node_modules|node:|\(<anonymous>\)/.test(first);

/** The statement with its marks, not its values. */
function statementOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined;
  if ('query' in fault && typeof fault.query === 'string') return fault.query.slice(0, 500);
  const within = wrapped(fault);
  return within === fault ? undefined : statementOf(within);
}

/** The schema's own name of the field, where graphql-js says at which it was. */
function fieldOf(fault: unknown): string | undefined {
  const node = fault instanceof GraphQLError ? fault.nodes?.[0] : undefined;
  return node?.kind === 'Field' ? node.name.value : undefined;
}
