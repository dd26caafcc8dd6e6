import type { RefusalCode } from '#shared/refusal.ts';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** What went wrong, in words of RFC 7644, 3.12: thrown where it is found, answered once. */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: string | undefined;
  constructor(status: number, detail: string, scimType?: string) {
    super(detail);
    this.name = 'ScimError';
    this.status = status;
    this.scimType = scimType;
  }
}

/** The body of an error. */
export const errorBody = ({ status, message, scimType }: ScimError) => ({
  schemas: [ERROR],
  status: String(status),
  detail: message,
  ...(scimType && { scimType }),
});

const statusOf: Partial<Record<RefusalCode | string, number>> = {
  UNAUTHENTICATED: 401,
  NOT_PERMITTED: 403,
  NO_ACTIVE_ACCESS: 403,
  CATEGORY_NOT_GRANTED: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INVALID_INPUT: 400,
  LIMIT_EXCEEDED: 400,
};

/** A refusal of the subgraph as SCIM tells it; of a fault nothing but that it is one. */
export function scimErrorFrom(code: unknown, because: unknown, argument: unknown): ScimError {
  const status = statusOf[String(code)];
  if (status === undefined || typeof because !== 'string') return new ScimError(500, 'Something went wrong here.');
  if (status !== 400) return new ScimError(status, because);
  return new ScimError(status, because, argument === 'after' ? 'invalidCursor' : 'invalidValue');
}
