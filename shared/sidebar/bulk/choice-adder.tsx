import { useState } from 'preact/hooks';
import type { Choice } from '../../bulk/choice';
import { findPick, isChosen, PICK_GROUPS } from './choice-menu';

interface Props {
  readonly choices: readonly Choice[];
  readonly onAdd: (choice: Choice) => void;
}

/** Adds one column: most at once, some after something was typed. */
export function ChoiceAdder({ choices, onAdd }: Props) {
  const [id, setId] = useState('');
  const [typed, setTyped] = useState('');
  const pick = findPick(id);
  const add = (choice: Choice): void => {
    if (!isChosen(choices, choice)) onAdd(choice);
    setId('');
    setTyped('');
  };
  return (
    <>
      <label for="add-column">Add a column</label>
      <select
        id="add-column"
        value={id}
        onChange={({ currentTarget }) => {
          const chosen = findPick(currentTarget.value);
          if (chosen !== null && chosen.asks === null) {
            add(chosen.toChoice(''));
            currentTarget.value = '';
          } else setId(currentTarget.value);
        }}
      >
        <option value="">Choose…</option>
        {PICK_GROUPS.map(({ label, picks }) => (
          <optgroup key={label} label={label}>
            {picks.map((each) => (
              <option
                key={each.id}
                value={each.id}
                disabled={each.asks === null && isChosen(choices, each.toChoice(''))}
              >
                {each.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {pick !== null && pick.asks !== null && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') add(pick.toChoice(typed.trim()));
          }}
        >
          <label for="add-typed">{pick.asks}</label>
          <input
            id="add-typed"
            type="text"
            class="text"
            placeholder={pick.example}
            maxLength={100}
            autoComplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" disabled={typed.trim() === ''}>
            Add
          </button>
        </form>
      )}
    </>
  );
}
