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
