import { useEffect, useState } from 'preact/hooks';
import { say } from '../errors/say';
import type { BulkHost } from './bulk-host';
import type { Preset } from './bulk/presets';
import { PRESETS_CHANGED, renamePreset, restorePreset } from './preset-changes';
import { changePresets, readSavedPresets } from './saved-presets';

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

/** @param isOn whether somebody sees them */
export function usePresets(host: BulkHost, isOn: boolean): OwnPresets {
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
