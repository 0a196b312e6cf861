import fc from 'fast-check';
import { FUNCTIONS } from '../../../shared/catalogue/index';
import { OPTIONS } from '../../../shared/catalogue/options';
import type { Table } from '../../../shared/cells/values';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { answer, anyBody, anyExchange, everythingIn, isCell, isRectangle } from '../../fakes/any-body';
import { companyApi, MemoryHost } from '../../fakes/memory-host';
import { anyAddress } from '../../setup/any-address';
import { anyCharacter } from '../../setup/any-character';
import { times } from '../../setup/chance';

const RUNS = { numRuns: times(100) };
/** A separator that no random text contains, so that joined values can be split again. */
const SEPARATOR = '\u0001';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    null,
    undefined,
    0,
    '#N/A',
    'Loading...',
    '(preview)',
    true,
    false,
    'stripe.com',
    'a.example',
    'slug',
  ),
  fc.string(),
  fc.string({ unit: anyCharacter }),
  fc.double(),
  fc.integer(),
  fc.date(),
  fc.domain(),
  fc.emailAddress(),
  anyAddress,
  fc.object(),
);
const fieldText = fc.oneof(
  fc
    .subarray(FUNCTIONS.flatMap(({ fields }) => fields.map(({ name }) => name)))
    .map((names) => names.slice(0, 4).join(',')),
  fc.string(),
  cell,
);
const optionText = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys(OPTIONS)),
        fc.oneof(fc.constantFrom('1', '3', 'spill', 'columns', '-name', "'; '", '2d'), fc.string()),
      ),
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join(';')),
  fc.string(),
  fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 4 }),
  cell,
);
const functionId = fc.constantFrom(...FUNCTIONS.map(({ id }) => id));
const column = fc.array(
  cell.map((value) => [value]),
  { minLength: 2, maxLength: 8 },
);

describe('whatever is typed', () => {
  it('is answered with a rectangle of cells', () => {
    fc.assert(
      fc.property(
        functionId,
        fc.oneof(cell, column, fc.array(fc.array(cell))),
        fieldText,
        optionText,
        (id, inputs, fields, options) => {
          const table = runSync(callFunction(id, [inputs, fields, options]), new MemoryHost(companyApi({})).performers);
          return isRectangle(table) && table.flat().every(isCell);
        },
      ),
      RUNS,
    );
  });

  it('is answered with one row for each input row, to the last one that is not blank', () => {
    fc.assert(
      fc.property(column, (inputs) => {
        const table = runSync(
          callFunction('TRACE_TECH', [[...inputs, ['stripe.com']], 'name, count']),
          new MemoryHost(companyApi({})).performers,
        );
        return table.length === inputs.length + 1 && table.every((row) => row.length === 2);
      }),
      RUNS,
    );
  });
});

describe('whatever the service answers', () => {
  it('every cell of every function settles, and the same way each time', () => {
    const example = fc.constantFrom(
      ...FUNCTIONS.flatMap(({ id, examples }) => examples.map(({ args }) => [id, args] as const)),
    );
    fc.assert(
      fc.property(example, fc.array(anyExchange, { minLength: 1, maxLength: 3 }), ([id, args], exchanges) => {
        const run = (): Table => {
          const host: MemoryHost = new MemoryHost(() => exchanges[host.requests.length % exchanges.length]!);
          return runSync(callFunction(id, args), host.performers);
        };
        const table = run();
        return isRectangle(table) && table.flat().every(isCell) && JSON.stringify(table) === JSON.stringify(run());
      }),
      { numRuns: times(150) },
    );
  });

  it('no value is shown that it did not say', () => {
    fc.assert(
      fc.property(fc.constantFrom('TRACE_TECH', 'TRACE_COMPANY', 'TRACE_PARTNERS'), anyBody, (id, body) => {
        const host = new MemoryHost(() => answer(200, JSON.stringify(body)));
        const table = runSync(callFunction(id, ['stripe.com', 'name', `sep=${SEPARATOR}`]), host.performers);
        const said = new Set(['', 'none', 'not tracked', ...everythingIn(body)]);
        return table.flat().every(
          (shown) =>
            shown instanceof TraceError ||
            String(shown)
              .replace(/(^| )… \+\d+ more$/, '')
              .split(SEPARATOR)
              .every((part) => said.has(part)),
        );
      }),
      { numRuns: times(100) },
    );
  });

  it('the answer of one company is never shown for another', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a.example', 'b.example', 'c.example', 'd.example']), (domains) => {
        const results = domains.map((domain) => ({ domain, status: 'found', company: { name: domain.toUpperCase() } }));
        const host = new MemoryHost(() => answer(200, JSON.stringify({ results })));
        const asked = ['d.example', 'c.example', 'b.example', 'a.example'];
        const table = runSync(callFunction('TRACE_COMPANY', [asked.map((domain) => [domain])]), host.performers);
        return table.every(([name], index) =>
          domains.includes(asked[index]!) ? name === asked[index]!.toUpperCase() : name instanceof TraceError,
        );
      }),
    );
  });
});
