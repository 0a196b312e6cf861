import { useState } from 'preact/hooks';
import { titleOf, type Choice } from '../../../enrich/plan/column-spec';
import { withSeen } from '../../../enrich/plan/seen-names';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import type { NameKind } from '../../../functions/names/name-verdict';
import { isChosen, type Pick } from './choice-menu';
import { Combobox } from '../../common/fields/combobox';
import { PressButton } from '../../common/press-button';
import { useNames, useSeenNames } from '../../common/use-names';
import { findColumnOptions, findValueOptions, toNameTyped } from './column-options';
import { Said } from '../../common/outcome';

interface Props {
  readonly selected: SelectedColumn;
  readonly choices: readonly Choice[];
  readonly isChecking: boolean;
  /** Whether it is added. */
  readonly onAdd: (choice: Choice) => Promise<boolean>;
}

const FIELD = 'add-column';
/** What the titles that ask for a name ask for. */
const KINDS: Readonly<Record<string, NameKind>> = {
  'tech.has': 'technology',
  'tech.ofCategory': 'category',
  'tech.countOfCategory': 'category',
};
/** Categories are few, and looked through; technologies are typed. */
const MOST_SEEN = { technology: 5, category: 20, vendor: 5 } as const;
const UNREACHED = 'Names cannot be looked up right now. Type the name.';
/** The message about a column. If the list shows the same, only screen readers need it. */
const NOTHING_SAID = { text: '', isSeen: false };

/** Adds a column by its title, or by the name of a technology. Some titles ask for a name in the same field. */
export function ColumnAdder({ selected, choices, isChecking, onAdd }: Props) {
  const [text, setText] = useState('');
  const [pick, setPick] = useState<Pick | null>(null);
  const [said, setSaid] = useState(NOTHING_SAID);
  const asked = pick === null ? toNameTyped(text) : text.trim();
  const kind = pick === null ? (asked === '' ? null : 'technology') : (KINDS[pick.id] ?? null);
  const hasQuestion = kind === 'category' || asked !== '';
  const told = useNames(hasQuestion ? kind : null, asked);
  const seen = useSeenNames(selected, hasQuestion && kind !== null);
  const names = hasQuestion && kind !== null ? withSeen(seen[kind], told.names, asked, MOST_SEEN[kind]) : told.names;
  const note = told.isReached ? '' : UNREACHED;
  const leave = (): void => {
    setText('');
    setPick(null);
  };
  const add = async (choice: Choice): Promise<void> => {
    if (isChecking) return;
    if (isChosen(choices, choice)) {
      return setSaid({ text: `${titleOf(choice)} is already in the list.`, isSeen: true });
    }
    setSaid(NOTHING_SAID);
    const typed = text;
    if (!(await onAdd(choice))) return;
    setSaid({ text: `${titleOf(choice)} is added.`, isSeen: false });
    // Text that was typed meanwhile stays.
    setText((now) => (now === typed ? '' : now));
    setPick(null);
  };
  const addTyped = (): void => {
    const isWord = pick?.oneOf?.includes(text.trim().toLowerCase()) ?? true;
    if (pick !== null && text.trim() !== '' && isWord) void add(pick.toChoice(text.trim()));
  };
  const type = (next: string): void => {
    setText(next);
    setSaid(NOTHING_SAID);
  };
  return (
    <div class="adder">
      {pick !== null && <p class="hint">{pick.label}</p>}
      <Combobox
        id={FIELD}
        label={pick?.asks ?? 'Add a column'}
        placeholder={pick?.example ?? 'Employees, Stripe, partners…'}
        text={text}
        groups={pick === null ? findColumnOptions(text, choices, names) : findValueOptions(pick, text, choices, names)}
        takesFirst={pick === null || pick.oneOf !== null}
        note={note}
        onType={type}
        onChoose={({ adds }) => {
          if (adds.is === 'choice') void add(adds.choice);
          else {
            setPick(adds.pick);
            type('');
          }
          return adds.is === 'pick';
        }}
        onEnter={addTyped}
        onBack={leave}
      />
      {pick !== null && (
        <div class="buttons">
          <PressButton isOff={isChecking || text.trim() === ''} onPress={addTyped}>
            Add
          </PressButton>
          <PressButton onPress={leave}>Cancel</PressButton>
        </div>
      )}
      <Said style={said.isSeen ? 'hint' : 'unseen'}>{said.text}</Said>
    </div>
  );
}
