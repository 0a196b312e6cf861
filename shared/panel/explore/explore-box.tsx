import { useState } from 'preact/hooks';
import { withSeen } from '../../enrich/plan/seen-names';
import { Combobox } from '../common/fields/combobox';
import { useNames, useSheetNames } from '../common/use-names';
import { findExploreOptions, LEAST_TYPED, companiesIn, companyTyped, type Subject } from './subject';

interface Props {
  readonly recent: readonly Subject[];
  readonly onOpen: (subject: Subject) => void;
}

const FIELD = 'explore-box';
/** Before those of the catalog. */
const MOST_SEEN = 3;
const NO_NAMES = { technology: [], vendor: [], category: [] };
const UNREACHED = 'The catalog cannot be reached right now. Domains and company names still work.';

/** One box for a company, a technology, a vendor or a category. What it suggests is free. */
export function ExploreBox({ recent, onOpen }: Props) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const isName = typed.length >= LEAST_TYPED && companyTyped(typed) === null;
  const technology = useNames(isName ? 'technology' : null, typed);
  const vendor = useNames(isName ? 'vendor' : null, typed);
  const category = useNames(isName ? 'category' : null, typed);
  const { companies, seen } = useSheetNames(typed !== '', companiesIn(recent));
  const names = {
    technology: withSeen(seen.technology, technology.names, typed, MOST_SEEN),
    vendor: withSeen(seen.vendor, vendor.names, typed, MOST_SEEN),
    category: withSeen(seen.category, category.names, typed, MOST_SEEN),
  };
  const open = (subject: Subject): void => {
    setText('');
    onOpen(subject);
  };
  return (
    <Combobox
      id={FIELD}
      label="Company, technology or vendor"
      placeholder="stripe.com, Shopify, Payments…"
      text={text}
      groups={findExploreOptions(text, recent, isName ? names : NO_NAMES, companies)}
      takesFirst
      note={isName && !technology.isReached ? UNREACHED : ''}
      onType={setText}
      onChoose={({ opens }) => {
        open(opens);
        return false;
      }}
      onEnter={() => {
        if (typed.length >= LEAST_TYPED) open({ is: 'search', query: typed });
      }}
      onBack={() => setText('')}
    />
  );
}
