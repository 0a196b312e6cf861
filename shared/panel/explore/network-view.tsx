import { useEffect, useRef, useState } from 'preact/hooks';
import { count, isolated, cut } from '../common/words';
import type { Network, NetworkNode } from './network-graph';
import { beginLayout, type Place } from './network-layout';

interface Props {
  readonly network: Network;
  readonly onOpen: (identifier: string) => void;
}

/** As wide as it is shown, in pixels: texts keep their size however far the picture reaches. */
const SHOWN_WIDTH = 264;
const MARGIN = 30;
/** The share of the picture that is in view around a chosen company. */
const NEAR = 0.5;
/** Names of the strongest partners are always shown. */
const NAMED = 6;
/** And those of the chosen one. */
const NAMED_NEAR = 12;
const LONGEST_NAME = 18;

/** A picture of partnerships, drawn once it is laid out: it never moves by itself. */
export function NetworkView({ network, onOpen }: Props) {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place> | null>(null);
  useEffect(() => {
    const layout = beginLayout(network);
    let frame = 0;
    const goOn = (): void => {
      if (layout.step()) setPlaces(layout.places());
      else frame = requestAnimationFrame(goOn);
    };
    frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  }, []);
  if (places === null) {
    return (
      <p role="status" class="is-busy">
        Drawing…
      </p>
    );
  }
  return <Picture network={network} places={places} onOpen={onOpen} />;
}

interface PictureProps extends Props {
  readonly places: ReadonlyMap<string, Place>;
}

/** Keys go from company to company, and a table says the same. */
function Picture({ network, places, onOpen }: PictureProps) {
  const { nodes, edges, leftOut } = network;
  const [chosen, setChosen] = useState<string | null>(null);
  const [reached, setReached] = useState(0);
  const picture = useRef<SVGSVGElement>(null);
  const whole = Math.max(80, ...[...places.values()].map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)))) + MARGIN;
  const half = chosen === null ? whole : whole * NEAR;
  const middle = (chosen === null ? null : places.get(chosen)) ?? { x: 0, y: 0 };
  const unit = (2 * half) / SHOWN_WIDTH;
  const node = nodes.find(({ id }) => id === chosen) ?? null;
  // The strongest first, like the edges.
  const near = [
    ...new Set(
      edges.flatMap(({ source, target }) => (source === chosen ? [target] : target === chosen ? [source] : [])),
    ),
  ];
  const named = new Set(near.slice(0, NAMED_NEAR));
  const isNamed = ({ id }: NetworkNode, at: number): boolean =>
    id === chosen || at === 0 || (chosen === null ? at <= NAMED : named.has(id));
  const press = (event: KeyboardEvent): void => {
    const to = {
      ArrowRight: reached + 1,
      ArrowDown: reached + 1,
      ArrowLeft: reached - 1 + nodes.length,
      ArrowUp: reached - 1 + nodes.length,
      Home: 0,
      End: nodes.length - 1,
    }[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return setChosen(nodes[reached]?.id ?? null);
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = to % nodes.length;
    setReached(next);
    picture.current?.querySelector<SVGGElement>(`[data-at="${next}"]`)?.focus();
  };
  return (
    <div class="explore-network">
      <svg
        ref={picture}
        viewBox={`${middle.x - half} ${middle.y - half} ${2 * half} ${2 * half}`}
        role="group"
        aria-label={`${nodes[0]?.name ?? ''} and its partners: ${count(edges.length, 'edge', 'edges')}`}
        onKeyDown={press}
      >
        {edges.map(({ source, target, observations }) => (
          <Edge
            key={`${source} ${target}`}
            from={places.get(source)!}
            to={places.get(target)!}
            isNear={source === chosen || target === chosen}
            width={unit * Math.min(3, 0.6 + (observations ?? 1) / 10)}
          />
        ))}
        {nodes.map((each, at) => (
          <g
            key={each.id}
            data-at={at}
            class={each.id === chosen ? 'is-chosen' : at === 0 ? 'is-center' : ''}
            role="button"
            {...atTab(at === reached)}
            aria-label={each.name}
            aria-pressed={each.id === chosen}
            onFocus={() => setReached(at)}
            onClick={() => setChosen(each.id)}
          >
            <circle
              cx={places.get(each.id)!.x}
              cy={places.get(each.id)!.y}
              r={unit * (at === 0 || each.id === chosen ? 6 : 4)}
            />
            {isNamed(each, at) && (
              <text
                x={places.get(each.id)!.x}
                y={places.get(each.id)!.y - unit * 9}
                font-size={unit * 11}
                text-anchor="middle"
              >
                {cut(each.name, LONGEST_NAME)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <p role="status" class="hint">
        {node === null
          ? `${count(edges.length, 'partnership', 'partnerships')}. Choose a company to center it.`
          : `${isolated(node.name)}: ${count(near.length, 'partnership', 'partnerships')} in this picture.`}
        {leftOut > 0 ? ` ${count(leftOut, 'weaker one is', 'weaker ones are')} left out.` : ''}
      </p>
      <div class="buttons">
        {node !== null && node.identifier !== null && node.id !== nodes[0]?.id && (
          <button type="button" onClick={() => onOpen(node.identifier!)}>
            Open {node.name}
          </button>
        )}
        {chosen !== null && (
          <button type="button" onClick={() => setChosen(null)}>
            Whole picture
          </button>
        )}
      </div>
      <EdgeTable network={network} />
    </div>
  );
}

/** Attributes of SVG keep their case, and only this one is known: https://www.w3.org/TR/SVG2/struct.html#tabindexattribute. */
function atTab(isReached: boolean): object {
  return { tabindex: isReached ? 0 : -1 };
}

interface EdgeProps {
  readonly from: Place;
  readonly to: Place;
  readonly isNear: boolean;
  readonly width: number;
}

function Edge({ from, to, isNear, width }: EdgeProps) {
  return <line class={isNear ? 'is-near' : ''} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke-width={width} />;
}

/** The same for those who do not see the picture. */
function EdgeTable({ network: { nodes, edges } }: { readonly network: Network }) {
  const [isOpen, setOpen] = useState(false);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (
    <details class="explore-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {isOpen && (
        <div class="scrolled explore-table" role="region" aria-label="Partnerships of the picture" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Company</th>
                <th scope="col">Partner</th>
                <th scope="col">Type</th>
                <th scope="col">Times seen</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ source, target, type, observations }) => (
                <tr key={`${source} ${target}`}>
                  <td>{names.get(source)}</td>
                  <td>{names.get(target)}</td>
                  <td>{type}</td>
                  <td>{observations ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
