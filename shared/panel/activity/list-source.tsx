import { useEffect, useRef, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import type { SavedList } from '../../client/resources/list-answers';
import { priceOfRows } from '../../credits/action-prices';
import { say } from '../../errors/say';
import { Outcome, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { count } from '../common/words';
import { fetchMembers, NO_MEMBERS, toMoreLabel, type MembersRead } from '../lists/fetch-members';
import { nameOfList } from '../lists/list-text';
import { usePanel } from '../state/panel-state';
import { MOST_COMPANIES, StartRescan, type SourceProps } from './start-rescan';
import { Select } from '../common/fields/controls';

const ALL = { tier: null, search: '' } as const;

/** The companies of a list at Trace. Lists belong to a person: https://docs.tracedata.ai/authentication/. */
export function ListSource(props: SourceProps) {
  const { keys, openKey } = usePanel();
  const { key } = keys.state;
  if (key?.hasKey === true && key.keyClass === 'user') return <OwnLists {...props} />;
  return (
    <>
      <p class="hint">Lists belong to a person, so an organization key cannot open them.</p>
      <div class="buttons">
        <PressButton onPress={openKey}>Replace key</PressButton>
      </div>
    </>
  );
}

function OwnLists(props: SourceProps) {
  const { act, open, listChanges } = usePanel();
  const [lists, setLists] = useState<readonly SavedList[] | null>(null);
  const [problem, setProblem] = useState('');
  const [listId, setListId] = useState('');
  const { isOn } = props;
  useEffect(() => {
    if (!isOn) return undefined;
    let isStill = true;
    void act('indexLists', {}).then((answer) => {
      if (!isStill) return;
      if (answer.ok) setLists(answer.value);
      setProblem(answer.ok ? '' : answer.sentence);
    });
    return () => void (isStill = false);
  }, [isOn, listChanges]);
  const chosen = lists?.find(({ list_id }) => list_id === listId) ?? lists?.[0];
  return (
    <>
      <Outcome
        isBusy={lists === null && problem === ''}
        said={lists === null && problem === '' ? 'Loading your lists…' : ''}
        problem={problem}
      />
      {lists !== null && chosen === undefined && (
        <>
          <p class="hint">You have no lists yet.</p>
          <div class="buttons">
            <PressButton onPress={() => open('lists', '#tab-lists')}>Open Lists</PressButton>
          </div>
        </>
      )}
      {lists !== null && chosen !== undefined && (
        <>
          <div class="row">
            <label for="check-list">List</label>
            <Select
              id="check-list"
              class="wide"
              value={chosen.list_id}
              choices={lists.map((list) => [list.list_id, nameOfList(list)])}
              onChoose={setListId}
            />
          </div>
          <ListCompanies key={chosen.list_id} {...props} listId={chosen.list_id} />
        </>
      )}
    </>
  );
}

/** Reading the companies of a list costs as much as in the tab of lists; the button says how much. */
function ListCompanies({ listId, ...props }: SourceProps & { readonly listId: string }) {
  const engine = useSheet();
  const { act } = usePanel();
  const [total, setTotal] = useState<number | null>(null);
  const [read, setRead] = useState<MembersRead | null>(null);
  const errand = useErrand();
  const isThere = useRef(true);
  useEffect(() => {
    void act('materializeList', { listId }).then((answer) => {
      if (!answer.ok) return errand.fail(answer.sentence);
      const { high, medium, exploratory } = answer.value ?? {};
      setTotal((high ?? 0) + (medium ?? 0) + (exploratory ?? 0));
    });
    return () => void (isThere.current = false);
  }, []);
  const wanted = Math.min(total ?? 0, MOST_COMPANIES);
  const start = async (): Promise<void> => {
    errand.begin('Reading companies…');
    const ended = await engine.beside((ports) => {
      // What is paid for stops to grow when the user leaves.
      const person = { ...ports.person, wish: () => (isThere.current ? 'goOn' : 'stop') } as const;
      return fetchMembers({ ...ports, person }, listId, ALL, NO_MEMBERS, wanted, () => undefined);
    });
    const error = ended.ok ? ended.value.problem : ended.error;
    errand.end('', error === null ? '' : say(error, 'action'));
    if (ended.ok) setRead(ended.value.read);
  };
  const domains = [
    ...new Set((read?.members ?? []).flatMap(({ domain }) => (readDomain(domain ?? '') === null ? [] : [domain!]))),
  ];
  return (
    <>
      {total === 0 && <p class="hint">No company is in this list yet.</p>}
      {total !== null && total > MOST_COMPANIES && read === null && (
        <p class="hint">
          The first {MOST_COMPANIES.toLocaleString('en-US')} of {count(total, 'company', 'companies')} are used.
        </p>
      )}
      {wanted > 0 && domains.length === 0 && (
        <div class="buttons">
          <PressButton isMain isOff={errand.isBusy} onPress={() => void start()}>
            {toMoreLabel(wanted, priceOfRows(wanted), false)}
          </PressButton>
        </div>
      )}
      {wanted > 0 && domains.length === 0 && (
        <p class="note">Free for companies that you paid for in the last 30 days.</p>
      )}
      <Outcome {...errand} />
      {domains.length > 0 && <StartRescan {...props} domains={domains} />}
    </>
  );
}
