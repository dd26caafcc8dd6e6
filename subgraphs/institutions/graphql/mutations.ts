import type { Resolvers } from './schema.generated.ts';

/** Each mutation is one act, told without how it is sent. */
export const mutations: Resolvers['Mutation'] = {
  registerInstitution: (_, { input, ...sent }, { acts }) => acts.registerInstitution(input, sent),
  registerUnit: (_, { input, acceptFindings, ...sent }, { acts }) => acts.registerUnit({ ...input, acceptFindings }, sent),
  registerLocation: (_, { input, acceptFindings, ...sent }, { acts }) => acts.registerLocation({ ...input, acceptFindings }, sent),
  changeInstitution: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.changeInstitution(told, { dryRun, idempotencyKey }),
  changeUnit: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.changeUnit(told, { dryRun, idempotencyKey }),
  changeLocation: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.changeLocation(told, { dryRun, idempotencyKey }),
  moveUnit: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.moveUnit(told, { dryRun, idempotencyKey }),
  moveLocation: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.moveLocation(told, { dryRun, idempotencyKey }),
  closeDaycare: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.closeDaycare(told, { dryRun, idempotencyKey }),
  cancelPlanned: (_, told, { acts }) => acts.cancelPlanned(told),
  proposeTransfer: (_, told, { acts }) => acts.proposeTransfer(told),
  answerTransfer: (_, told, { acts }) => acts.answerTransfer(told),
  dismissDuplicate: (_, told, { acts }) => acts.dismissDuplicate(told),
  loadRegisterRows: (_, { rows }, { acts }) => acts.loadRegisterRows(rows),
};
