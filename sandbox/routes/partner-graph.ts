import type { Company } from '../data/company';
import { findById } from '../data/companies';
import { partnersAfter, type Rescans } from '../data/rescans';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { DEFAULT_PARTNER_SORT, sortPartners } from './partner-order';
import { readWhole } from './query';
import type { Answer, Call } from './route';

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly partnership_type: string;
  readonly observation_count: number | null;
}

const DEPTH = { least: 1, most: 2, otherwise: 1 };
const LIMIT = { least: 1, most: 200, otherwise: 50 };

/**
 * The network around a company, which is the first node. The path and the charge are documented, the rest is assumed:
 * `limit` bounds the other nodes, nearest first, and each pair of nodes has at most one edge.
 */
export function showGraph(call: Call): Answer<'partnerships.graph'> {
  const depth = readWhole(call.url.searchParams, 'depth', DEPTH);
  const limit = readWhole(call.url.searchParams, 'limit', LIMIT);
  const rescans = call.books.jobs.rescansAt(call.nowMs);
  const centre = companyOfPath(call);
  const nodes = new Map([[centre.id, centre]]);
  const edges = new Map<string, Edge>();
  let ring: readonly Company[] = [centre];
  for (let step = 1; step <= depth; step += 1) {
    const before = nodes.size;
    for (const company of ring) addPartners(company, rescans, nodes, edges, limit + 1);
    ring = [...nodes.values()].slice(before);
  }
  const others = [...nodes.keys()].slice(1);
  const body = { nodes: [...nodes.values()].map(toNode), edges: [...edges.values()] };
  return { reply: jsonReply(200, body), charged: others };
}

function addPartners(
  company: Company,
  rescans: Rescans,
  nodes: Map<number, Company>,
  edges: Map<string, Edge>,
  mostNodes: number,
): void {
  for (const partner of sortPartners(partnersAfter(company, rescans), DEFAULT_PARTNER_SORT)) {
    const found = nodes.get(partner.companyId) ?? findById(partner.companyId);
    if (found === null || (nodes.size >= mostNodes && !nodes.has(found.id))) continue;
    nodes.set(found.id, found);
    const pair = [company.id, found.id].sort((one, other) => one - other).join(' ');
    if (edges.has(pair)) continue;
    const { type, observationCount } = partner;
    const ends = { source: company.slug, target: found.slug };
    edges.set(pair, { ...ends, partnership_type: type, observation_count: observationCount });
  }
}

function toNode({ slug, name, domain }: Company) {
  return { slug, name, domain };
}
