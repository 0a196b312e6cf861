import { NOTHING_CHOSEN, type Settings } from '../../../../shared/panel/bulk/choose-state';
import { toOptionsText } from '../../../../shared/panel/bulk/options-text';

test.each<[text: string, settings: Partial<Settings>]>([
  ['', {}],
  ['', { choices: [{ adds: 'company', field: 'name' }] }],
  ['columns with the same titles', { where: 'sameTitles' }],
  ['columns with the same titles, overwrite values (not confirmed yet)', { where: 'sameTitles', mode: 'overwrite' }],
  [
    'columns with the same titles, overwrite values, no hidden rows',
    { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true, withHidden: false },
  ],
  ['status column', { choices: [{ adds: 'company', field: 'name' }, { adds: 'status' }] }],
])('the summary of options says "%s"', (text, settings) => {
  expect(toOptionsText({ ...NOTHING_CHOSEN.settings, ...settings })).toBe(text);
});
