import { callsNothingElse } from '../../../shared/cells/formulas';
import { findRecipes, RECIPES } from '../../../shared/recipes/index';
import { EXAMPLES } from '../../../shared/recipes/examples';
import { readAnswers } from '../../../shared/recipes/read-answers';
import { makeSheet } from '../../../shared/recipes/recipe';
import { callsOf, priceOfSheet } from '../../../shared/recipes/sheet-calls';
import { triage } from '../../../shared/enrich/plan/triage';
import { exampleSheet } from '../../fakes/recipe-sheets';

const recipeOf = (id: string) => RECIPES.find((recipe) => recipe.id === id)!;

it('there are the recipes that people asked for, each once', () => {
  expect(RECIPES.map(({ id }) => id)).toEqual([
    'accounts-that-use',
    'add-tech-stack',
    'who-left',
    'score-accounts',
    'leads-that-partner',
    'warm-paths',
    'partners-of-partners',
    'find-companies',
    'size-market',
    'compare-companies',
    'clean-names',
  ]);
});

it.each(RECIPES)('$id asks at most three things, and says its price and what to change', (recipe) => {
  expect(recipe.questions.length).toBeLessThanOrEqual(3);
  expect(recipe.costs).toMatch(/credit|^Free\.$/);
  expect(recipe.changes.every((change) => change.endsWith('.'))).toBe(true);
});

it.each(RECIPES)('formulas of $id send cells nowhere, and hold at most one call each', (recipe) => {
  const { formulas } = exampleSheet(recipe);
  expect(formulas.filter(([, , formula]) => !callsNothingElse(formula))).toEqual([]);
  expect(callsOf(exampleSheet(recipe))).toHaveLength(
    formulas.filter(([, , formula]) => formula.includes('TRACE_')).length,
  );
});

it.each(RECIPES)('no formula of $id fills a cell that the sheet holds already', (recipe) => {
  const { rows, formulas } = exampleSheet(recipe);
  const places = formulas.map(([row, column]) => `${row}:${column}`);
  expect(new Set(places).size).toBe(places.length);
  expect(formulas.filter(([row, column]) => (rows[row]?.[column] ?? '') !== '')).toEqual([]);
});

it.each(RECIPES)('the picture of $id has a title above each column', ({ id }) => {
  const [titles = [], ...rows] = EXAMPLES[id].picture;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.length === titles.length)).toBe(true);
});

it.each([
  ['accounts-that-use', { most: 5, mayCostMore: false }],
  ['score-accounts', { most: 5, mayCostMore: false }],
  ['leads-that-partner', { most: 6, mayCostMore: false }],
  ['size-market', { most: 0, mayCostMore: false }],
  ['partners-of-partners', { most: 4, mayCostMore: true }],
  ['compare-companies', { most: 7, mayCostMore: true }],
])('the example of %s costs %j', (id, price) => {
  expect(priceOfSheet(exampleSheet(recipeOf(id)))).toEqual(price);
});

it('a sheet of as many accounts as are allowed fits the rows of a new sheet', () => {
  const accounts = Array.from({ length: 900 }, (_account, at) => `company-${at}.example`).join('\n');
  for (const recipe of RECIPES.filter(({ questions }) => questions[0]?.id === 'accounts')) {
    const most = recipe.questions[0]!.most;
    const typed = { ...EXAMPLES[recipe.id].typed, accounts: accounts.split('\n').slice(0, most).join('\n') };
    const read = readAnswers(recipe, typed);
    if (read.is !== 'ready') throw new Error(read.is);
    const { rows, formulas } = makeSheet(recipe, read.answers);
    expect(Math.max(rows.length, ...formulas.map(([row]) => row + 1))).toBeLessThanOrEqual(1_000);
  }
});

describe('answers', () => {
  const use = recipeOf('accounts-that-use');

  it('are open until each question without a usual answer has one', () => {
    expect(readAnswers(use, { accounts: 'stripe.com' })).toEqual({ is: 'open' });
    expect(readAnswers(recipeOf('find-companies'), { technology: 'Shopify' })).toMatchObject({ is: 'ready' });
  });

  it.each([
    ['accounts-that-use', { accounts: 'Stripe Inc' }, 'accounts', { is: 'notCompany' }],
    ['leads-that-partner', { partner: 'a.com, b.com' }, 'partner', { is: 'notOne' }],
    ['who-left', { since: '2026-02-30' }, 'since', { is: 'notDay' }],
    ['score-accounts', { country: 'Germny' }, 'country', { is: 'notCountry', nearest: ['Germany'] }],
    ['find-companies', { top: '501' }, 'top', { is: 'tooGreat', most: 500 }],
    ['find-companies', { top: '-1' }, 'top', { is: 'notNumber' }],
    [
      'warm-paths',
      { partners: 'a.co,b.co,c.co,d.co,e.co,f.co,g.co,h.co,i.co,j.co,k.co' },
      'partners',
      { is: 'tooMany', count: 11, most: 10 },
    ],
  ])('of %s are refused: %j', (id, typed, question, problem) => {
    const read = readAnswers(recipeOf(id), typed as Record<string, string>);
    expect(read).toEqual({ is: 'refused', problems: new Map([[question, problem]]) });
  });

  it('are written as Trace reads them: countries by name, companies and names once', () => {
    const read = readAnswers(recipeOf('score-accounts'), {
      accounts: 'https://www.stripe.com/pricing\nstripe.com',
      technology: 'Shopify',
      country: 'DE',
    });
    if (read.is !== 'ready') throw new Error(read.is);
    expect([read.answers.list('accounts'), read.answers.text('country')]).toEqual([['stripe.com'], 'Germany']);
  });
});

it.each(RECIPES.filter(({ questions }) => questions[0]?.id === 'accounts'))(
  'the sheet of $id can be enriched and checked for changes: its titles are found below what is above them',
  (recipe) => {
    const { rows, titleRows } = exampleSheet(recipe);
    const {
      header,
      rows: inputs,
      unusable,
    } = triage(
      rows.map(([first = '']) => [first]),
      0,
    );
    expect({ row: header?.row, companies: inputs.length, unusable }).toEqual({
      row: titleRows.at(-1),
      companies: rows.length - titleRows.at(-1)! - 1,
      unusable: 0,
    });
  },
);

it('the name of a sheet fits, and is cut between words', () => {
  const read = readAnswers(recipeOf('accounts-that-use'), {
    accounts: 'a.com',
    technologies: 'Shopify, Stripe, React',
  });
  if (read.is !== 'ready') throw new Error(read.is);
  const { title, rows } = makeSheet(recipeOf('accounts-that-use'), read.answers);
  expect([title, rows[0]]).toEqual(['Accounts that use Shopify', ['Accounts that use Shopify, Stripe, React']]);
});

it('recipes are found by their words, in any form', () => {
  const idsOf = (typed: string): readonly string[] => findRecipes(typed).map(({ id }) => id);
  expect(idsOf('scoring')).toEqual(['score-accounts']);
  expect(idsOf('score my accounts')).toEqual(['score-accounts']);
  expect(idsOf('warm paths')).toEqual(['warm-paths']);
  expect(idsOf('domains names')).toEqual(['clean-names']);
  expect(idsOf('')).toHaveLength(11);
  expect(idsOf('weather')).toEqual([]);
});

it.each(['find-companies', 'partners-of-partners', 'compare-companies'])('%s writes how many as a number', (id) => {
  const { rows } = exampleSheet(recipeOf(id));
  expect(rows.flat()).toContain(Number(EXAMPLES[recipeOf(id).id].typed['top'] ?? recipeOf(id).questions.at(-1)!.usual));
});
