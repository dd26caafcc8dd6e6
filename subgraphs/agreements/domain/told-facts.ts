import type { AccessRow } from './accesses/access.ts';
import type { AgreementEventFacts } from './agreement-event.ts';
import type { Asked } from './requests/request.ts';

type Telling = Pick<AgreementEventFacts, 'by' | 'comment'> & { readonly access?: AccessRow; readonly before?: AccessRow };

/** What the log keeps of a change of a request, and of the access it became. */
export function factsOf(asked: Asked & { readonly id: string }, { by, comment, access, before }: Telling): AgreementEventFacts {
  const { system, supplier, service, direction, categories, daycareNumber, purposeKind, purpose } = asked;
  return {
    system,
    supplier,
    service,
    direction,
    categories,
    daycareNumber,
    purposeKind,
    purpose,
    by,
    comment,
    requestId: access?.requestId ?? asked.id,
    accessId: access?.id ?? null,
    previousState: before?.state ?? null,
    state: access?.state ?? null,
    suspensionReason: access?.suspensionReason ?? null,
  };
}
