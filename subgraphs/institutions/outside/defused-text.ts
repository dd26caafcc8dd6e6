const formula = /^'*[=+\-@\t\r]/;
const defused = /^'+[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula: one apostrophe goes before what would be one. */
export const defusedText = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text as it was before it was defused. */
export const originalText = (text: string): string => (defused.test(text) ? text.slice(1) : text);
