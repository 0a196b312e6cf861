import type { Choice } from '../../../../../shared/enrich/plan/column-spec';
import {
  GIVEN_PRESETS,
  presetsToText,
  readPresets,
  withPreset,
} from '../../../../../shared/panel/enrich/choose/presets';

describe('presets', () => {
  const CHOICES: readonly Choice[] = [
    { adds: 'company', field: 'name' },
    { adds: 'technologies', field: 'name', category: 'Payments' },
    { adds: 'hasTechnology', technology: 'Stripe' },
    { adds: 'partners', field: 'name', type: null },
    { adds: 'sharedPartners', company: 'stripe.com', field: 'count' },
    { adds: 'status' },
  ];

  test('what is kept is read again', () => {
    const presets = [{ name: 'Mine', choices: CHOICES }];
    expect(readPresets(presetsToText(presets))).toEqual(presets);
  });

  test('presets that come with the page are Profile, Stack and Partners', () => {
    expect(GIVEN_PRESETS.map(({ name }) => name)).toEqual(['Profile', 'Stack', 'Partners']);
  });

  test.each([
    ['nothing', ''],
    ['what is no JSON', '{'],
    ['another thing', '{"name":"x"}'],
    ['a preset without a name', '[{"choices":[{"adds":"company","field":"name"}]}]'],
    ['a preset of columns that are unknown', '[{"name":"x","choices":[{"adds":"weather"},{"adds":"company"}]}]'],
  ])('%s is no preset', (_what, text) => {
    expect(readPresets(text)).toEqual([]);
  });

  test('a preset of the same name is replaced', () => {
    expect(withPreset([{ name: 'Mine', choices: CHOICES }], 'mine', CHOICES.slice(0, 1))).toEqual([
      { name: 'mine', choices: CHOICES.slice(0, 1) },
    ]);
  });

  test('a preset needs a name, columns and room', () => {
    const full = Array.from({ length: 20 }, (_preset, index) => ({ name: `P${index}`, choices: CHOICES }));
    expect([withPreset([], '', CHOICES), withPreset([], 'Mine', []), withPreset(full, 'Mine', CHOICES)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
