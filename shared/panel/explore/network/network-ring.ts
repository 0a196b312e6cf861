import type { Network, NetworkNode } from './network-graph';

/** Around the company: more names would cover each other. */
const AROUND = 12;

/** A picture of the strongest partnerships of a company. */
export interface Ring {
  readonly center: NetworkNode;
  /** The strongest partner first. */
  readonly partners: readonly RingPartner[];
  /** Partnerships among these partners, as far as they were read. */
  readonly chords: readonly (readonly [one: RingPartner, other: RingPartner])[];
}

export interface RingPartner {
  readonly node: NetworkNode;
  /** How often the partnership was seen; `null`: unknown. */
  readonly times: number | null;
  /** Where it is drawn, from the middle, as shares of the ring's radii. */
  readonly x: number;
  readonly y: number;
}

export function toRing({ nodes, edges }: Network): Ring {
  const center = nodes[0]!;
  const named = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, number | null>();
  for (const { source, target, observations } of edges) {
    if (source !== center.id && target !== center.id) continue;
    const id = source === center.id ? target : source;
    if (found.size < AROUND && !found.has(id)) found.set(id, observations);
  }
  const partners = [...found].map(([id, times], at): RingPartner => {
    // Half a step off the top, so that names stand to the left and to the right.
    const angle = ((at + 0.5) / found.size) * 2 * Math.PI - Math.PI / 2;
    return { node: named.get(id)!, times, x: Math.cos(angle), y: Math.sin(angle) };
  });
  const drawn = new Map(partners.map((partner) => [partner.node.id, partner]));
  const chords = edges.flatMap(({ source, target }) => {
    const [one, other] = [drawn.get(source), drawn.get(target)];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  return { center, partners, chords };
}
