import { useLayoutEffect, useRef, useState, useEffect } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { usePanel } from '../state/panel-state';
import {
  LONGEST_PRESET_NAME,
  PRESETS_CHANGED,
  renamePreset,
  restorePreset,
  type Preset,
} from '../enrich/choose/presets';
import { say } from '../../errors/say';
import { changePresets, readSavedPresets } from '../enrich/choose/saved-presets';

interface Props {
  readonly host: BulkHost;
}

/** The user's own sets of columns. What is deleted can come back until the panel is closed. */
export function PresetsCard({ host }: Props) {
  const isOn = usePanel().sees('settings');
  const { presets, deleted, problem, rename, remove, restore } = usePresets(host, isOn);
  const [renamed, setRenamed] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  if (presets.length === 0 && deleted === null) return null;
  // The pressed button is gone, and a keyboard continues here.
  const leave = (): void => {
    setRenamed('');
    title.current?.focus();
  };
  return (
    <section aria-labelledby="presets-title">
      <h2 id="presets-title" ref={title} tabIndex={-1}>
        Presets
      </h2>
      <ul class="presets">
        {presets.map((preset) => (
          <li key={preset.name}>
            {preset.name === renamed ? (
              <RenameForm
                preset={preset}
                onRename={async (to) => {
                  if (await rename(preset.name, to)) leave();
                }}
                onCancel={leave}
              />
            ) : (
              <>
                <span>{preset.name}</span>
                <button type="button" aria-label={`Rename ${preset.name}`} onClick={() => setRenamed(preset.name)}>
                  Rename
                </button>
                <button
                  type="button"
                  aria-label={`Delete ${preset.name}`}
                  onClick={() => {
                    remove(preset);
                    leave();
                  }}
                >
                  Delete
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{deleted !== null && `${deleted.preset.name} is deleted.`}</p>
      {deleted !== null && (
        <button
          type="button"
          onClick={() => {
            restore();
            leave();
          }}
        >
          Undo delete
        </button>
      )}
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}

interface FormProps {
  readonly preset: Preset;
  readonly onRename: (to: string) => Promise<void>;
  readonly onCancel: () => void;
}

function RenameForm({ preset, onRename, onCancel }: FormProps) {
  const [name, setName] = useState(preset.name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onRename(name);
      }}
    >
      <input
        ref={field}
        type="text"
        class="text"
        aria-label={`New name of ${preset.name}`}
        maxLength={LONGEST_PRESET_NAME}
        autoComplete="off"
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit">Save</button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}

interface Deleted {
  readonly preset: Preset;
  readonly place: number;
}

interface OwnPresets {
  readonly presets: readonly Preset[];
  /** The last one that was deleted, which can come back. */
  readonly deleted: Deleted | null;
  readonly problem: string;
  /** @returns whether the name could be used */
  readonly rename: (from: string, to: string) => Promise<boolean>;
  readonly remove: (preset: Preset) => void;
  readonly restore: () => void;
}

const NAME_REFUSED = 'Use a name of up to 40 characters that no other preset has.';

/** @param isOn whether the user sees them */
function usePresets(host: BulkHost, isOn: boolean): OwnPresets {
  const [presets, setPresets] = useState<readonly Preset[]>([]);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!isOn) return;
    void readSavedPresets(host).then((read) => read.ok && setPresets(read.value));
  }, [host, isOn]);
  const change = async (toNext: (now: readonly Preset[]) => readonly Preset[] | null): Promise<boolean> => {
    setProblem('');
    const ended = await changePresets(host, toNext);
    if (!ended.ok) setProblem(say(ended.error, 'action'));
    else if (ended.value === null) setProblem(NAME_REFUSED);
    if (!ended.ok || ended.value === null) return false;
    setPresets(ended.value);
    window.dispatchEvent(new Event(PRESETS_CHANGED));
    return true;
  };
  const remove = async (preset: Preset): Promise<void> => {
    let place = 0;
    const isDone = await change((now) => {
      place = Math.max(
        0,
        now.findIndex(({ name }) => name === preset.name),
      );
      return now.filter(({ name }) => name !== preset.name);
    });
    if (isDone) setDeleted({ preset, place });
  };
  const restore = async (): Promise<void> => {
    if (deleted === null) return;
    if (await change((now) => restorePreset(now, deleted.preset, deleted.place))) setDeleted(null);
  };
  return {
    presets,
    deleted,
    problem,
    rename: (from, to) => change((now) => renamePreset(now, from, to)),
    remove: (preset) => void remove(preset),
    restore: () => void restore(),
  };
}
