import { useState } from 'preact/hooks';
import { MAX_DOMAINS } from '../../actions/domains';
import { PressButton } from '../common/press-button';
import { Outcome } from '../common/outcome';
import { SelectedCompanies, useSelectedCompanies } from '../common/selection/selected-companies';
import {
  chooseCompanies,
  nameCompanies,
  toOneCellText,
  changedBy,
  leftOf,
  OPPOSITE,
  toChangedText,
  toUndoneText,
  type DomainsChange,
} from './domains-text';
import { useListErrand, useOpenList } from './open-list';
import { changeCompanies } from './save-companies';
import { usePanel } from '../state/panel-state';

interface Props {
  readonly onChanged: () => void;
}

/** Adds the selected companies to a list, or excludes them after a question. Both are free, and can be undone. */
export function ListDomains({ onChanged }: Props) {
  const companies = useSelectedCompanies(usePanel().sees('lists'), MAX_DOMAINS);
  const { selected } = companies.source;
  const chosen = chooseCompanies(selected, MAX_DOMAINS);
  const { errand, undoes, change, undo } = useDomainsChange(onChanged);
  /** What is excluded once the person says so; `null`: nothing was asked. */
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const isOff = errand.isBusy || chosen.domains.length === 0;
  const answer = (isYes: boolean): void => {
    if (isYes && asked !== null) void change('excludeDomains', asked);
    setAsked(null);
    requestAnimationFrame(() => document.getElementById('domains-title')?.focus());
  };
  return (
    <section aria-labelledby="domains-title">
      <h3 id="domains-title" tabIndex={-1}>
        Selected companies
      </h3>
      <SelectedCompanies
        id="list-domains"
        companies={companies}
        {...(selected === null ? {} : { oneCell: toOneCellText(selected, chosen) })}
      />
      {selected !== null && asked === null && (
        <div class="buttons">
          <PressButton isOff={isOff} onPress={() => void change('addDomains', chosen.domains)}>
            Add selected ({chosen.domains.length.toLocaleString('en-US')}) · free
          </PressButton>
          <PressButton
            isOff={isOff}
            onPress={() => {
              setAsked(chosen.domains);
              requestAnimationFrame(() => document.getElementById('exclude-question')?.focus());
            }}
          >
            Exclude selected…
          </PressButton>
          {chosen.column.length > 1 && (
            <PressButton isOff={errand.isBusy} onPress={() => void change('addDomains', chosen.column)}>
              Add all {chosen.column.length.toLocaleString('en-US')} · free
            </PressButton>
          )}
        </div>
      )}
      {asked !== null && (
        <>
          <p id="exclude-question" class="problem" tabIndex={-1}>
            This takes {nameCompanies(asked)} out of the list, for everyone it is shared with.
          </p>
          <div class="buttons">
            <PressButton onPress={() => answer(true)}>Exclude {nameCompanies(asked)} · free</PressButton>
            <PressButton onPress={() => answer(false)}>Cancel</PressButton>
          </div>
        </>
      )}
      <Outcome {...errand} />
      {!errand.isBusy && undoes > 0 && (
        <div class="buttons">
          <PressButton onPress={() => void undo()}>Undo</PressButton>
        </div>
      )}
    </section>
  );
}

interface ChangeOf {
  readonly change: DomainsChange;
  readonly domains: readonly string[];
}

const NOTHING: ChangeOf = { change: 'addDomains', domains: [] };

/** Adds companies to a list or excludes them, and takes the last change back. */
function useDomainsChange(onChanged: () => void) {
  const { act } = usePanel();
  const { list_id: listId } = useOpenList().list;
  const errand = useListErrand();
  const [last, setLast] = useState(NOTHING);
  const send = async (change: DomainsChange, domains: readonly string[], busy: string) => {
    const sent = await errand.ask(busy, () => changeCompanies(act, change, listId, domains));
    if (sent?.value.parts.some(({ is }) => is === 'done')) onChanged();
    return sent?.value ?? null;
  };
  const change = async (name: DomainsChange, domains: readonly string[]): Promise<void> => {
    setLast(NOTHING);
    const sent = await send(name, domains, name === 'addDomains' ? 'Adding…' : 'Excluding…');
    if (sent === null) return;
    errand.end(toChangedText(name, sent), leftOf(sent)?.sentence);
    setLast({ change: name, domains: changedBy(name, sent) });
  };
  const undo = async (): Promise<void> => {
    const by = OPPOSITE[last.change];
    const sent = await send(by, last.domains, 'Undoing…');
    if (sent === null) return;
    const left = leftOf(sent);
    errand.end(toUndoneText(by, sent), left?.sentence);
    setLast({ ...last, domains: left?.domains ?? [] });
  };
  return { errand, undoes: last.domains.length, change, undo };
}
