import { useEffect, useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import { Outcome, Problem, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { usePanel } from '../state/panel-state';
import { nameCompanies } from './domains-text';
import { mayChange, nameOfList } from './list-text';
import { LOADING, toRemote, type Remote } from './remote';
import { addCompanies, createListOf } from './save-companies';
import { Form, Select, TextField } from '../common/fields/controls';

interface Props {
  /** Distinguishes its fields from others on the page. */
  readonly id: string;
  readonly domains: readonly string[];
  /** A name for a new list. */
  readonly name: string;
  /** Whether a new list is what the person most likely wants. */
  readonly isNew?: boolean;
}

const NEW = '';

/** Whether this person can save companies in lists: lists belong to a person, not to an organization. */
export function useMayList(): boolean {
  const { host, keys } = usePanel();
  const { key } = keys.state;
  return host.offers.has('act') && key?.hasKey === true && key.keyClass === 'user';
}

/** Adds companies to one of the person's lists, or to a new one. Both are free. */
export function AddToList({ id, domains, name: suggested, isNew = false }: Props) {
  const { act, noteListChange } = usePanel();
  const [lists, setLists] = useState<Remote<readonly SavedList[]>>(LOADING);
  const [listId, setListId] = useState<string | null>(isNew ? NEW : null);
  const [name, setName] = useState(suggested);
  const errand = useErrand();
  const load = async (): Promise<void> => {
    setLists(toRemote(await act('indexLists', {})));
  };
  useEffect(() => void load(), []);
  const own = lists.is === 'ready' ? lists.value.filter(mayChange) : [];
  const chosen = listId ?? own[0]?.list_id ?? NEW;
  const save = async (): Promise<void> => {
    if (errand.isBusy || lists.is === 'loading') return;
    if (chosen === NEW && name.trim() === '') return errand.fail('Give the list a name.');
    errand.begin('Adding…');
    const saved =
      chosen === NEW
        ? await createListOf(act, name.trim(), domains, errand.begin)
        : await addCompanies(act, chosen, domains);
    errand.end(saved.said, saved.problem);
    if (saved.said !== '') noteListChange();
    if (saved.list === null) return;
    setListId(saved.list.list_id);
    await load();
  };
  return (
    <Form onSubmit={() => void save()}>
      <label for={`${id}-list`}>List</label>
      <Select
        id={`${id}-list`}
        class="wide"
        value={chosen}
        disabled={lists.is === 'loading'}
        choices={[[NEW, 'New list'], ...own.map((list) => [list.list_id, nameOfList(list)] as const)]}
        onChoose={setListId}
      />
      {chosen === NEW && (
        <>
          <label for={`${id}-name`}>Name of the new list</label>
          <TextField id={`${id}-name`} maxLength={200} text={name} onType={setName} />
        </>
      )}
      {lists.is === 'failed' && <Problem>{lists.sentence}</Problem>}
      <div class="buttons">
        <PressButton isMain isOff={errand.isBusy || lists.is === 'loading'}>
          Add {nameCompanies(domains)} · free
        </PressButton>
      </div>
      <Outcome {...errand} />
    </Form>
  );
}
