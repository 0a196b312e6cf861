import { useState } from 'preact/hooks';
import type { BulkEngine } from '../bulk/bulk-engine';
import { Combobox } from '../bulk/combobox';
import { useNames } from '../bulk/use-names';
import { findExploreOptions, LEAST_TYPED } from './explore-options';
import { companyTyped, type Subject } from './subject';

interface Props {
  readonly engine: BulkEngine;
  readonly recent: readonly Subject[];
  readonly onOpen: (subject: Subject) => void;
}

const FIELD = 'explore-box';
const UNREACHED = 'Names of the catalog cannot be looked up right now. Domains and company names still work.';

/** One box for a company, a technology, a vendor or a category. What it suggests is free. */
export function ExploreBox({ engine, recent, onOpen }: Props) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const isName = typed.length >= LEAST_TYPED && companyTyped(typed) === null;
  const technology = useNames(engine, isName ? 'technology' : null, typed);
  const vendor = useNames(engine, isName ? 'vendor' : null, typed);
  const category = useNames(engine, isName ? 'category' : null, typed);
  const names = { technology: technology.names, vendor: vendor.names, category: category.names };
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
      groups={findExploreOptions(text, recent, names)}
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
