import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network } from './network-graph';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** So many that nothing moves much any more. */
const TICKS = 120;
/** How little is left of the first movement by then. */
const AT_REST = 0.001;
/** Neighbors on a sunflower's spiral are an equal distance apart. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Layout {
  /** Goes on a little, for a few milliseconds. Returns whether it is done. */
  step(): boolean;
  /** Where each company is drawn, the middle at 0, 0. */
  places(): ReadonlyMap<string, Place>;
}

/**
 * Begins to lay a network out, in small steps, so that the page stays usable. The same network always has the same
 * picture: the start is a spiral, and d3-force has a random source of its own with a fixed seed.
 */
export function beginLayout({ nodes, edges }: Network): Layout {
  const bodies = nodes.map(({ id }, at): Body => {
    const [angle, radius] = [at * GOLDEN_ANGLE, 14 * Math.sqrt(at)];
    const start = { id, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    return at === 0 ? { ...start, fx: 0, fy: 0 } : start;
  });
  const links = edges.map(({ source, target }): SimulationLinkDatum<Body> => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .alphaDecay(1 - AT_REST ** (1 / TICKS))
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force('charge', forceManyBody().strength(-45))
    .force('apart', forceCollide(11))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .stop();
  let ticks = 0;
  return {
    step() {
      simulation.tick(TICKS_AT_ONCE);
      ticks += TICKS_AT_ONCE;
      return ticks >= TICKS;
    },
    places: () => new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
  };
}

const TICKS_AT_ONCE = 4;
