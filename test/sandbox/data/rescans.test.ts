import { CATALOGUED_COMPANIES, findCompany } from '../../../sandbox/data/companies';
import type { Company } from '../../../sandbox/data/company';
import { toCompanyObject } from '../../../sandbox/data/company-object';
import { readPartners } from '../../../sandbox/data/partners';
import { partnersAfter, stackAfter } from '../../../sandbox/data/rescans';
import { readStack } from '../../../sandbox/data/stack';

const DAY_MS = 86_400_000;
const MONDAY_MS = Date.UTC(2026, 11, 7, 9);
const STRIPE = companyOf('stripe');
const SALESFORCE = companyOf('salesforce');
const namesAfter = (...times: readonly number[]) => stackAfter(SALESFORCE, () => times).map(({ name }) => name);

describe('a rescan', () => {
  it('finds one technology more at Salesforce, and another one less', () => {
    const [first, then] = [namesAfter(), namesAfter(MONDAY_MS)];
    expect({
      adopted: then.filter((name) => !first.includes(name)),
      dropped: first.filter((name) => !then.includes(name)),
    }).toEqual({ adopted: ['Datadog'], dropped: ['Jenkins'] });
  });

  it('finds one partner more at Stripe, and one less at GitHub', () => {
    const names = (slug: string, ...times: readonly number[]) =>
      partnersAfter(companyOf(slug), () => times).map(({ name }) => name);
    expect({
      gained: names('stripe', MONDAY_MS).filter((name) => !names('stripe').includes(name)),
      lost: names('github').filter((name) => !names('github', MONDAY_MS).includes(name)),
    }).toEqual({ gained: ['Zoom'], lost: ['Cloudflare'] });
  });

  it('finds the same whenever it is made, and something else the next time', () => {
    expect(namesAfter(MONDAY_MS + 40 * DAY_MS)).toEqual(namesAfter(MONDAY_MS));
    expect(namesAfter(MONDAY_MS, MONDAY_MS + DAY_MS)).not.toEqual(namesAfter(MONDAY_MS));
  });

  it('dates what it finds, and what it finds again', () => {
    const { technologies, last_crawled_at } = toCompanyObject(STRIPE, () => [MONDAY_MS]);
    const dates = technologies
      .filter(({ name }) => ['Notion', 'React'].includes(name))
      .map(({ name, first_detected_at: first, last_detected_at: last }) => [name, first, last]);
    expect({ dates, last_crawled_at }).toEqual({
      dates: [
        ['React', '2018-11-09T00:00:00Z', '2026-12-07T00:00:00Z'],
        ['Notion', '2026-12-07T00:00:00Z', '2026-12-07T00:00:00Z'],
      ],
      last_crawled_at: '2026-12-07T09:00:00Z',
    });
  });

  it('never takes a company back to before its first scan', () => {
    const { last_crawled_at } = toCompanyObject(STRIPE, () => [Date.UTC(2026, 5, 1)]);
    expect(last_crawled_at).toBe(toCompanyObject(STRIPE, () => []).last_crawled_at);
  });

  it.each(['no-technologies', 'no-partners', 'many-partners', 'sparse'])('leaves %s its peculiarity', (slug) => {
    const company = companyOf(slug);
    expect(stackAfter(company, () => [MONDAY_MS])).toEqual(readStack(company));
    expect(partnersAfter(company, () => [MONDAY_MS])).toEqual(readPartners(company));
  });

  it('changes something at 6 to 9 of 10 companies, and lists nothing twice', () => {
    const changed = CATALOGUED_COMPANIES.slice(0, 300).filter((company) => {
      const [stack, partners] = [stackAfter(company, () => [MONDAY_MS]), partnersAfter(company, () => [MONDAY_MS])];
      expect(new Set(stack.map(({ slug }) => slug)).size).toBe(stack.length);
      expect(new Set(partners.map(({ companyId }) => companyId)).size).toBe(partners.length);
      const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join();
      return names(stack) !== names(readStack(company)) || names(partners) !== names(readPartners(company));
    });
    expect(changed.length).toBeGreaterThan(180);
    expect(changed.length).toBeLessThan(270);
  });
});

function companyOf(slug: string): Company {
  const company = findCompany(slug);
  if (company === null) throw new Error(`no company ${slug}`);
  return company;
}
