import { parse } from 'graphql';
import { type ArguedSupergraph, argueFields } from './argued-fields.ts';
import { resolvableKeysFirst } from './resolvable-keys-first.ts';

/** A supergraph as the planner plans it rightly. */
export const plannable = (sdl: string): ArguedSupergraph => argueFields(resolvableKeysFirst(parse(sdl, { noLocation: true })));
