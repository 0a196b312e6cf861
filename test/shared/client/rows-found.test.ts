import { findRows } from '../../../shared/client/rows';

describe('rows are found', () => {
  const row = { slug: 'a' };
  it.each<[string, unknown, unknown]>([
    ['in the general envelope', { data: [row], pagination: { page: 1 } }, { rows: [row], about: {} }],
    ['in a batch', { results: [row], domains_found: 1 }, { rows: [row], about: { domains_found: 1 } }],
    [
      'beside a technology',
      { technology: { slug: 't' }, companies: [row] },
      { rows: [row], about: { technology: { slug: 't' } } },
    ],
    ['of a saved list', { members: [row], total: 1 }, { rows: [row], about: { total: 1 } }],
    ['of a graph', { nodes: [1], edges: [row] }, { rows: [row], about: { nodes: [1] } }],
    ['of a job', { job_id: 'j', domains: [row] }, { rows: [row], about: { job_id: 'j' } }],
    ['inside data', { data: { companies: [row] } }, { rows: [row], about: {} }],
    ['inside data that is a job', { data: { job_id: 'j', domains: [row] } }, { rows: [row], about: { job_id: 'j' } }],
    ['bare', [row], { rows: [row], about: {} }],
    ['as the only array, whatever its name', { stuff: [row], n: 1 }, { rows: [row], about: { n: 1 } }],
    [
      'nowhere in a company',
      { slug: 'a', domains: ['a.com'] },
      { rows: null, about: { slug: 'a', domains: ['a.com'] } },
    ],
    [
      'nowhere in a company inside data',
      { data: { slug: 'a', domains: [] } },
      { rows: null, about: { slug: 'a', domains: [] } },
    ],
    ['nowhere where several arrays are nameless', { a: [], b: [] }, { rows: null, about: { a: [], b: [] } }],
    ['nowhere in a text', 'Bad gateway', null],
    ['nowhere in nothing', null, null],
  ])('%s', (_name, body, found) => {
    expect(findRows(body)).toEqual(found);
  });
});
