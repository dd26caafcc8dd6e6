import { expect, test } from '@jest/globals';
import { composed as ownSupergraph } from '../../../gateway/compose.ts';
import { compositionHints } from '../../../gateway/composition-hints.ts';
import { composed, small } from './support/small-federation.ts';

const units = 'enum Unit { A B }';

test('overlapping composite keys and requirements with arguments are told when composing, by their fields', () => {
  const supergraph = composed([
    small(
      'atlas',
      `type Query { wells: [Well] }
       type Well @key(fields: "map row") @key(fields: "map") @key(fields: "spot { x y } map") {
         map: ID! row: Int! spot: Spot @shareable flow(in: Unit): Int trips: [Trip]
       }
       type Spot @shareable { x: Int y: Int } type Trip { cost(in: Unit): Int } ${units}`,
    ),
    small(
      'meters',
      `type Well @key(fields: "map spot { x }") {
         map: ID! spot: Spot @shareable flow(in: Unit): Int @external trips: [Trip] @external
         sum: Int @requires(fields: "flow(in: A) trips { cost(in: B) }") plain: Int @requires(fields: "flow")
       }
       type Spot @shareable { x: Int } type Trip @external { cost(in: Unit): Int } ${units}`,
    ),
  ]);
  expect(compositionHints(supergraph)).toEqual([
    'Well has the keys "map row" and "spot { x y } map", which overlap in map (atlas).',
    'Well has the keys "map row" and "map spot { x }", which overlap in map (atlas, meters).',
    'Well.sum requires flow, trips.cost with arguments (meters).',
  ]);
});

test('our own subgraphs give no cause for one', () => {
  expect(compositionHints(ownSupergraph())).toEqual([]);
});
