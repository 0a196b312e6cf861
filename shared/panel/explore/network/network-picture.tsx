import { useRef, useState } from 'preact/hooks';
import { count, cut, isolated } from '../../common/words';
import { initialOf } from '../company-facts';
import { type Network, toRing, type Ring, type RingPartner } from './network-graph';

interface Props {
  readonly network: Network;
  readonly onOpen: (identifier: string) => void;
}

/** In units of the picture, which is about as many pixels wide in a narrow panel. */
const [WIDTH, HEIGHT] = [264, 204];
/** Narrow, since names stand to the left and to the right. */
const [RADIUS_X, RADIUS_Y] = [44, 84];
const LONGEST_NAME = 14;
const THICKEST = 4;

/** The partners of a company that were seen most often, with their names outside. The list of partners says the same in words. */
export function NetworkPicture({ network, onOpen }: Props) {
  const ring = toRing(network);
  const { center, partners, chords } = ring;
  const [reached, setReached] = useState(0);
  const picture = useRef<SVGSVGElement>(null);
  const press = (event: KeyboardEvent): void => {
    const { identifier = null } = partners[reached]?.node ?? {};
    const to = nextOf(event.key, reached, partners.length);
    if (to === null && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (to === null) {
      if (identifier !== null) onOpen(identifier);
      return;
    }
    setReached(to);
    picture.current?.querySelector<SVGGElement>(`[data-at="${to}"]`)?.focus();
  };
  const most = Math.max(1, ...partners.map(({ times }) => times ?? 0));
  return (
    <div class="explore-network">
      <svg
        ref={picture}
        viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={`${center.name} and ${count(partners.length, 'partner', 'partners')}`}
        onKeyDown={press}
      >
        {partners.map((partner) => (
          <line
            key={partner.node.id}
            {...lineFrom({ x: 0, y: 0 }, partner)}
            stroke-width={1 + ((THICKEST - 1) * (partner.times ?? 0)) / most}
          />
        ))}
        {chords.map(([one, other]) => (
          <line key={`${one.node.id} ${other.node.id}`} class="is-chord" {...lineFrom(one, other)} />
        ))}
        <g class="is-center" aria-hidden="true">
          <circle r={14} />
          <text y={4.5} font-size={13} text-anchor="middle">
            {initialOf(center.name)}
          </text>
        </g>
        {partners.map((partner, at) => (
          <g
            key={partner.node.id}
            data-at={at}
            role="button"
            {...atTab(at === reached)}
            aria-label={toLabel(partner, ring)}
            aria-disabled={partner.node.identifier === null}
            onFocus={() => setReached(at)}
            onClick={() => partner.node.identifier !== null && onOpen(partner.node.identifier)}
          >
            <title>{partner.node.name}</title>
            <circle cx={partner.x * RADIUS_X} cy={partner.y * RADIUS_Y} r={5} />
            <text {...besideOf(partner)} font-size={11}>
              {cut(partner.node.name, LONGEST_NAME)}
            </text>
          </g>
        ))}
      </svg>
      <p class="hint">
        {partners.length < network.nodes.length - 1
          ? `The ${count(partners.length, 'partner', 'partners')} seen most often. Choose one to open it.`
          : 'Choose a partner to open it.'}
        {chords.length > 0 && ' Thin lines are partnerships between partners.'}
      </p>
    </div>
  );
}

/** `null`: the key goes nowhere. */
function nextOf(key: string, at: number, of: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1 + of,
    ArrowUp: at - 1 + of,
    Home: 0,
    End: of - 1,
  };
  const next = steps[key];
  return next === undefined ? null : next % of;
}

function toLabel({ node, times }: RingPartner, { chords }: Ring): string {
  const others = chords.flatMap(([one, other]) => {
    if (one.node === node) return [other.node.name];
    return other.node === node ? [one.node.name] : [];
  });
  const seen = times === null ? '' : `, seen ${count(times, 'time', 'times')}`;
  return `${isolated(node.name)}${seen}${others.length === 0 ? '' : `, also a partner of ${others.join(', ')}`}`;
}

type Spot = Pick<RingPartner, 'x' | 'y'>;

function lineFrom(one: Spot, other: Spot) {
  return { x1: one.x * RADIUS_X, y1: one.y * RADIUS_Y, x2: other.x * RADIUS_X, y2: other.y * RADIUS_Y };
}

/** Where the name of a partner stands: outside of the ring. */
function besideOf({ x, y }: Spot) {
  const isBelow = Math.abs(x) < 0.1;
  const away = Math.sign(x) * 9;
  return isBelow
    ? { x: 0, y: y * RADIUS_Y + Math.sign(y) * 12 + 4, 'text-anchor': 'middle' as const }
    : { x: x * RADIUS_X + away, y: y * RADIUS_Y + 4, 'text-anchor': x > 0 ? ('start' as const) : ('end' as const) };
}

/** Attributes of SVG keep their case, and only this one is known: https://www.w3.org/TR/SVG2/struct.html#tabindexattribute. */
function atTab(isReached: boolean): object {
  return { tabindex: isReached ? 0 : -1 };
}
