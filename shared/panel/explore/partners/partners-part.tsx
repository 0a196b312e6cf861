import { useState } from 'preact/hooks';
import type { Partner } from '../../../client/resources/partnerships';
import { priceOfRows } from '../../../credits/action-prices';
import { Select, TextField } from '../../common/fields/controls';
import { RowList, type Row } from '../../common/row-list';
import { count, toFreeUntil, toSeenText } from '../../common/words';
import { companyOf, fetchPartnersOf, toOffers, type PartnersKnown } from '../company-details';
import { useExploring } from '../exploring';
import { partnersOf } from '../formulas';
import { InsertPart } from '../insert-part';
import { NetworkPart } from '../network/network-part';
import { arrangePartners, firstDayOf, spanOf, type PartnerOrder, type Span } from './partner-rows';
import { PriceButton } from '../price-button';
import { Outcome, Said, useErrand } from '../../common/outcome';
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

/** Fewer are seen at a glance. */
const LEAST_TO_FILTER = 6;
const SHOWN_FIRST = 8;

const ORDERS: readonly (readonly [order: PartnerOrder, label: string])[] = [
  ['latest', 'Last seen'],
  ['times', 'Times seen'],
  ['name', 'Name'],
];

/** The partners that were read: the person filters and sorts them, for free. */
function PartnerList({ known }: { readonly known: PartnersKnown }) {
  const exploring = useExploring();
  const [text, setText] = useState('');
  const [order, setOrder] = useState<PartnerOrder>('latest');
  const { partners, asOfMs } = known;
  const found = arrangePartners(partners, text, order);
  const startMs = firstDayOf(partners) ?? asOfMs;
  const toRow = (partner: Partner): Row => {
    const identifier = companyOf(partner);
    return {
      title: partner.name,
      beside: partner.type ?? '',
      below: toSeen(partner),
      bar: <SeenBar span={spanOf(partner, startMs, asOfMs)} />,
      open: identifier === null ? null : () => exploring.open({ is: 'company', identifier }),
    };
  };
  return (
    <>
      <p class="hint">{toKnownText(known)}</p>
      {partners.length >= LEAST_TO_FILTER && (
        <div class="explore-filters">
          <label>
            Filter
            <TextField type="search" maxLength={100} text={text} onType={setText} />
          </label>
          <label>
            Sort by
            <Select value={order} choices={ORDERS} onChoose={setOrder} />
          </label>
        </div>
      )}
      <Said style="hint">{text.trim() !== '' && `${count(found.length, 'partner matches', 'partners match')}.`}</Said>
      <RowList key={`${order} ${text}`} label="Partners" rows={found.map(toRow)} first={SHOWN_FIRST} />
    </>
  );
}

function toKnownText({ partners, total, isWhole, isTyped, asOfMs }: PartnersKnown): string {
  const some = partners.length.toLocaleString('en-US');
  return [
    isWhole || total === null
      ? count(partners.length, 'partner', 'partners')
      : `The latest ${some} of ${total.toLocaleString('en-US')}`,
    `Free until ${toFreeUntil(asOfMs)}`,
    ...(isTyped ? [] : ['Types not fetched']),
  ].join(' · ');
}

function toSeen({ first_observed_at: first, last_observed_at: last, observation_count: times }: Partner): string {
  const seen = [toSeenText(first, last), times === null ? '' : count(times, 'time', 'times')];
  return seen.filter((each) => each !== '').join(' · ');
}

/** When a partner was seen. The row says the same in words. */
function SeenBar({ span }: { readonly span: Span | null }) {
  if (span === null) return null;
  const [left, width] = [100 * span.from, 100 * (span.to - span.from)];
  return (
    <span class="seen-bar" aria-hidden="true">
      <span style={{ left: `${left}%`, width: `${width}%` }} />
    </span>
  );
}
