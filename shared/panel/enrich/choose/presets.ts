import { PRESET_CHOICES, type Choice } from '../../../enrich/plan/column-spec';
import { readChoice } from '../../../enrich/plan/read-column-spec';
import { parseJson, readArray, readObject, readText } from '../../../client/json';

/** A named set of columns. */
export interface Preset {
  readonly name: string;
  readonly choices: readonly Choice[];
}

export const GIVEN_PRESETS: readonly Preset[] = [
  { name: 'Profile', choices: PRESET_CHOICES.Profile },
  { name: 'Stack', choices: PRESET_CHOICES.Stack },
  { name: 'Partners', choices: PRESET_CHOICES.Partners },
];

const MAX_PRESETS = 20;
const MAX_NAME_LENGTH = 40;

export function presetsToText(presets: readonly Preset[]): string {
  return presets.length === 0 ? '' : JSON.stringify(presets);
}

/** Damaged ones and those of a later version are dropped. */
export function readPresets(text: string): readonly Preset[] {
  return (readArray(parseJson(text)) ?? []).flatMap((each) => {
    const name = readText(readObject(each)?.['name']);
    const choices = (readArray(readObject(each)?.['choices']) ?? []).flatMap((choice) => readChoice(choice) ?? []);
    return name === null || choices.length === 0 ? [] : [{ name, choices }];
  });
}

/** Replaces one of the same name. `null`: there is no room, or no name. */
export function withPreset(
  presets: readonly Preset[],
  name: string,
  choices: readonly Choice[],
): readonly Preset[] | null {
  const kept = presets.filter((preset) => preset.name.toLowerCase() !== name.toLowerCase());
  const isNamed = name !== '' && name.length <= MAX_NAME_LENGTH;
  return isNamed && choices.length > 0 && kept.length < MAX_PRESETS ? [...kept, { name, choices }] : null;
}

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
