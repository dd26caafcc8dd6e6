/** A processing as GraphQL tells it. */
export interface ToldProcessing {
  readonly controller: string;
  readonly controllerCompanyNumber: string | null;
  readonly daycareNumber: string;
  readonly daycareName: string;
  readonly processor: { readonly name: string; readonly companyNumber: string };
  readonly system: { readonly name: string };
  readonly service: { readonly name: string };
  readonly purposeKind: string;
  readonly purpose: string;
  readonly dataCategories: readonly string[];
  readonly personCategories: readonly string[];
  readonly processingAgreement: string;
  readonly since: string;
  readonly until: string | null;
  readonly state: string;
  readonly legalBasis: string;
  readonly recipients: string;
  readonly retention: string;
}

type Column = readonly [header: string, value: (told: ToldProcessing) => string];

/** What a column holds stands in its header; what GDPR calls it in Danish beside it. */
const columns: readonly Column[] = [
  ['Controller now (dataansvarlig)', ({ controller }) => controller],
  ["Controller's company number (CVR), empty where not known", ({ controllerCompanyNumber }) => controllerCompanyNumber ?? ''],
  ['Daycare number', ({ daycareNumber }) => daycareNumber],
  ['Daycare', ({ daycareName }) => daycareName],
  ['Processor (databehandler)', ({ processor }) => processor.name],
  ["Processor's company number (CVR)", ({ processor }) => processor.companyNumber],
  ['System', ({ system }) => system.name],
  ['Service', ({ service }) => service.name],
  ['Kind of purpose', ({ purposeKind }) => inWords(purposeKind)],
  ['Purpose (formål)', ({ purpose }) => purpose],
  ['Categories of data (kategorier af oplysninger)', ({ dataCategories }) => dataCategories.join(', ')],
  ['Categories of persons (kategorier af registrerede)', ({ personCategories }) => personCategories.join(', ')],
  ['Data processing agreement (databehandleraftale)', ({ processingAgreement }) => processingAgreement],
  ['Granted on (UTC)', ({ since }) => dayOf(since)],
  ['Ended on (UTC), empty while it has not', ({ until }) => (until ? dayOf(until) : '')],
  ['State', ({ state }) => inWords(state)],
  ['Legal basis (hjemmel), to be confirmed by the controller', ({ legalBasis }) => legalBasis],
  ['Recipients beside the processor (modtagere)', ({ recipients }) => recipients],
  ['Retention (slettefrist)', ({ retention }) => retention],
];

export const recordHeader = line(columns.map(([header]) => header));
export const recordLine = (told: ToldProcessing): string => line(columns.map(([, value]) => value(told)));

const inWords = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
const dayOf = (instant: string) => instant.slice(0, 10);

function line(values: readonly string[]): string {
  return `${values.map((value) => quoted(defused(value))).join(';')}\r\n`;
}

/** What a spreadsheet would take for a formula gets an apostrophe before it. */
function defused(text: string): string {
  const told = text.replaceAll('\0', '');
  return /^\s*'*[=+\-@]/.test(told) ? `'${told}` : told;
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
