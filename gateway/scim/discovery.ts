export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const core = (name: string) => `urn:ietf:params:scim:schemas:core:2.0:${name}`;

/** How many users a page holds, where nothing else is asked, and at the most. */
export const PAGE = { usual: 100, most: 500 } as const;

/** What this service provider can do (RFC 7643, 5; pagination as RFC 9865 has it): it is read. */
export const serviceProviderConfig = (base: string) => ({
  schemas: [core('ServiceProviderConfig')],
  documentationUri: 'https://www.rfc-editor.org/rfc/rfc7644',
  patch: { supported: false },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: PAGE.most },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', defaultPageSize: PAGE.usual, maxPageSize: PAGE.most },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: "The token of a supplier's system, as for GraphQL.",
      specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
});

/** The one type of resource there is (RFC 7643, 6). */
export const userResourceType = (base: string) => ({
  schemas: [core('ResourceType')],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'Whoever may have a login: employees, externals, and contacts of children.',
  schema: USER_SCHEMA,
  schemaExtensions: [],
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/User` },
});

interface Given {
  readonly type?: 'string' | 'boolean' | 'complex';
  readonly required?: boolean;
  readonly caseExact?: boolean;
  readonly uniqueness?: 'none' | 'server' | 'global';
  readonly multiValued?: boolean;
  readonly subAttributes?: readonly object[];
}

/** An attribute in the words of RFC 7643, 7; nothing here is written by others. */
const attribute = (
  name: string,
  description: string,
  { type = 'string', required = false, caseExact = false, uniqueness = 'none', multiValued = false, subAttributes }: Given = {},
) => ({
  name,
  type,
  multiValued,
  description,
  required,
  caseExact,
  mutability: 'readOnly',
  returned: 'default',
  uniqueness,
  ...(subAttributes && { subAttributes }),
});

const attributes = [
  attribute('userName', 'What the person types at login; the UniID of who has chosen nothing yet.', {
    required: true,
    uniqueness: 'server',
  }),
  attribute('name', 'The name; of the protected the alias.', {
    type: 'complex',
    subAttributes: [attribute('formatted', 'Both names.'), attribute('familyName', 'Family name.'), attribute('givenName', 'First name.')],
  }),
  attribute('displayName', 'Both names, or the alias.'),
  attribute('active', 'Whether the identity is in use: neither only imported, nor blocked.', { type: 'boolean' }),
  attribute('emails', 'E-mail addresses; none of the protected.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [attribute('value', 'The address.'), attribute('primary', 'Whether it was told last.', { type: 'boolean' })],
  }),
  attribute('roles', 'As what the person is tied to which daycare.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'Role and daycare, as EMPLOYEE@G12345.', { caseExact: true }),
      attribute('type', 'EMPLOYEE, EXTERNAL or CONTACT.', { caseExact: true }),
      attribute('display', "The daycare's number.", { caseExact: true }),
      attribute('primary', "Whether it is the person's first tie.", { type: 'boolean' }),
    ],
  }),
];

/** The schema of a user, with what of it is served (RFC 7643, 7). */
export const userSchema = (base: string) => ({
  schemas: [core('Schema')],
  id: USER_SCHEMA,
  name: 'User',
  description: 'User Account',
  attributes,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${USER_SCHEMA}` },
});
