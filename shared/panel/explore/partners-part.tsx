import { useState } from 'preact/hooks';
import type { Partner } from '../../client/resources/partnerships';
import { priceOfRows } from '../../credits/rows-price';
import { PressButton } from '../common/press-button';
import { count, toFreeUntil, toSeenText } from '../common/words';
import { fetchPartnersOf, companyOf, toOffers, type PartnersKnown } from './company-look';
import { partnersOf } from './formulas';
import { InsertPart } from './insert-part';
import { NetworkPart } from './network-part';
import { PriceButton, StepSays } from './price-button';
import { useStep } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { useExploring } from './exploring';

interface Props {
  readonly identifier: string;
  /** The company's name and domain, for the picture. */
  readonly name: string;
  readonly domain: string;
  /** How many the company's own record counts; `null`: unknown. */
  readonly counted: number | null;
  readonly saved: PartnersKnown | null;
}

/** Lines drawn at once; more on request. */
const LINES = 50;

/** The partners of a company, the latest first. Each costs a credit, so a few are offered before all of them. */
export function PartnersPart({ identifier, name, domain, counted, saved }: Props) {
  const engine = useSheet();
  const [known, setKnown] = useState<PartnersKnown | null>(null);
  const step = useStep();
  const shown = longer(known, saved);
  const total = shown?.total ?? counted;
  const show = (top: number): void =>
    step.run(() => engine.beside((ports) => fetchPartnersOf(ports, identifier, top, total)), setKnown);
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
              isBusy={step.isBusy}
              onPress={() => show(top)}
            />
          ))}
        </div>
      )}
      <StepSays {...step} busy="Reading partners…" />
      {shown !== null && has > 0 && (
        <NetworkPart
          key={has}

          identifier={identifier}
          name={name}
          domain={domain}
          known={shown}
        />
      )}
      {shown !== null && has > 0 && (
        <InsertPart
          formula={partnersOf(identifier, shown.top, shown.isTyped)}
          what={count(has, 'partner', 'partners')}
        />
      )}
    </div>
  );
}

function longer(one: PartnersKnown | null, other: PartnersKnown | null): PartnersKnown | null {
  if (one === null || other === null) return one ?? other;
  return one.partners.length >= other.partners.length ? one : other;
}

function PartnerList({ known }: { readonly known: PartnersKnown }) {
  const { partners, total, isWhole, isTyped, asOfMs } = known;
  const [most, setMost] = useState(LINES);
  return (
    <>
      <p class="hint">
        {isWhole || total === null
          ? count(partners.length, 'partner', 'partners')
          : `The latest ${partners.length.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}{' '}
        · Free until {toFreeUntil(asOfMs)}
        {isTyped ? '' : ' · Types were not asked for'}
      </p>
      <ul class="explore-list">
        {partners.slice(0, most).map((partner, at) => (
          <PartnerLine key={at} partner={partner} />
        ))}
      </ul>
      {partners.length > most && (
        <div class="buttons">
          <PressButton onPress={() => setMost(most * 4)}>
            Show more lines ({(partners.length - most).toLocaleString('en-US')} left)
          </PressButton>
        </div>
      )}
    </>
  );
}

function PartnerLine({ partner }: { readonly partner: Partner }) {
  const exploring = useExploring();
  const { name, type, first_observed_at, last_observed_at, observation_count } = partner;
  const identifier = companyOf(partner);
  const seen = toSeenText(first_observed_at, last_observed_at);
  const observed = observation_count === null ? '' : `seen ${count(observation_count, 'time', 'times')}`;
  return (
    <li>
      {identifier === null ? (
        <b>{name}</b>
      ) : (
        <button type="button" class="link" onClick={() => exploring.open({ is: 'company', identifier })}>
          {name}
        </button>
      )}
      {type !== null && <span class="badge">{type}</span>}
      <span class="hint explore-line">{[seen, observed].filter((each) => each !== '').join(' · ')}</span>
    </li>
  );
}
