import type { Partner } from '../../../../shared/client/resources/partnerships';
import {
  joined,
  networkOfEdges,
  networkOfPartners,
  toRing,
} from '../../../../shared/panel/explore/network/network-graph';

const CENTER = { id: 'stripe.com', name: 'Stripe', identifier: 'stripe.com' };

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

it('of 5,000 partners the 12 that were seen most often are drawn, and none is lost', () => {
  const network = networkOfPartners(CENTER, MANY);
  const { center, partners, chords } = toRing(network);
  expect({
    center,
    times: partners.map(({ times }) => times),
    chords,
    edges: network.edges.length,
  }).toEqual({
    center: CENTER,
    times: [699, 699, 699, 699, 699, 699, 699, 698, 698, 698, 698, 698],
    chords: [],
    edges: 5_000,
  });
});

it('names in the picture have room: two on one side are far enough apart, and none is at the top', () => {
  for (let count = 2; count <= 12; count += 1) {
    const { partners } = toRing(networkOfPartners(CENTER, MANY.slice(0, count)));
    const sides = [partners.filter(({ x }) => x > 0.1), partners.filter(({ x }) => x < -0.1)];
    for (const side of sides) {
      const heights = side.map(({ y }) => y).sort((one, other) => one - other);
      const gaps = heights.slice(1).map((y, at) => y - heights[at]!);
      expect(Math.min(1, ...gaps)).toBeGreaterThan(0.25);
    }
  }
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
  });
  const own = networkOfPartners(CENTER, [{ ...partner(1, 5), name: 'A', domain: 'a.example' }]);
  expect(joined(own, graph).edges.length).toBe(2);
});

it('a partnership between two drawn partners is a line between them', () => {
  const own = networkOfPartners(CENTER, [
    { ...partner(1, 5), name: 'A', domain: 'a.example' },
    { ...partner(2, 4), name: 'C', domain: 'c.example' },
  ]);
  const graph = networkOfEdges(CENTER, [TABLE[0]!, ['A', 'a.example', 'C', 'c.example', '', 2]]);
  const { chords } = toRing(joined(own, graph));
  expect(chords.map((ends) => ends.map(({ node }) => node.name))).toEqual([['A', 'C']]);
});
