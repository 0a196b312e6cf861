import { useEffect, useState } from 'preact/hooks';
import type { Table } from '../../../cells/values';
import { priceOfRows } from '../../../credits/action-prices';
import { traitsOf } from '../../../errors/traits';
import { count } from '../../common/words';
import type { PartnersKnown } from '../company-details';
import { edgesAround } from '../formulas';
import { InsertPart } from '../insert-part';
import { joined, networkOfEdges, networkOfPartners, type Network, type NetworkNode } from './network-graph';
import { NetworkPicture } from './network-picture';
import { PriceButton } from '../price-button';
import { Fold } from '../../common/fold';
import { Outcome, useErrand } from '../../common/outcome';
import { answerWithin } from '../within-credits';
import { useSheet } from '../../common/sheet';
import { useExploring } from '../exploring';

interface Props {
  readonly identifier: string;
  /** As partners name it. */
  readonly domain: string;
  readonly name: string;
  readonly known: PartnersKnown;
}

/** How many other companies one press may pay for. */
const MOST_NODES = 100;

/** A picture of a company and its partners, once the person opens it. */
export function NetworkPart(props: Props) {
  return (
    <Fold style="explore-insert" title="Network picture">
      <Drawing {...props} />
    </Fold>
  );
}

function Drawing({ identifier, domain, name, known }: Props) {
  const engine = useSheet();
  const { open } = useExploring();
  const [edges, setEdges] = useState<Table | null>(null);
  const [mayAsk, setMayAsk] = useState(false);
  const errand = useErrand();
  const formula = edgesAround(identifier, MOST_NODES);
  const price = priceOfRows(MOST_NODES);
  const ask = (credits: number): void =>
    errand.run(
      'Reading partnerships…',
      () => engine.beside((ports) => answerWithin(ports, credits, formula)),
      setEdges,
      (error) => {
        const isPriced = credits === 0 && traitsOf(error).ends === 'limit';
        if (isPriced) setMayAsk(true);
        return isPriced;
      },
    );
  useEffect(() => ask(0), [engine]);
  const center: NetworkNode = { id: domain.toLowerCase(), name, identifier: domain };
  const ofPartners = networkOfPartners(center, known.partners);
  const network = edges === null ? ofPartners : joined(ofPartners, networkOfEdges(center, edges));
  return (
    <>
      <NetworkPicture network={network} onOpen={(to) => open({ is: 'company', identifier: to })} />
      {edges === null && mayAsk && (
        <div class="buttons">
          <PriceButton
            label="Add partners of partners"
            credits={price}
            isBusy={errand.isBusy}
            onPress={() => ask(price)}
          />
        </div>
      )}
      <Outcome {...errand} />
      {network.edges.length > 0 && (
        <InsertPart
          formula={null}
          table={toEdgeTable(network)}
          what={count(network.edges.length, 'edge', 'edges')}
          title={`${name} network`}
        />
      )}
    </>
  );
}

/** All partnerships, also those that are not drawn. */
function toEdgeTable({ nodes, edges }: Network): Table {
  const named = new Map(nodes.map((node) => [node.id, node]));
  const endOf = (id: string): readonly string[] => [named.get(id)?.name ?? id, named.get(id)?.identifier ?? ''];
  return [
    ['source', 'source_domain', 'target', 'target_domain', 'type', 'observation_count'],
    ...edges.map(({ source, target, type, observations }) => [
      ...endOf(source),
      ...endOf(target),
      type,
      observations ?? '',
    ]),
  ];
}
