import fc from 'fast-check';
import {
  readFilterFields,
  readDefinition,
  readListsPage,
  readMembersPage,
  readPreviewCount,
  readSavedList,
  readTierCounts,
} from '../../../../shared/client/resources/list-answers';
import { readFlag } from '../../../../shared/client/resources/flags';
import { readJob, readJobId } from '../../../../shared/client/resources/jobs';
import { times } from '../../../setup/chance';

const RUNS = { numRuns: times(200) };

const READERS: readonly [name: string, read: (body: unknown) => unknown][] = [
  ['readFilterFields', readFilterFields],
  ['readFlag', readFlag],
  ['readJob', readJob],
  ['readJobId', readJobId],
  ['readDefinition', readDefinition],
  ['readListsPage', readListsPage],
  ['readMembersPage', readMembersPage],
  ['readPreviewCount', readPreviewCount],
  ['readSavedList', readSavedList],
  ['readTierCounts', readTierCounts],
];

const NAMES = [
  'data',
  'list',
  'lists',
  'list_id',
  'id',
  'name',
  'access_level',
  'definition',
  'tree',
  'registry_version',
  'created_at',
  'members',
  'company',
  'domain',
  'slug',
  'tier',
  'score',
  'total',
  'pagination',
  'count',
  'counts',
  'high',
  'medium',
  'fields',
  'operators',
  'type',
  'job',
  'job_id',
  'status',
  'state',
  'domains',
  'results',
  'detail',
  'flag_id',
  'company_id',
  'constructor',
  '__proto__',
];

/** Bodies of the right names with anything below them, and anything at all. */
const { body } = fc.letrec((tie) => ({
  body: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, undefined, true, '', ' ', 'a.example', '7', 'completed', '2026-06-01T00:00:00Z'),
    fc.oneof(fc.integer(), fc.double(), fc.string()),
    fc.array(tie('body'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('body'), { maxKeys: 6 }),
    fc.anything(),
  ),
}));

/** Every text, number and truth value in what was given or read, as text. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim(), value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  return Object.entries(value).flatMap(([name, inner]) => [name, name.trim(), ...valuesIn(inner)]);
}

/** What a reader counts itself, and does not take from the body. */
const COUNTED = ['rows'];

function takenIn(read: unknown): readonly string[] {
  if (typeof read === 'string' || typeof read === 'number') return [String(read)];
  if (typeof read !== 'object' || read === null) return [];
  if (Array.isArray(read)) return read.flatMap(takenIn);
  return Object.entries(read)
    .filter(([name]) => !COUNTED.includes(name) && name !== 'rest' && name !== 'tree')
    .flatMap(([, inner]) => takenIn(inner));
}

describe.each(READERS)('%s', (_name, read) => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(body, (given) => void read(given)),
      RUNS,
    );
  });

  it('never invents: all it tells was in the body', () => {
    fc.assert(
      fc.property(body, (given) => {
        const inBody = new Set(valuesIn(given).flatMap((text) => [text, String(Number(text))]));
        expect(takenIn(read(given)).filter((text) => !inBody.has(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('survives a body of nothing but wrappers', () => {
    const deep = '{"data":'.repeat(20_000) + 'null' + '}'.repeat(20_000);
    expect(() => read(JSON.parse(deep))).not.toThrow();
  });
});
