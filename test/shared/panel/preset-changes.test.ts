import type { Preset } from '../../../shared/panel/bulk/presets';
import { renamePreset, restorePreset } from '../../../shared/panel/preset-changes';

const preset = (name: string): Preset => ({ name, choices: [{ adds: 'company', field: 'industry' }] });
const namesOf = (presets: readonly Preset[] | null): readonly string[] | null =>
  presets === null ? null : presets.map(({ name }) => name);

it.each([
  ['Stack two', ['Sales', 'Stack two']],
  ['  Stack two ', ['Sales', 'Stack two']],
  ['STACK', ['Sales', 'STACK']],
  ['sales', null],
  ['', null],
  ['   ', null],
  ['x'.repeat(41), null],
])('a preset is renamed to %p: %p', (to, names) => {
  expect(namesOf(renamePreset([preset('Sales'), preset('Stack')], 'Stack', to))).toEqual(names);
});

it('a deleted preset comes back in its place', () => {
  expect(namesOf(restorePreset([preset('A'), preset('C')], preset('B'), 1))).toEqual(['A', 'B', 'C']);
});

it('a deleted preset replaces none that was saved meanwhile', () => {
  expect(namesOf(restorePreset([preset('A'), preset('b')], preset('B'), 1))).toEqual(['A', 'b']);
});
