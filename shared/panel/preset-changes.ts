import type { Preset } from './bulk/presets';

/** The page's event for presets that were renamed or deleted: Enrich shows them too. */
export const PRESETS_CHANGED = 'trace-presets-changed';

/** The longest name of a preset, in characters. */
export const LONGEST_PRESET_NAME = 40;

/** `null`: no name, too long a name, or the name of another preset. */
export function renamePreset(presets: readonly Preset[], from: string, to: string): readonly Preset[] | null {
  const name = to.trim();
  const isTaken = presets.some((each) => each.name !== from && each.name.toLowerCase() === name.toLowerCase());
  if (name === '' || name.length > LONGEST_PRESET_NAME || isTaken) return null;
  return presets.map((each) => (each.name === from ? { ...each, name } : each));
}

/** Puts a deleted preset back in its place, unless one of this name was saved meanwhile. */
export function restorePreset(presets: readonly Preset[], deleted: Preset, place: number): readonly Preset[] {
  const isThere = presets.some(({ name }) => name.toLowerCase() === deleted.name.toLowerCase());
  return isThere ? presets : [...presets.slice(0, place), deleted, ...presets.slice(place)];
}
