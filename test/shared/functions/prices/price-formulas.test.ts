import { priceDraft, priceFormulas } from '../../../../shared/functions/prices/price-formulas';
import type { KnownFormula } from '../../../../shared/functions/ports';

const formula = (id: KnownFormula['id'], ...args: readonly unknown[]): KnownFormula => ({ id, args });
const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);

describe('the price of formulas', () => {
  it.each<[string, readonly KnownFormula[], number]>([
    ['a company, however many ask for it', [formula('TRACE_TECH', 'a.com'), formula('TRACE_COMPANY', 'www.a.com')], 1],
    ['a column, each company once', [formula('TRACE_HAS_TECH', column('a.com', 'b.com', 'a.com', ''), 'React')], 2],
    ['the partners that are shown', [formula('TRACE_PARTNERS', column('a.com', 'b.com'), null, 'top=3')], 6],
    ['a count of partners', [formula('TRACE_PARTNERS', column('a.com', 'b.com'), 'count')], 2],
    ['a table of companies, 25 unless told', [formula('TRACE_SEARCH', 'shop')], 25],
    ['a table of companies, as many as told', [formula('TRACE_TECH_COMPANIES', 'Stripe', null, 'top=7')], 7],
    ['pairs, with the name of the other company', [formula('TRACE_PARTNERED', column('a.com', 'c.com'), 'b.com')], 3],
    [
      'two lists, one of them by its name',
      [formula('TRACE_LIST', 'My leads', null, 'top=7'), formula('TRACE_LIST', 'lst_9')],
      32,
    ],
    ['no list', [formula('TRACE_LIST', null)], 0],
    ['the catalogue', [formula('TRACE_TECH_SEARCH', 'react')], 0],
    ['help', [formula('TRACE_FIELDS'), formula('TRACE_COST', column('a.com'))], 0],
    ['a misspelt formula', [formula('TRACE_TECH', 'a.com', 'nam'), formula('TRACE_TECH', 'no domain')], 0],
    ['nothing', [], 0],
  ])('of %s', (_name, formulas, credits) => {
    expect(priceFormulas(formulas)).toEqual({ credits, openFormulas: 0 });
  });

  it.each<[string, KnownFormula]>([
    ['all partners', formula('TRACE_PARTNERS', 'a.com')],
    ['partners in an order of ours', formula('TRACE_PARTNERS', 'a.com', null, 'top=1;sort=name')],
    ['partners of a category', formula('TRACE_PARTNERS', 'a.com', null, 'top=1;category=CRM')],
    ['all partners of a type', formula('TRACE_PARTNERS', 'a.com', null, 'type=channel')],
    ['partners of both, which all partners stand in for', formula('TRACE_SHARED_PARTNERS', 'a.com', 'b.com')],
    ['a graph, which all partners stand in for', formula('TRACE_PARTNER_GRAPH', 'a.com')],
  ])('of %s is not known beforehand', (_name, open) => {
    expect(priceFormulas([formula('TRACE_TECH', 'b.com'), open])).toEqual({ credits: 1, openFormulas: 1 });
  });
});

describe('the price of a formula before it is entered', () => {
  it.each<[string, KnownFormula, number | null]>([
    ['a list by its name', formula('TRACE_LIST', 'My favorite leads', null, 'top=7'), 7],
    ['a list by its id', formula('TRACE_LIST', 'lst_9'), 25],
    ['pairs, with the name of the other company', formula('TRACE_PARTNERED', column('a.com', 'c.com'), 'b.com'), 3],
    ['companies', formula('TRACE_TECH', column('a.com', 'c.com')), 2],
    ['all partners', formula('TRACE_PARTNERS', 'a.com'), null],
  ])('of %s', (_name, draft, credits) => {
    expect(priceDraft(draft)).toBe(credits);
  });
});
