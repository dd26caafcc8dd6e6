import { bracketNesting } from './document/bracket-nesting.ts';
import { directiveCount } from './document/directive-count.ts';
import { documentLength } from './document/document-length.ts';
import { expandedSize } from './document/expanded-size.ts';
import { fragmentCircles } from './document/fragment-circles.ts';
import { repeatedFields } from './document/repeated-fields.ts';
import { reservedNames } from './document/reserved-names.ts';
import { rootFields } from './document/root-fields.ts';
import { selectionDepth } from './document/selection-depth.ts';
import { tokenCount } from './document/token-count.ts';
import type { DocumentMeasures, Rule } from './rule.ts';

/** What every document is held to, in the order in which it is measured: what is cheap to know first. */
export const documentRules: readonly Rule<DocumentMeasures>[] = [
  documentLength,
  tokenCount,
  bracketNesting,
  fragmentCircles,
  expandedSize,
  selectionDepth,
  directiveCount,
  rootFields,
  repeatedFields,
  reservedNames,
];
