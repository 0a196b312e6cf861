import { ask, hostWith } from '../../fakes/routes-api';
import { SandboxHost } from '../../fakes/sandbox-host';

/** The date of the sandbox's clock is 2026-06-15. */
const TODAY = { day: '2026-06-15' };
const IN_30_DAYS = { day: '2026-07-15' };
const RECEIPT = 'as_of, free_until, source, credits';
const PARTNERS = '/companies/stripe.com/partnerships';

describe('the receipt of an answer', () => {
  it('is a field of functions over companies', async () => {
    const host = new SandboxHost();
    const own = [TODAY, IN_30_DAYS, '/companies/stripe.com', 1];
    expect(await host.ask('TRACE_COMPANY', 'www.Stripe.com', RECEIPT)).toEqual([own]);
    expect(await host.ask('TRACE_TECH', 'stripe.com', `count, ${RECEIPT}`)).toEqual([[20, ...own]]);
    expect({ charged: await host.charged(), paths: host.paths.length }).toEqual({ charged: 1, paths: 1 });
  });

  it('tells what partners cost at most: each one that is listed, or the company and all of them', async () => {
    const host = new SandboxHost();
    expect(await host.ask('TRACE_PARTNERS', 'stripe.com', RECEIPT, 'top=3')).toEqual([
      [TODAY, IN_30_DAYS, PARTNERS, 3],
    ]);
    expect(await host.charged()).toBe(3);
    expect(await host.ask('TRACE_PARTNERS', 'stripe.com', `count, ${RECEIPT}`, 'sort=name')).toEqual([
      [58, TODAY, IN_30_DAYS, PARTNERS, 59],
    ]);
    expect(await host.charged()).toBe(59);
  });

  it('counts partners that a service returns beyond what was asked for', () => {
    const data = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ partner_name: name }));
    const host = hostWith({ 'partnerships.list': { data, company: { partnership_count: 5 } } });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'credits', 'top=2')).toEqual([[5]]);
  });

  it('reads one partner where nothing else is asked for', async () => {
    const host = new SandboxHost();
    expect(await host.ask('TRACE_PARTNERS', 'stripe.com', 'count, as_of, free_until, source')).toEqual([
      [58, TODAY, IN_30_DAYS, PARTNERS],
    ]);
    expect(await host.charged()).toBe(1);
  });

  it('tells where a partnership of two was asked for, and that it costs a credit', async () => {
    const host = new SandboxHost();
    const source = '/partnerships/lookup?company_a=stripe.com&company_b=shopify.com';
    expect(await host.ask('TRACE_PARTNERED', 'stripe.com', 'shopify.com', `partnered, ${RECEIPT}`)).toEqual([
      [true, TODAY, IN_30_DAYS, source, 1],
    ]);
    expect(await host.charged()).toBe(1);
  });

  it('tells of a list of partners instead, where only a partnership costs', async () => {
    const host = new SandboxHost();
    await host.showDocumentedOnly();
    const pairs = [['stripe.com'], ['no-partners.example'], ['unknown.example']];
    expect(await host.ask('TRACE_PARTNERED', pairs, 'shopify.com', 'partnered, source, credits')).toEqual([
      [true, '/companies/stripe.com/partnerships?q=Shopify', 1],
      [false, '/companies/no-partners.example/partnerships?q=Shopify', 0],
      ['not tracked', 'not tracked', 'not tracked'],
    ]);
    expect(await host.charged()).toBe(1);
  });

  it('has a source that TRACE_GET reads', async () => {
    const host = new SandboxHost();
    const [[source]] = (await host.ask('TRACE_COMPANY', 'stripe', 'source')) as [[string]];
    expect(await host.ask('TRACE_GET', source, 'name', 'headers=0')).toEqual([['Stripe']]);
  });

  it('says not tracked of a company that is not, and nothing of a blank cell', async () => {
    const column = [['unknown.example'], [''], ['stripe.com']];
    expect(await new SandboxHost().ask('TRACE_COMPANY', column, 'source, credits')).toEqual([
      ['not tracked', 'not tracked'],
      ['', ''],
      ['/companies/stripe.com', 1],
    ]);
  });
});
