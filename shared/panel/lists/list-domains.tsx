import { useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import { MAX_DOMAINS } from '../../actions/domains';
import type { Act } from '../act';
import type { BulkEngine } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import { count } from '../count';
import { Outcome } from '../outcome';
import { domainsOf } from '../selected/domains-of';
import { SelectedSource } from '../selected/selected-source';
import { useSelected } from '../selected/use-selected';
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
  const source = useSelected(engine, isOn);
  const [busy, setBusy] = useState<DomainsChange | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [left, setLeft] = useState<Left | null>(null);
  const all = source.selected === null ? [] : domainsOf(source.selected).domains;
  const domains = all.slice(0, MAX_DOMAINS);
  const change = async (name: DomainsChange, given: readonly string[]): Promise<void> => {
    setBusy(name);
    setSaid('');
    setProblem('');
    setLeft(null);
    const answer = await act(name, { listId: list.list_id, domains: given });
    setBusy(null);
    if (!answer.ok) {
      if (isGone(answer)) return onGone();
      return setProblem(answer.sentence);
    }
    const rest = leftOf(answer.value);
    setSaid(toChangedText(name, answer.value));
    setProblem(rest?.sentence ?? '');
    setLeft(rest === null ? null : { change: name, domains: rest.domains });
    if (answer.value.parts.some(({ is }) => is === 'done')) onChanged();
  };
  const companies = count(domains.length, 'company', 'companies');
  const isOff = busy !== null || domains.length === 0;
  return (
    <section aria-labelledby="domains-title">
      <h3 id="domains-title">Selected companies</h3>
      <SelectedSource id="list-domains" host={engine.host} source={source} />
      {all.length > MAX_DOMAINS && (
        <p class="hint">The first {MAX_DOMAINS.toLocaleString('en-US')} are used. Select the others afterwards.</p>
      )}
      {source.selected !== null && (
        <div class="buttons">
          <PressButton isOff={isOff} onPress={() => void change('addDomains', domains)}>
            Add {companies} · free
          </PressButton>
          <PressButton isOff={isOff} onPress={() => void change('excludeDomains', domains)}>
            Exclude {companies} · free
          </PressButton>
        </div>
      )}
      <Outcome
        isBusy={busy !== null}
        said={busy === null ? said : busy === 'addDomains' ? 'Adding…' : 'Excluding…'}
        problem={problem}
      />
      {left !== null && busy === null && (
        <div class="buttons">
          <button type="button" onClick={() => void change(left.change, left.domains)}>
            Send the other {left.domains.length.toLocaleString('en-US')}
          </button>
        </div>
      )}
    </section>
  );
}
