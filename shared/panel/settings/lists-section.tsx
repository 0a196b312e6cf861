import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/panel-state';
import { Check } from '../common/fields/controls';
import { Said } from '../common/outcome';

/** Whether editors of the file may read its owner's lists: formulas use the owner's key. */
export function ListsSection() {
  const { host, keys, sees } = usePanel();
  const isOn = sees('settings');
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!isOn) return;
    void host.ask('account').then((answer) => setAllowed(answer.ok ? (answer.value?.readsLists ?? null) : null));
  }, [host, keys.news, isOn]);
  const choose = async (next: boolean): Promise<void> => {
    setAllowed(next);
    setSaid('');
    const answer = await host.ask('setListsAllowed', next);
    if (!answer.ok) setAllowed(!next);
    setSaid(answer.ok ? 'Saved.' : answer.sentence);
  };
  // Without a key there is nothing to read.
  if (isAllowed === null) return null;
  const note = host.choiceNote?.() ?? '';
  return (
    <section aria-labelledby="lists-title">
      <h2 id="lists-title">Your lists</h2>
      <Check isChecked={isAllowed} aria-describedby="lists-hint" onCheck={(next) => void choose(next)}>
        Formulas in this file may read my lists
      </Check>
      <p id="lists-hint" class="hint">
        Everyone who edits a file that you own can then read your lists.
      </p>
      {note !== '' && <p class="hint">{note}</p>}
      <Said>{said}</Said>
    </section>
  );
}
