/** A fault as whoever runs a command is told it: in one sentence, with the system's code where it is the system's. */
export function toldOf(fault: unknown): { readonly message: string; readonly code: unknown } {
  const message = fault instanceof Error ? fault.message : 'an unknown fault';
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return { message: message.endsWith('.') ? message : `${message}.`, code };
}
