import type { Resolvers } from './schema.generated.ts';

/** Each mutation is one act, told without how it is sent. */
export const mutations: Resolvers['Mutation'] = {
  requestDataAccess: (_, { input, idempotencyKey }, { acts }) => acts.requestAccess(input, { idempotencyKey }),
  askForRequest: (_, told, { acts }) => acts.askForRequest(told),
  approveRequests: (_, { idempotencyKey, ...told }, { acts }) => acts.decideRequests({ act: 'approve', ...told }, { idempotencyKey }),
  rejectRequests: (_, { idempotencyKey, ...told }, { acts }) => acts.decideRequests({ act: 'reject', ...told }, { idempotencyKey }),
  withdrawRequests: (_, { idempotencyKey, ...told }, { acts }) => acts.withdrawRequests(told, { idempotencyKey }),
  undoDecisions: (_, { ids, idempotencyKey }, { acts }) => acts.undoDecisions(ids, { idempotencyKey }),
  revokeAccesses: (_, { idempotencyKey, dryRun, ...told }, { acts }) => acts.changeAccesses('revoke', told, { idempotencyKey, dryRun }),
  endAccesses: (_, { idempotencyKey, ...told }, { acts }) => acts.changeAccesses('end', told, { idempotencyKey }),
  closeAccesses: (_, { idempotencyKey, ...told }, { acts }) => acts.changeAccesses('close', told, { idempotencyKey }),
  confirmAccesses: (_, { idempotencyKey, ...told }, { acts }) => acts.changeAccesses('confirm', told, { idempotencyKey }),
  setSystemState: (_, told, { acts }) => acts.setSystemState(told),
  registerSupplier: (_, { input }, { acts }) => acts.registerSupplier(input),
  registerSystem: (_, { input }, { acts }) => acts.registerSystem(input),
  askForConnection: (_, told, { acts }) => acts.askForConnection(told),
  approveConnections: (_, { ids }, { acts }) => acts.decideConnections({ ids, act: 'approve' }),
  refuseConnections: (_, told, { acts }) => acts.decideConnections({ act: 'refuse', ...told }),
  closeConnections: (_, told, { acts }) => acts.decideConnections({ act: 'close', ...told }),
  addSystemKey: (_, { system, jwk }, { acts }) => acts.addSystemKey(system, jwk),
  withdrawSystemKey: (_, { system, key }, { acts }) => acts.withdrawSystemKey(system, key),
};
