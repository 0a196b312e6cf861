import { useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import { MAX_DOMAINS } from '../../actions/domains';
import type { Act } from '../act';
import type { BulkEngine } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import { count } from '../count';
import { Outcome } from '../outcome';
import { SelectedCompanies, useSelectedCompanies } from '../selected/selected-companies';
import { useErrand } from '../use-errand';
import { leftOf, toChangedText, type DomainsChange } from './domains-text';
import { isGone } from './list-text';

interface Props {
  readonly act: Act;
  readonly engine: BulkEngine;
  readonly list: SavedList;
  readonly isOn: boolean;
  readonly onChanged: () => void;
  readonly onGone: () => void;
}

interface Left {
  readonly change: DomainsChange;
  readonly domains: readonly string[];
}

/** Adds the selected companies to a list, or excludes them. Both are free. */
export function ListDomains({ act, engine, list, isOn, onChanged, onGone }: Props) {
  const companies = useSelectedCompanies(engine, isOn, MAX_DOMAINS);
  const { domains } = companies;
  const errand = useErrand();
  const [left, setLeft] = useState<Left | null>(null);
  const change = async (name: DomainsChange, given: readonly string[]): Promise<void> => {
    errand.begin(name === 'addDomains' ? 'Adding…' : 'Excluding…');
    setLeft(null);
    const answer = await act(name, { listId: list.list_id, domains: given });
    if (!answer.ok) return isGone(answer) ? onGone() : errand.fail(answer.sentence);
    const rest = leftOf(answer.value);
    errand.end(toChangedText(name, answer.value), rest?.sentence);
    setLeft(rest === null ? null : { change: name, domains: rest.domains });
    if (answer.value.parts.some(({ is }) => is === 'done')) onChanged();
  };
  const what = count(domains.length, 'company', 'companies');
  const isOff = errand.isBusy || domains.length === 0;
  return (
    <section aria-labelledby="domains-title">
      <h3 id="domains-title">Selected companies</h3>
      <SelectedCompanies id="list-domains" host={engine.host} companies={companies} />
      {companies.source.selected !== null && (
        <div class="buttons">
          <PressButton isOff={isOff} onPress={() => void change('addDomains', domains)}>
            Add {what} · free
          </PressButton>
          <PressButton isOff={isOff} onPress={() => void change('excludeDomains', domains)}>
            Exclude {what} · free
          </PressButton>
        </div>
      )}
      <Outcome {...errand} />
      {left !== null && !errand.isBusy && (
        <div class="buttons">
          <button type="button" onClick={() => void change(left.change, left.domains)}>
            Send the other {left.domains.length.toLocaleString('en-US')}
          </button>
        </div>
      )}
    </section>
  );
}
