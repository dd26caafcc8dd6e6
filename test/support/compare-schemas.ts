import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
  print,
} from 'graphql';

/** What of a contract a schema lacks, by name, and where it says something else. What it has beside the contract is free. */
export interface Differences {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Holds a schema to a contract. Only what is not there at all may come later; another type or nullability breaks clients. */
export function compareSchemas(contract: GraphQLSchema, schema: GraphQLSchema): Differences {
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const promised of Object.values(contract.getTypeMap())) {
    if (isIntrospectionType(promised) || isSpecifiedScalarType(promised)) continue;
    const actual = schema.getType(promised.name);
    if (!actual) missing.push(`${kindOf(promised)} ${promised.name}`);
    else compareTypes(promised, actual, { missing, wrong });
  }
  return { missing: missing.sort(), wrong: wrong.sort() };
}

interface Found {
  readonly missing: string[];
  readonly wrong: string[];
}

function compareTypes(promised: GraphQLNamedType, actual: GraphQLNamedType, found: Found): void {
  if (kindOf(promised) !== kindOf(actual)) found.wrong.push(`${promised.name} is ${kindOf(actual)}, not ${kindOf(promised)}`);
  else if (isEnumType(promised) && isEnumType(actual)) {
    found.missing.push(...promised.getValues().flatMap(({ name }) => (actual.getValue(name) ? [] : [`${promised.name}.${name}`])));
  } else if (isInputObjectType(promised) && isInputObjectType(actual)) {
    const [fields, there] = [Object.values(promised.getFields()), actual.getFields()];
    compareInputs(fields, Object.values(there), (name) => `${promised.name}.${name}`, found);
  } else if (hasFields(promised) && hasFields(actual)) {
    for (const each of promised.getInterfaces())
      if (!actual.getInterfaces().some(({ name }) => name === each.name))
        found.wrong.push(`${promised.name} does not implement ${each.name}`);
    compareFields(promised, actual, found);
  }
}

function compareFields(promised: WithFields, actual: WithFields, found: Found): void {
  const there = actual.getFields();
  for (const field of Object.values(promised.getFields())) {
    const place = `${promised.name}.${field.name}`;
    const same = there[field.name];
    if (!same) found.missing.push(place);
    else {
      if (String(same.type) !== String(field.type)) found.wrong.push(`${place} is ${same.type}, not ${field.type}`);
      compareInputs(field.args, same.args, (name) => `${place}(${name})`, found);
    }
  }
}

type Input = GraphQLArgument | GraphQLInputField;

/** Arguments or input fields; one more that must be given would refuse what clients send. */
function compareInputs(
  promised: readonly Input[],
  actual: readonly Input[],
  place: (name: string) => string,
  { missing, wrong }: Found,
): void {
  for (const input of promised) {
    const same = actual.find(({ name }) => name === input.name);
    if (!same) missing.push(place(input.name));
    else if (inWords(same) !== inWords(input)) wrong.push(`${place(input.name)} is ${inWords(same)}, not ${inWords(input)}`);
  }
  const more = actual.filter(({ name }) => !promised.some((input) => input.name === name));
  for (const input of more)
    if (isRequiredArgument(input) || isRequiredInputField(input))
      wrong.push(`${place(input.name)} must be given, and the contract has no such thing`);
}

function inWords({ type, defaultValue }: Input): string {
  const node = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return node ? `${type} = ${print(node)}` : String(type);
}

type WithFields = Extract<GraphQLNamedType, { getInterfaces(): unknown }>;
const hasFields = (type: GraphQLNamedType): type is WithFields => isObjectType(type) || isInterfaceType(type);

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'type';
  if (isInterfaceType(type)) return 'interface';
  if (isInputObjectType(type)) return 'input';
  if (isEnumType(type)) return 'enum';
  return isScalarType(type) ? 'scalar' : 'union';
}
