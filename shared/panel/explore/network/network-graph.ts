import { readText } from '../../../client/json';
import type { Partner } from '../../../client/resources/partnerships';
import type { Cell, Table } from '../../../cells/values';
import { companyOf } from '../company-details';

/** A company of the picture. */
export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  /** The domain or slug that opens it; `null`: only its name is known. */
  readonly identifier: string | null;
}

interface NetworkEdge {
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
  readonly type: string;
  /** How often it was seen; `null`: unknown. */
  readonly observations: number | null;
}

export interface Network {
  /** The company in the middle comes first. */
  readonly nodes: readonly NetworkNode[];
  /** Those that were seen most often come first. */
  readonly edges: readonly NetworkEdge[];
}

/** A company and its partners. */
export function networkOfPartners(center: NetworkNode, partners: readonly Partner[]): Network {
  const ends = partners.map((partner): readonly [NetworkNode, NetworkEdge] => {
    const identifier = companyOf(partner);
    const id = (identifier ?? partner.name).toLowerCase();
    const { name, type, observation_count: observations } = partner;
    return [
      { id, name, identifier },
      { source: center.id, target: id, type: type ?? '', observations },
    ];
  });
  return strongestFirst(
    center,
    new Map(ends.map(([node]) => [node.id, node])),
    ends.map(([, edge]) => edge),
  );
}

/** Columns of `TRACE_PARTNER_GRAPH`: source, source_domain, target, target_domain, type, observation_count. */
export function networkOfEdges(center: NetworkNode, table: Table): Network {
  const nodes = new Map<string, NetworkNode>();
  const nodeOf = (name: Cell | undefined, domain: Cell | undefined): NetworkNode | null => {
    const identifier = readText(domain);
    const shown = readText(name) ?? identifier;
    if (shown === null) return null;
    const id = (identifier ?? shown).toLowerCase();
    const isCenter = identifier === center.identifier || (identifier === null && shown === center.name);
    const node = isCenter ? center : (nodes.get(id) ?? { id, name: shown, identifier });
    nodes.set(node.id, node);
    return node;
  };
  const edges = table.slice(1).flatMap((row): readonly NetworkEdge[] => {
    const [source, target] = [nodeOf(row[0], row[1]), nodeOf(row[2], row[3])];
    if (source === null || target === null || row.length < 6) return [];
    const observations = typeof row[5] === 'number' ? row[5] : null;
    return [{ source: source.id, target: target.id, type: readText(row[4]) ?? '', observations }];
  });
  return strongestFirst(center, nodes, edges);
}

/** Both together, each edge once. */
export function joined(one: Network, other: Network): Network {
  const nodes = new Map([...one.nodes, ...other.nodes].map((node) => [node.id, node]));
  const edges = new Map([...one.edges, ...other.edges].map((edge) => [nameOf(edge), edge]));
  return strongestFirst(one.nodes[0]!, nodes, [...edges.values()]);
}

/** Partnerships have no direction. */
function nameOf({ source, target }: NetworkEdge): string {
  return [source, target].sort().join('\n');
}

/** Edges by how often they were seen, with the companies at their ends. */
function strongestFirst(
  center: NetworkNode,
  nodes: ReadonlyMap<string, NetworkNode>,
  edges: readonly NetworkEdge[],
): Network {
  const sorted = edges
    .filter(({ source, target }) => source !== target)
    .sort((one, other) => (other.observations ?? 0) - (one.observations ?? 0));
  const ids = new Set(sorted.flatMap(({ source, target }) => [source, target]));
  ids.delete(center.id);
  const found = [...ids].flatMap((id) => nodes.get(id) ?? []);
  return { nodes: [center, ...found], edges: sorted };
}

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
