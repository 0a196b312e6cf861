import { useEffect, useState } from 'preact/hooks';
import { withChoices } from './choice-menu';
import type { ChooseState, Settings } from './choose-state';
import { toOptionsText } from './options-text';
import { Targets } from './targets';
import { useSheet } from '../common/sheet';

interface Props {
  readonly state: Pick<ChooseState, 'settings' | 'listed'>;
  readonly onSet: (settings: Partial<Settings>) => void;
}

/** How the columns are filled. Folded, it tells what differs from the usual. */
export function OptionsFold({ state: { settings, listed }, onSet }: Props) {
  /** Which hidden rows nobody can leave out. */
  const { hiddenNote } = useSheet().host;
  const { choices, where, mode, isOverwriteConfirmed, withHidden } = settings;
  const [isOpen, setOpen] = useState(false);
  const isToConfirm = mode === 'overwrite' && !isOverwriteConfirmed;
  // Nothing starts before this is answered.
  useEffect(() => {
    if (isToConfirm) setOpen(true);
  }, [isToConfirm]);
  const text = toOptionsText(settings);
  const others = choices.filter(({ adds }) => adds !== 'status');
  return (
    <details class="fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Options{text !== '' && <span class="chosen">: {text}</span>}</summary>
      <fieldset class="bare">
        <legend>Where</legend>
        <Radio name="where" isChecked={where === 'newColumns'} onChoose={() => onSet({ where: 'newColumns' })}>
          New columns to the right
        </Radio>
        <Radio name="where" isChecked={where === 'sameTitles'} onChoose={() => onSet({ where: 'sameTitles' })}>
          Columns with the same titles, and new ones for the rest
        </Radio>
      </fieldset>
      {where === 'sameTitles' && (
        <fieldset class="bare">
          <legend>Cells with values</legend>
          <Radio name="mode" isChecked={mode === 'onlyEmpty'} onChoose={() => onSet({ mode: 'onlyEmpty' })}>
            Keep them and fill empty cells only
          </Radio>
          <Radio name="mode" isChecked={mode === 'overwrite'} onChoose={() => onSet({ mode: 'overwrite' })}>
            Overwrite them
          </Radio>
          {mode === 'overwrite' && listed !== null && (
            <>
              <p>Replaces values in these columns:</p>
              <Targets of={listed} />
              <Check isChecked={isOverwriteConfirmed} onChange={(is) => onSet({ isOverwriteConfirmed: is })}>
                Yes, replace these values. Undo restores them
              </Check>
            </>
          )}
        </fieldset>
      )}
      <Check isChecked={withHidden} onChange={(is) => onSet({ withHidden: is })}>
        Include hidden rows
      </Check>
      {!withHidden && hiddenNote !== undefined && <p class="hint">{hiddenNote}</p>}
      <Check
        isChecked={others.length < choices.length}
        onChange={(is) => onSet({ choices: is ? withChoices(choices, [{ adds: 'status' }]) : others })}
      >
        Add a status column: found, skipped or failed
      </Check>
    </details>
  );
}

interface CheckProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: string;
}

function Check({ isChecked, onChange, children }: CheckProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isChecked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {children}
    </label>
  );
}

interface RadioProps {
  readonly name: string;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

function Radio({ name, isChecked, onChoose, children }: RadioProps) {
  return (
    <label class="choice">
      <input type="radio" name={`bulk-${name}`} checked={isChecked} onChange={onChoose} />
      {children}
    </label>
  );
}
