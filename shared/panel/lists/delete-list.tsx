import { useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import type { Act } from '../act';
import { PressButton } from '../bulk/press-button';
import { Outcome } from '../outcome';
import { useErrand } from '../use-errand';
import { isolated } from '../isolated';
import { isGone, nameOfList } from './list-text';

interface Props {
  readonly act: Act;
  readonly list: SavedList;
  readonly onDeleted: (said: string) => void;
  readonly onGone: () => void;
}

/** Deletes a list for everybody, once its name is typed. */
export function DeleteList({ act, list, onDeleted, onGone }: Props) {
  /** What it will do, in the words of the action; `null`: not asked yet. */
  const [willDo, setWillDo] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const errand = useErrand();
  const name = nameOfList(list);
  const isNamed = sameText(typed, name);
  const perform = async (confirmed: boolean): Promise<void> => {
    if (errand.isBusy) return;
    errand.begin('One moment…');
    const answer = await act('deleteList', { listId: list.list_id, ...(confirmed ? { confirmed: true } : {}) });
    if (!answer.ok) return isGone(answer) ? onGone() : errand.fail(answer.sentence);
    errand.end('');
    if (answer.value.is === 'done') return onDeleted(`The list “${isolated(name)}” is deleted.`);
    setWillDo(answer.value.willDo);
    requestAnimationFrame(() => document.getElementById('delete-name')?.focus());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) void perform(true);
      }}
    >
      <h3>Delete</h3>
      {willDo === null ? (
        <div class="buttons">
          <PressButton isOff={errand.isBusy} onPress={() => void perform(false)}>
            Delete this list…
          </PressButton>
        </div>
      ) : (
        <>
          <p class="problem">{willDo}</p>
          <label for="delete-name">Type the name of the list to confirm</label>
          <input
            id="delete-name"
            class="text"
            type="text"
            dir="auto"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <div class="buttons">
            <PressButton isOff={errand.isBusy || !isNamed}>Delete list</PressButton>
            <button
              type="button"
              onClick={() => {
                setWillDo(null);
                setTyped('');
              }}
            >
              Keep it
            </button>
          </div>
        </>
      )}
      <Outcome {...errand} />
    </form>
  );
}

/** Marks of the writing direction cannot be typed. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim();
  return plain(one) === plain(other);
}
