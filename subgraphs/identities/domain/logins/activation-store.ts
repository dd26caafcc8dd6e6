import type { Tie } from '../people/affiliation.ts';
import type { Activation } from './activation.ts';
import type { LoginKey } from './login.ts';

/** Codes of activation inside one transaction; the person's row is locked first, but for counting a try. */
export interface Activations {
  readonly at: number;
  lock(uniId: string): Promise<Activation | undefined>;
  lockBySelector(selector: string): Promise<Activation | undefined>;
  keep(activation: Activation): Promise<void>;
  /** Counts a code that a login sent, and answers how many it has sent in the hour. */
  countGuess(login: LoginKey): Promise<number>;
  /** The person's present ties. */
  tiesOf(uniId: string): Promise<readonly Tie[]>;
  /** Lays a sealed letter out to be handed over once this transaction is true. */
  addLetter(sealed: string): Promise<void>;
}

/** Makes codes, and proves them slowly, so that whoever has the table has no code. */
export interface CodeMaker {
  draw(): { readonly selector: string; readonly secret: string };
  hash(secret: string): Promise<string>;
  /** Takes as long where there is no hash to compare with. */
  matches(secret: string, hash: string | null): Promise<boolean>;
}
