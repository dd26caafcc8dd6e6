import { DocumentFault, type DocumentFaultName } from '../../domain/sent/document-fault.ts';
import { type ElementForm, isOfTheFormat, saysNothing } from './import-format.ts';
import type { XmlAttribute, XmlListener } from './strict-xml.ts';

/** An element of the format with what it holds, elements by their name in the order they came. */
export interface Told {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly elements: Readonly<Record<string, readonly Told[]>>;
}

interface Open {
  readonly name: string;
  readonly form: ElementForm;
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: Record<string, Told[]>;
  readonly seen: Set<string>;
  text: string;
}

const LONGEST_TEXT = 64 * 1024;
/** How many groups or contacts one person can have. */
const MOST_ALIKE = 2_000;

/** What is heard of a walk: each element as it opens, with its attributes, and as it is whole. Whoever keeps one says so. */
export interface Heard {
  readonly opened: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly closed: (name: string, told: Told) => 'kept' | 'taken';
}

/** Holds what is read to the format, element by element; what has been taken does not stay in memory. */
export function walkFormat(format: ElementForm, { opened, closed }: Heard): XmlListener {
  const path: Open[] = [{ name: '', form: format, attributes: {}, elements: {}, seen: new Set(), text: '' }];
  const fail = (fault: DocumentFaultName): never => {
    throw new DocumentFault(fault, { path: path.map(({ name }) => name).join('/') || '/' });
  };
  const here = (): Open => path.at(-1) ?? fail('NOT_WELL_FORMED');
  return {
    open({ name, namespace, attributes }) {
      if (!isOfTheFormat(namespace)) fail('OTHER_NAMESPACE');
      const { form, seen } = here();
      const once = own(form.once, name);
      const inner = once ?? own(form.many, name) ?? fail('UNKNOWN_ELEMENT');
      if (once && seen.has(name)) fail('TWICE');
      seen.add(name);
      path.push({ name, form: inner, attributes: {}, elements: {}, seen: new Set(), text: '' });
      const known = attributesOf(inner, attributes) ?? fail('UNKNOWN_ATTRIBUTE');
      path.splice(-1, 1, { ...here(), attributes: known });
      opened(name, known);
    },
    text(told) {
      const element = here();
      if (element.form.holdsText) element.text += told;
      else if (told.trim()) fail('TEXT_OUT_OF_PLACE');
      if (element.text.length > LONGEST_TEXT) fail('TOO_LONG');
    },
    close() {
      const { name, attributes, elements, text } = here();
      path.pop();
      const told = { attributes, text: text.trim(), elements };
      if (closed(name, told) === 'taken') return;
      const { elements: around } = here();
      const alike = around[name] ?? [];
      around[name] = alike;
      if (alike.push(told) > MOST_ALIKE) fail('TOO_MANY_ELEMENTS');
    },
  };
}

const own = <Value>(of: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;

/** The attributes of the format; undefined where there is another. */
function attributesOf(form: ElementForm, attributes: readonly XmlAttribute[]): Readonly<Record<string, string>> | undefined {
  const meant = attributes.filter(({ namespace }) => !saysNothing(namespace));
  const isKnown = ({ name, namespace }: XmlAttribute) => namespace === '' && (form.attributes ?? []).includes(name);
  return meant.every(isKnown) ? Object.fromEntries(meant.map(({ name, value }) => [name, value.trim()])) : undefined;
}
