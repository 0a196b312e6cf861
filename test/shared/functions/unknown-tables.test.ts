import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { json } from '../../fakes/memory-host';
import { ask, hostWith, pathsOf } from '../../fakes/routes-api';
import { catalogue } from '../../fakes/technology-catalogue';

describe('tables', () => {
  const missing = (): Exchange => json(404, { detail: { error: 'technology_not_found', message: 'No.' } });
  const empty = { companies: [], pagination: { has_next: false } };

  it('TRACE_TECH_COMPANIES suggests names', () => {
    const host = hostWith({ 'technologies.search': catalogue, 'technologies.companies': missing });
    const cell = [['! Trace does not know the technology "Stripes". Did you mean Stripe?']];
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'Stripes')).toEqual(cell);
    expect(pathsOf(host)).toEqual(['/technologies?q=Stripes&page=1&limit=100', '/technologies?q=str&page=1&limit=100']);
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripes')).toEqual([
      ['! Trace does not know the technology "stripes". Did you mean Stripe?'],
    ]);
  });

  it.each([
    ['TRACE_TECH_COMPANIES', 'stripes', '! Trace does not know the technology "stripes". Did you mean Stripe?'],
    ['TRACE_VENDOR_COMPANIES', 'Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
  ] as const)('%s of an unknown name is no empty table', (id, name, cell) => {
    const answers = { 'technologies.search': catalogue, 'technologies.companies': empty, 'vendors.companies': empty };
    expect(ask(hostWith(answers), id, name)).toEqual([[cell]]);
    const documented = { 'technologies.search': catalogue, 'companies.search': { data: [] } };
    expect(ask(hostWith(documented), id, name)).toEqual([[cell]]);
  });

  it('a known name without companies is none, and so is any where there is no catalogue', () => {
    const host = hostWith({ 'technologies.search': catalogue, 'technologies.companies': empty });
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'headers=0')).toEqual([['none']]);
    const documented = hostWith({ 'companies.search': { data: [] } });
    expect(ask(documented, 'TRACE_TECH_COMPANIES', 'stripes', 'name', 'headers=0')).toEqual([['none']]);
  });

  it('TRACE_TECH_SEARCH says that a category is not known', () => {
    const host = hostWith({ 'technologies.search': catalogue });
    expect(ask(host, 'TRACE_TECH_SEARCH', 'stripe', 'name', 'category=Payment')).toEqual([
      ['! Trace does not know the category "Payment". Did you mean Payments?'],
    ]);
    expect(ask(host, 'TRACE_TECH_SEARCH', 'react', 'name', 'category=Payments;headers=0')).toEqual([['none']]);
  });
});

describe('TRACE_SEARCH', () => {
  const germans = ({ path }: HttpRequest): Exchange => {
    const country = new URLSearchParams(path.split('?')[1]).get('country');
    return json(200, { data: country === 'Germany' ? [{ slug: 'a', name: 'A', country }] : [] });
  };

  it.each(['Germany', 'germany', 'DE', 'de', 'DEU'])('finds companies of %s', (country) => {
    const host = hostWith({ 'companies.search': germans });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', `country=${country};headers=0`)).toEqual([['A']]);
    expect(pathsOf(host)).toEqual(['/companies?country=Germany&page=1&limit=25']);
  });

  it('finds companies also where Trace says codes', () => {
    const codes = ({ path }: HttpRequest): Exchange =>
      json(200, { data: path.includes('country=US&') ? [{ slug: 'a', name: 'A' }] : [] });
    const host = hostWith({ 'companies.search': codes });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=USA;headers=0')).toEqual([['A']]);
  });

  it('finds companies also where Trace says what was typed, and neither the name nor the code', () => {
    const own = ({ path }: HttpRequest): Exchange =>
      json(200, { data: path.includes('country=UK&') ? [{ slug: 'a', name: 'A' }] : [] });
    const host = hostWith({ 'companies.search': own });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=UK;headers=0')).toEqual([['A']]);
  });

  it.each([
    ['country=Germny', '! Trace does not know the country "Germny". Did you mean Germany?', 0],
    [
      'country=Atlantis',
      '! Trace does not know the country "Atlantis". Use its English name or ISO code, such as Germany or DE.',
      1,
    ],
    [
      'country=#REF!',
      "! The country argument is #REF!. Put quotes around it, such as country='Name', or correct its cell.",
      0,
    ],
  ])('with %s says what is wrong', (options, cell, requests) => {
    const host = hostWith({ 'companies.search': { data: [] } });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', options)).toEqual([[cell]]);
    expect(host.requests).toHaveLength(requests);
  });

  it('a country that is not in the table is known where Trace has companies there', () => {
    const host = hostWith({ 'companies.search': { data: [{ slug: 'a', name: 'A', country: 'Scotland' }] } });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=Scotland;headers=0')).toEqual([['A']]);
  });

  it.each([
    [
      'technology=Googel Analytics',
      '! Trace does not know the technology "Googel Analytics". Did you mean Google Analytics?',
    ],
    ['vendor=Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
  ])('with %s says what is meant', (options, cell) => {
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': catalogue });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', options)).toEqual([[cell]]);
  });

  it('with a catalogue that is down is no empty table', () => {
    const unreachable = (): Exchange => ({ ok: false, reason: 'unreachable' });
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': unreachable });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'technology=Preact')).toEqual([
      [
        '! Trace could not check the name "Preact". Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
      ],
    ]);
  });
});
