import { say } from '../../../errors/say';
import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../../enrich/plan/column-spec';
import { isChosen, withoutChoices } from './choice-menu';
import { GIVEN_PRESETS, withPreset, type Preset } from './presets';
import { changePresets, readSavedPresets } from './saved-presets';
import { PressButton } from '../../common/press-button';
import { useSheet } from '../../common/sheet';
import { Form, TextField } from '../../common/fields/controls';
import { Outcome } from '../../common/outcome';

interface Props {
  readonly choices: readonly Choice[];
  readonly onAdd: (choices: readonly Choice[]) => void;
  readonly onChange: (choices: readonly Choice[]) => void;
}

/** Sets of columns that are added with one click, and removed with the next. The user's own ones are saved. */
export function PresetButtons({ choices, onAdd, onChange }: Props) {
  const { host } = useSheet();
  const [own, setOwn] = useState<readonly Preset[]>([]);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  /** The last one that was deleted, which can come back; `null`: none. */
  const [deleted, setDeleted] = useState<Preset | null>(null);
  useEffect(() => {
    void readSavedPresets(host).then((kept) => kept.ok && setOwn(kept.value));
  }, [host]);
  const keep = async (
    toNext: Parameters<typeof changePresets>[1],
    done: string,
    gone: Preset | null = null,
  ): Promise<void> => {
    setSaid('');
    const kept = await changePresets(host, toNext);
    if (!kept.ok) return setProblem(say(kept.error, 'run'));
    if (kept.value === null) return setProblem('Use a name of up to 40 characters. You can save 20 presets.');
    setProblem('');
    setOwn(kept.value);
    setDeleted(gone);
    // Text that was typed meanwhile stays.
    setName((now) => (now === name ? '' : now));
    setSaid(done);
  };
  const save = (): void => {
    if (name.trim() === '') return;
    void keep((now) => withPreset(now, name.trim(), choices), `${name.trim()} is saved.`);
  };
  return (
    <>
      <div class="chips" role="group" aria-label="Presets">
        {[...GIVEN_PRESETS, ...own].map((preset) => {
          const isOn = preset.choices.every((choice) => isChosen(choices, choice));
          return (
            <button
              key={preset.name}
              type="button"
              class="chip"
              aria-pressed={isOn}
              onClick={() => (isOn ? onChange(withoutChoices(choices, preset.choices)) : onAdd(preset.choices))}
            >
              {preset.name}
            </button>
          );
        })}
      </div>
      {(choices.length > 0 || own.length > 0 || deleted !== null) && (
        <details class="cells">
          <summary>Save or delete presets</summary>
          {choices.length > 0 && (
            <Form style="row" onSubmit={save}>
              <label for="preset-name">Save these columns as</label>
              <TextField id="preset-name" maxLength={40} text={name} onType={setName} />
              <PressButton isOff={name.trim() === ''}>Save</PressButton>
            </Form>
          )}
          <div class="buttons">
            {own.map((preset) => (
              <button
                key={preset.name}
                type="button"
                onClick={() =>
                  void keep(
                    (now) => now.filter((each) => each.name !== preset.name),
                    `${preset.name} is deleted.`,
                    preset,
                  )
                }
              >
                Delete {preset.name}
              </button>
            ))}
            {deleted !== null && (
              <button
                type="button"
                onClick={() =>
                  void keep((now) => withPreset(now, deleted.name, deleted.choices), `${deleted.name} is saved.`)
                }
              >
                Undo delete
              </button>
            )}
          </div>
          <Outcome isBusy={false} said={said} problem={problem} />
        </details>
      )}
    </>
  );
}
