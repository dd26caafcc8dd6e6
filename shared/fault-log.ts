/** A fault as the log keeps it: where it happened, never the values of a statement or of a duplicate key. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const ofDatabase = 'driverError' in fault || 'sql' in fault;
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  return {
    fault: fault.name,
    ...(ofDatabase ? { statement: statementOf(fault) } : { message: fault.message }),
    ...('code' in fault && { code: fault.code }),
    frames: frames.map((line) => line.trim()),
    ...(causeOf(fault) !== undefined && { cause: describeFault(causeOf(fault)) }),
  };
}

const causeOf = (fault: Error): unknown => ('originalError' in fault ? fault.originalError : fault.cause);

/** The statement with its marks, not its values. */
const statementOf = (fault: Error) => ('query' in fault && typeof fault.query === 'string' ? fault.query.slice(0, 500) : undefined);
