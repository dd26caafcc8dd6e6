import {
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Addresses are kept in logs and histories, so what is of these types goes in a body only. */
const secret = new Set(['NationalNumber']);

/** Whether an argument of this document could hold something that never stands in an address. */
export function holdsSecrets(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => {
        const type = getNamedType(types.getInputType());
        if (type && isSecret(type, new Set())) found = true;
      },
    }),
  );
  return found;
}

function isSecret(type: GraphQLNamedType, seen: Set<string>): boolean {
  if (secret.has(type.name)) return true;
  if (!isInputObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some((field) => isSecret(getNamedType(field.type), seen));
}
