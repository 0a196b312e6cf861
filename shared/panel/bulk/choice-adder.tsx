import { useState } from 'preact/hooks';
import { titleOf, type Choice } from '../../bulk/plan/column-spec';
import { findPick, isChosen, PICK_GROUPS } from './choice-menu';
import { PressButton } from './press-button';

interface Props {
  readonly choices: readonly Choice[];
  readonly isChecking: boolean;
  /** Whether it is added. */
  readonly onAdd: (choice: Choice) => Promise<boolean>;
}

/** Adds one column. Arrow keys may move through the list: nothing is added before the button is pressed. */
export function ChoiceAdder({ choices, isChecking, onAdd }: Props) {
  const [id, setId] = useState('');
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const pick = findPick(id);
  const asks = pick?.asks ?? null;
  const oneOf = pick?.oneOf ?? null;
  const isComplete = pick !== null && (asks === null || typed.trim() !== '');
  const choice = isComplete ? pick.toChoice(typed.trim()) : null;
  const isNew = choice !== null && !isChosen(choices, choice);
  const add = async (): Promise<void> => {
    if (choice === null || !isNew || isChecking) return;
    setSaid('');
    if (!(await onAdd(choice))) return;
    setSaid(`${titleOf(choice)} is added.`);
    // Text that was typed meanwhile stays.
    if (oneOf === null) setTyped((now) => (now === typed ? '' : now));
  };
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label for="add-column">Add a column</label>
      <select
        id="add-column"
        class={asks === null ? '' : 'wide'}
        value={id}
        onChange={({ currentTarget }) => {
          setId(currentTarget.value);
          setTyped(findPick(currentTarget.value)?.oneOf?.[0] ?? '');
          setSaid('');
        }}
      >
        <option value="">Choose…</option>
        {PICK_GROUPS.map(({ label, picks }) => (
          <optgroup key={label} label={label}>
            {picks.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {asks !== null && <label for="add-typed">{asks}</label>}
      {asks !== null && oneOf !== null && (
        <select id="add-typed" value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)}>
          {oneOf.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </select>
      )}
      {asks !== null && oneOf === null && (
        <input
          id="add-typed"
          type="text"
          class="text"
          placeholder={pick?.example ?? ''}
          maxLength={100}
          autoComplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <PressButton key="add" isOff={!isNew || isChecking}>
        Add
      </PressButton>
      {choice !== null && !isNew && said === '' && <p class="hint wide">{titleOf(choice)} is among them already.</p>}
      <p role="status" class="unseen">
        {said}
      </p>
    </form>
  );
}
