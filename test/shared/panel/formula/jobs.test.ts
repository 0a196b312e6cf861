import { specOf, type FunctionId } from '../../../../shared/catalogue/index';
import { builderHelp } from '../../../../shared/catalogue/derive/builder-help';
import { findJobs, JOBS, readFunctionIds } from '../../../../shared/panel/formula/jobs';

const NOTHING = { favorites: [], recent: [] } as const;
const helpOf = (id: FunctionId) => specOf(id);

it('shows every function once, by family, under favorites and the last used', () => {
  const groups = findJobs('', { favorites: ['TRACE_GET'], recent: ['TRACE_TECH', 'TRACE_GET'] }, helpOf);
  expect(groups.map(({ label, ids }) => [label, ids.length])).toEqual([
    ['Favorites', 1],
    ['Recent', 1],
    ['Technologies', 5],
    ['Companies', 3],
    ['Partners', 5],
    ['Lists', 2],
    ['Help', 3],
  ]);
});

it.each([
  ['partners of both', ['TRACE_SHARED_PARTNERS']],
  ['USES technology', ['TRACE_HAS_TECH', 'TRACE_TECH_COMPANIES', 'TRACE_VENDOR_COMPANIES']],
  ['trace_cost', ['TRACE_COST']],
  ['How much does it cost?', ['TRACE_COST']],
  ['weather', []],
])('“%s” finds %j', (typed, ids) => {
  const found = findJobs(typed, NOTHING, helpOf).flatMap((group) => group.ids);
  expect(found).toEqual(expect.arrayContaining(ids));
  expect(found.length).toBeLessThanOrEqual(Math.max(ids.length, 6));
});

it('what was saved is read without names that are no functions, and without repeats', () => {
  expect(readFunctionIds('TRACE_TECH TRACE_OLD <b> TRACE_TECH TRACE_GET')).toEqual(['TRACE_TECH', 'TRACE_GET']);
});

it('has a text for each parameter, field and option that a person can set', () => {
  const { functions, options } = builderHelp();
  const texts = Object.entries(functions).flatMap(([id, { costs, params, fields }]) => {
    const spec = specOf(id as FunctionId);
    return [
      costs,
      ...spec.params.map(({ name }) => params[name]),
      ...spec.fields.map(({ name }) => fields[name]),
      ...spec.options.map((name) => options[name].about),
    ];
  });
  expect(texts.filter((text) => text === undefined || text === '')).toEqual([]);
});

it('says more of each function than its title', () => {
  const repeats = Object.entries(builderHelp().functions).filter(
    ([id, { about }]) => about.replace(/\.$/, '') === JOBS[id as FunctionId],
  );
  expect(repeats).toEqual([]);
});
