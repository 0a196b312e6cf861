import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';
import type { Preset } from './bulk/presets';
import { LONGEST_PRESET_NAME } from './preset-changes';
import { usePresets } from './use-presets';

interface Props {
  readonly host: BulkHost;
  /** Whether somebody sees it. */
  readonly isOn: boolean;
}

/** The user's own sets of columns. What is deleted can come back until the panel is closed. */
export function PresetsCard({ host, isOn }: Props) {
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
