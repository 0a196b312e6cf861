import { FUNCTIONS, type FunctionId } from '../../../shared/catalogue/index';
import { problemTextsOf } from '../../../shared/cells/option-pairs';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import type { LookupOutcome } from '../../../shared/records/outcome';
import type { ShownAnswer } from '../../../shared/lookup/ports';
import { companyApi, json, MemoryHost } from '../../fakes/memory-host';
import { ask, hostWith } from '../../fakes/routes-api';

const API = companyApi({ 'a.com': { name: 'A', primary_domain: 'a.com', technologies: [] } });
const host = (): MemoryHost => new MemoryHost(API);
const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);
/** The arguments of a function, all left out but the options. */
const withOptions = (id: FunctionId, options: unknown, first: unknown = '') => {
  const { params } = FUNCTIONS.find((spec) => spec.id === id)!;
  return params.map(({ takes }, index) =>
    takes === 'options' ? options : index === 0 ? first : takes === 'otherInputs' ? 'b.com' : '',
  );
};

/** Two companies, each of which is looked up as told. */
const withLookups = (outcome: LookupOutcome) =>
  runSync(callFunction('TRACE_COMPANY', [column('a.com', 'b.com'), 'name', 'if_problem=-']), {
    ...host().performers,
    lookup: ({ identifiers }) => new Map(identifiers.map((identifier) => [identifier, outcome])),
  });

describe('if_problem=', () => {
  it.each(FUNCTIONS.map(({ id }) => id))('is an option of %s, of which a problem is one blank cell', (id) => {
    const failing = new MemoryHost(() => json(500, {}));
    const first = id === 'TRACE_COST' ? [['a.com', 'b.com']] : id === 'TRACE_LISTS' ? 'no such field' : '#N/A';
    const args = withOptions(id, "if_problem=''", first);
    expect(
      ask(failing, id, ...args)
        .flat()
        .every((cell) => cell === ''),
    ).toBe(true);
    const plain = ask(failing, id, ...withOptions(id, '', first)).flat();
    expect(plain.some((cell) => String(cell).startsWith('! '))).toBe(true);
  });

  it.each([
    ['of the formula', ['a.com', 'nam', 'if_problem=-'], [['-']]],
    ['of its shape', [[['a.com', 'b.com']], '', 'if_problem=-'], [['-']]],
    ['that is an argument left out', [null, '', 'if_problem=-'], [['-']]],
    [
      'of one row, in every column',
      [column('a.com', '#N/A'), 'name, slug', 'if_problem=-'],
      [
        ['A', ''],
        ['-', '-'],
      ],
    ],
    ['of an input that still loads', ['Loading...', 'name', 'if_problem=-'], [['-']]],
    ['with a quoted text', ['x y', 'name', "if_problem='no; such = one'"], [['no; such = one']]],
    ['with nothing', ['x y', 'name', 'if_problem='], [['']]],
    ['with options in two columns', ['x y', 'name', [['IF_PROBLEM', 'no']]], [['no']]],
    [
      'beside other options',
      [column('x y', 'b.com'), 'name', 'if_none=?;if_problem=!;headers=1'],
      [['name'], ['!'], ['?']],
    ],
  ])('replaces a problem %s', (_name, args, cells) => {
    expect(ask(host(), 'TRACE_COMPANY', ...args)).toEqual(cells);
  });

  it.each([
    [
      'an answer, a blank one and what Trace does not track',
      column('a.com', '', 'b.com'),
      [['A'], [''], ['not tracked']],
    ],
  ])('never replaces %s', (_name, inputs, cells) => {
    expect(ask(host(), 'TRACE_COMPANY', inputs, 'name', 'if_problem=-')).toEqual(cells);
  });

  it('never replaces an empty list', () => {
    expect(ask(host(), 'TRACE_TECH', 'a.com', '', 'if_problem=-')).toEqual([['none']]);
  });

  it.each([
    ['if_problem', '! "if_problem" is not an option.'],
    ['if_problem=-;tpo=3', '! There is no option "tpo" here.'],
    ['if_problem=-;headers=7', '! headers accepts 0, 1 or 2'],
    ['if_problem=-, headers=1', '! Use ; between options:'],
  ])('does not hide what is wrong with the options: %s', (options, beginning) => {
    expect(String(ask(host(), 'TRACE_COMPANY', '#N/A', '', options)[0]![0]).startsWith(beginning)).toBe(true);
  });

  it('replaces what waits for the user or a limit, and for a service that fails', () => {
    const error = new TraceError('waitsForConsent', { credits: 1 });
    expect(withLookups({ is: 'failed', error })).toEqual([['-'], ['-']]);
    const failing = new MemoryHost(() => json(500, {}));
    expect(ask(failing, 'TRACE_COMPANY', 'a.com', 'name', 'if_problem=-')).toEqual([['-']]);
  });

  it('does not stand for a preview', () => {
    expect(withLookups({ is: 'notAsked' })).toEqual([['(preview)'], ['(preview)']]);
  });
});

describe('the saved answers of a formula with if_problem=', () => {
  function kept(id: FunctionId, ...args: readonly unknown[]): readonly ShownAnswer[] {
    const answers: ShownAnswer[] = [];
    runSync(callFunction(id, args), {
      ...host().performers,
      keepShown: (effect) => void answers.push(...effect.answers()),
    });
    return answers;
  }

  it('are answers alone, never the replacement of a problem', () => {
    const answers = kept('TRACE_COMPANY', column('a.com', 'x y', '#N/A'), 'name', 'if_problem=-');
    expect(answers.map(({ key, lines }) => [key, lines])).toEqual([['a.com', [['A']]]]);
  });

  it.each([
    ['top=3', 'top=3;if_problem=-'],
    ['top=3', "IF_PROBLEM='a;b' ; top=3"],
    ['', "if_problem=''"],
    ['', undefined],
    [
      [['top', 3]],
      [
        ['if_problem', 'x'],
        ['top', 3],
      ],
    ],
    [[['top=3']], [['top=3'], ['if_problem=x']]],
    ['', [['if_problem', '']]],
  ])('has the signature of the same formula without it: %j, %j', (plain, options) => {
    const signatureOf = (given: unknown) => kept('TRACE_TECH', 'a.com', 'name', given)[0]?.signature;
    expect({ signature: signatureOf(options), type: typeof signatureOf(options) }).toEqual({
      signature: signatureOf(plain),
      type: 'string',
    });
  });

  it('is told from that of other options', () => {
    const signatureOf = (given: unknown) => kept('TRACE_TECH', 'a.com', 'name', given)[0]?.signature;
    expect(signatureOf('if_none=a;if_problem=b')).not.toBe(signatureOf('if_problem=b'));
  });
});

it.each([
  ['=TRACE_TECH(A2,,"top=3;if_problem=-")', ['-']],
  ['=IFERROR(TRACE_TECH(A2;;"If_Problem=\'\'");"")', ['']],
  ['=TRACE_TECH(A2,,"if_problem=say ""no""")', ['say "no"']],
  ['=TRACE_TECH(A2,,"if_problem")', []],
  ['=TRACE_TECH(A2,"name","top=3")', []],
  ['=TRACE_TECH(A2,,D1)', []],
])('%s says what it shows instead of problems: %j', (formula, texts) => {
  expect(problemTextsOf(formula)).toEqual(texts);
});

it('a list that is refused shows it too', () => {
  expect(ask(hostWith({}), 'TRACE_LIST', 'no/such', '', 'if_problem=-')).toEqual([['-']]);
});
