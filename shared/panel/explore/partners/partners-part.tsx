import { useState } from 'preact/hooks';
import { priceOfRows } from '../../../credits/action-prices';
import { count } from '../../common/words';
import { fetchPartnersOf, toOffers, type PartnersKnown } from '../company-details';
import { partnersOf } from '../formulas';
import { InsertPart } from '../insert-part';
import { NetworkPart } from '../network/network-part';
import { PartnerList } from './partner-list';
import { PriceButton } from '../price-button';
import { Outcome, useErrand } from '../../common/outcome';
import { useSheet } from '../../common/sheet';

interface Props {
  readonly identifier: string;
  /** The company's name and domain, for the picture. */
  readonly name: string;
  readonly domain: string;
  /** How many the company's own record counts; `null`: unknown. */
  readonly counted: number | null;
  readonly saved: PartnersKnown | null;
}

/** The partners of a company, the latest first. Each costs a credit, so a few are offered before all of them. */
export function PartnersPart({ identifier, name, domain, counted, saved }: Props) {
  const engine = useSheet();
  const [known, setKnown] = useState<PartnersKnown | null>(null);
  const errand = useErrand();
  const shown = longer(known, saved);
  const total = shown?.total ?? counted;
  const show = (top: number): void => {
    const fetch = () => engine.beside((ports) => fetchPartnersOf(ports, identifier, top, total));
    errand.run('Reading partners…', fetch, setKnown);
  };
  const has = shown?.partners.length ?? 0;
  return (
    <div class="card">
      <h3>Partners{total === null ? '' : ` (${total.toLocaleString('en-US')})`}</h3>
      {shown !== null && <PartnerList known={shown} />}
      {shown === null && total === 0 && <p class="hint">No partner is recorded.</p>}
      {shown?.isWhole !== true && total !== 0 && (
        <div class="buttons">
          {toOffers(total, has).map(({ label, top }) => (
            <PriceButton
              key={top}
              label={label}
              credits={priceOfRows(top)}
              isBusy={errand.isBusy}
              onPress={() => show(top)}
            />
          ))}
        </div>
      )}
      <Outcome {...errand} />
      {shown !== null && has > 0 && (
        <NetworkPart key={has} identifier={identifier} name={name} domain={domain} known={shown} />
      )}
      {shown !== null && has > 0 && (
        <InsertPart
          formula={partnersOf(identifier, shown.top, shown.isTyped)}
          what={count(has, 'partner', 'partners')}
          title={`${name} partners`}
        />
      )}
    </div>
  );
}

function longer(one: PartnersKnown | null, other: PartnersKnown | null): PartnersKnown | null {
  if (one === null || other === null) return one ?? other;
  return one.partners.length >= other.partners.length ? one : other;
}
