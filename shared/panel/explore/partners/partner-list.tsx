import { useState } from 'preact/hooks';
import type { Partner } from '../../../client/resources/partnerships';
import { count, toFreeUntil, toSeenText } from '../../common/words';
import { companyOf, type PartnersKnown } from '../company-details';
import { arrangePartners, firstDayOf, spanOf, type PartnerOrder, type Span } from './partner-rows';
import { RowList, type Row } from '../../common/row-list';
import { useExploring } from '../exploring';
import { Select, TextField } from '../../common/fields/controls';
import { Said } from '../../common/outcome';

/** Fewer are seen at a glance. */
const LEAST_TO_FILTER = 6;
const SHOWN_FIRST = 8;

const ORDERS: readonly (readonly [order: PartnerOrder, label: string])[] = [
  ['latest', 'Last seen'],
  ['times', 'Times seen'],
  ['name', 'Name'],
];

/** The partners that were read: the person filters and sorts them, for free. */
export function PartnerList({ known }: { readonly known: PartnersKnown }) {
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
