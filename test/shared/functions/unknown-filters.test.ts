import type { Exchange } from '../../../shared/client/exchange';
import { json } from '../../fakes/memory-host';
import { ask } from '../../fakes/routes-api';
import { CATALOGUE, COLUMN, down, namesAsked, without, whole } from '../../fakes/technology-catalogue';

describe('TRACE_TECH', () => {
  it.each([
    ['category=Payment', '! Trace does not know the category "Payment". Did you mean Payments?'],
    ['vendor=Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
    ['category=Analytics,Payment', '! Trace does not know the category "Payment". Did you mean Payments?'],
    ['category=Loading...', '! The input cell is still loading. This row follows when it is ready.'],
    [
      'vendor=Nobody Inc',
      '! Trace does not know the vendor "Nobody Inc". Find a vendor_slug with =TRACE_TECH_SEARCH("part of a name").',
    ],
  ])('with %s is one cell', (options, cell) => {
    expect(ask(whole(), 'TRACE_TECH', COLUMN, 'name', options)).toEqual([[cell]]);
  });

  it('says none for a category and a vendor of the catalogue that no answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_TECH', 'shop.com', 'name, count', 'category=fraud')).toEqual([['none', 0]]);
    expect(ask(host, 'TRACE_TECH', 'shop.com', 'name', 'vendor=Meta')).toEqual([['none']]);
    expect(namesAsked(host)).toEqual([
      '/technologies?category=fraud&page=1&limit=10',
      '/technologies?vendor=Meta&page=1&limit=10',
    ]);
  });

  it('asks nothing of a category that an answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_TECH', [['shop.com'], ['app.com']], 'name', 'category=payments')).toEqual([
      ['Stripe'],
      ['none'],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it('shows the plain answer if the service does not filter', () => {
    const all = (): Exchange => json(200, { data: CATALOGUE, pagination: { has_next: false } });
    expect(ask(down(all), 'TRACE_TECH', 'shop.com', 'name', 'category=Widgets')).toEqual([['none']]);
    const refused = (): Exchange => json(422, { detail: [{ loc: ['query', 'vendor'], msg: 'Extra' }] });
    expect(ask(down(refused), 'TRACE_TECH', 'shop.com', 'name', 'vendor=Acme')).toEqual([['none']]);
  });

  it('with documented routes only says none', () => {
    expect(ask(without(), 'TRACE_TECH', 'shop.com', 'name', 'category=Widgets')).toEqual([['none']]);
  });

  it('with a catalogue that is down keeps what a filter finds, and does not say none', () => {
    const host = down(() => ({ ok: false, reason: 'unreachable' }));
    const options = 'category=Analytics, Fraud';
    expect(ask(host, 'TRACE_TECH', [['shop.com'], ['app.com']], 'name', options)).toEqual([
      ['Google Analytics'],
      [
        '! Trace could not check the name "Fraud". Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
      ],
    ]);
  });
});
