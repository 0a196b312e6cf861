import type { Partner } from '../../../../shared/client/resources/partnerships';
import {
  joined,
  networkOfEdges,
  networkOfPartners,
  type Network,
} from '../../../../shared/panel/explore/network-graph';
import { beginLayout, type Place } from '../../../../shared/panel/explore/network-layout';

const CENTER = { id: 'stripe.com', name: 'Stripe', identifier: 'stripe.com' };

function layOut(network: Network): ReadonlyMap<string, Place> {
  const layout = beginLayout(network);
  while (!layout.step());
  return layout.places();
}

const partner = (number: number, observations: number | null): Partner => ({
  name: `Company ${number}`,
  domain: `company-${number}.example`,
  slug: null,
  type: 'technology',
  first_observed_at: null,
  last_observed_at: null,
  observation_count: observations,
  category: null,
  description: null,
});

const MANY = Array.from({ length: 5_000 }, (_partner, at) => partner(at, at % 700));

it('of 5,000 partners the 150 that were seen most often are drawn, and the others counted', () => {
  const { nodes, edges, leftOut } = networkOfPartners(CENTER, MANY);
  expect({ nodes: nodes.length, center: nodes[0], edges: edges.length, leftOut }).toEqual({
    nodes: 151,
    center: CENTER,
    edges: 150,
    leftOut: 4_850,
  });
  expect(Math.min(...edges.map(({ observations }) => observations ?? 0))).toBe(678);
});

it('the same network has the same picture, with the company in the middle', () => {
  const network = networkOfPartners(CENTER, MANY);
  const places = layOut(network);
  expect([...places]).toEqual([...layOut(networkOfPartners(CENTER, MANY))]);
  expect(places.get('stripe.com')).toEqual({ x: 0, y: 0 });
  expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});

it('no two companies are drawn on the same spot', () => {
  const places = [...layOut(networkOfPartners(CENTER, MANY)).values()];
  const spots = new Set(places.map(({ x, y }) => `${Math.round(x / 4)} ${Math.round(y / 4)}`));
  expect(spots.size).toBe(places.length);
});

const TABLE = [
  ['source', 'source_domain', 'target', 'target_domain', 'type', 'observation_count'],
  ['Stripe', 'stripe.com', 'A', 'a.example', 'technology', 3],
  ['A', 'a.example', 'B, Inc.', '', '', ''],
  ['… 2 of 9', '', '', '', '', ''],
];

it('edges of the graph join those of the partners, each once', () => {
  const graph = networkOfEdges(CENTER, TABLE);
  expect(graph).toEqual({
    nodes: [
      CENTER,
      { id: 'a.example', name: 'A', identifier: 'a.example' },
      { id: 'b, inc.', name: 'B, Inc.', identifier: null },
    ],
    edges: [
      { source: 'stripe.com', target: 'a.example', type: 'technology', observations: 3 },
      { source: 'a.example', target: 'b, inc.', type: '', observations: null },
    ],
    leftOut: 0,
  });
  const own = networkOfPartners(CENTER, [{ ...partner(1, 5), name: 'A', domain: 'a.example' }]);
  expect(joined(own, graph).edges.length).toBe(2);
});
