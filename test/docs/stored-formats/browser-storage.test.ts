import { readPresets } from '../../../shared/panel/enrich/choose/presets';
import { readRecent } from '../../../shared/panel/explore/subject';
import { readFunctionIds } from '../../../shared/panel/formula/jobs';
import { exampleOf } from './examples';

it('the examples of what a browser keeps are read', () => {
  expect(readPresets(exampleOf('trace.presets'))).toEqual([
    { name: 'Fit', choices: [{ adds: 'company', field: 'industry' }] },
  ]);
  expect(readRecent(exampleOf('trace.exploreRecent'))).toEqual([{ is: 'company', identifier: 'stripe.com' }]);
  expect(readFunctionIds(exampleOf('trace.formulaRecent'))).toEqual(['TRACE_TECH', 'TRACE_COMPANY']);
});
