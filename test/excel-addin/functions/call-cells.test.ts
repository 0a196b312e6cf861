import { noteDateShift } from '../../../excel-addin/functions/date-shift';
import { readArgument, toMatrix } from '../../../excel-addin/functions/call';
import { TraceError } from '../../../shared/formulas';

/** Like Microsoft's: a class with a code, whose instances are in result tables. */
class ErrorCell {
  readonly type = 'Error';
  readonly basicValue: string;

  constructor(
    readonly code: string,
    readonly message: string,
  ) {
    this.basicValue = code;
  }
}

const ErrorCode = { invalidValue: '#VALUE!', notAvailable: '#N/A' };
const page = globalThis as { CustomFunctions?: object; Office?: object };

function supporting(version: number): object {
  const isSetSupported = (name: string, asked: string): boolean =>
    name === 'CustomFunctionsRuntime' && Number(asked) <= version;
  return { context: { requirements: { isSetSupported } } };
}

beforeEach(() => {
  page.CustomFunctions = { Error: ErrorCell, ErrorCode };
  page.Office = supporting(1.4);
  noteDateShift(0);
});

afterAll(() => {
  delete page.CustomFunctions;
  delete page.Office;
});

describe('what Excel gives', () => {
  it.each<[string, unknown, unknown]>([
    ['a left out argument stays left out', null, null],
    [
      'plain cells stay as they are',
      [['stripe.com'], [0], [true], [null], ['']],
      [['stripe.com'], [0], [true], [null], ['']],
    ],
    ['an error is read as its code', [[new ErrorCell('#N/A', '')]], [['#N/A']]],
    ['an error with nothing but its code too', [[{ code: '#REF!' }]], [['#REF!']]],
    [
      'an error value is read as its basic value',
      [[{ type: 'Error', basicType: 'Error', basicValue: '#DIV/0!', errorType: 'Div0', text: 'x' }]],
      [['#DIV/0!']],
    ],
    [
      'a formatted number is read as its number',
      [[{ type: 'Double', basicType: 'Double', basicValue: 46174, numberFormat: 'yyyy-mm-dd' }]],
      [[46174]],
    ],
    [
      'an entity is read as the text that it shows',
      [[{ type: 'Entity', basicType: 'Error', basicValue: '#VALUE!', text: 'stripe.com', properties: {} }]],
      [['stripe.com']],
    ],
    [
      'an entity with a basic value of its own is read as that',
      [[{ type: 'Entity', basicType: 'String', basicValue: 'shopify.com', text: 'Shopify' }]],
      [['shopify.com']],
    ],
    [
      'a picture is read as the error that cells without pictures show',
      [[{ type: 'WebImage', basicType: 'Error', basicValue: '#VALUE!', address: 'https://x.example/a.png' }]],
      [['#VALUE!']],
    ],
    ['a single cell is read like one of a range', new ErrorCell('#N/A', ''), '#N/A'],
  ])('%s', (_title, received, expected) => {
    expect(readArgument(received)).toEqual(expected);
  });
});

describe('what Excel gets', () => {
  it('text, numbers and truth values, as they are', () => {
    expect(
      toMatrix([
        ['Stripe', 25, true],
        ['', 0, false],
      ]),
    ).toEqual([
      ['Stripe', 25, true],
      ['', 0, false],
    ]);
  });

  it('a blank for what it would show as 0 or as an error', () => {
    const unexpected = [undefined, null, NaN, Infinity] as never[];
    expect(toMatrix([unexpected])).toEqual([['', '', '', '']]);
  });

  it('a correctable problem as #VALUE! with its sentence', () => {
    const [[cell]] = toMatrix([[new TraceError('inputIsDate', {})]]) as [[unknown]];
    expect(cell).toEqual(
      new ErrorCell('#VALUE!', 'The input is a date, not a company. Use a domain such as stripe.com.'),
    );
  });

  it('any other problem as #N/A with its sentence', () => {
    const [[cell]] = toMatrix([[new TraceError('timedOut', {})]]) as [[unknown]];
    expect(cell).toEqual(
      new ErrorCell('#N/A', 'Trace took too long. Wait a minute, then choose Retry problems on a computer.'),
    );
  });

  it('an error that answers with its problem when asked, and never lists it', () => {
    const [[cell]] = toMatrix([[new TraceError('timedOut', {})]]) as [[{ readonly problem: unknown }]];
    expect({ problem: cell.problem, isListed: Object.keys(cell).includes('problem') }).toEqual({
      problem: 'timedOut',
      isListed: false,
    });
  });

  it('what a newcomer meets as a text, since the desktop shows no message of an error', () => {
    expect(toMatrix([[new TraceError('noKey', {}), new TraceError('waitsForConsent', { credits: 1 })]])).toEqual([
      [
        '#TRACE: No API key. Open the Trace panel and paste yours.',
        '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.',
      ],
    ]);
  });

  it('every problem as a text where there is no CustomFunctions.Error', () => {
    page.CustomFunctions = {};
    expect(toMatrix([[new TraceError('timedOut', {})]])).toEqual([
      ['#TRACE: Trace took too long. Wait a minute, then choose Retry problems on a computer.'],
    ]);
  });
});

describe('a day', () => {
  const dateCell = (basicValue: number): object => ({
    type: 'Double',
    basicType: 'Double',
    basicValue,
    numberFormat: 'yyyy-mm-dd',
  });

  it.each<[string, unknown]>([
    ['2026-06-01', dateCell(46174)],
    ['1970-01-01', dateCell(25569)],
    ['1900-03-01', dateCell(61)],
    ['1900-02-28', '1900-02-28'],
    ['1850-01-01', '1850-01-01'],
  ])('%s is a number with a date format where Excel counts its days right, else text', (day, expected) => {
    expect(toMatrix([[{ day }]])).toEqual([[expected]]);
  });

  it.each<[string, object | undefined]>([
    ['in an older Excel', supporting(1.3)],
    ['before Office knows its host', {}],
    ['without Office', undefined],
  ])('is text %s', (_where, office) => {
    if (office === undefined) delete page.Office;
    else page.Office = office;
    expect(toMatrix([[{ day: '2026-06-01' }]])).toEqual([['2026-06-01']]);
  });

  it('is counted as the workbook does where that counts from 1904', () => {
    noteDateShift(1_462);
    expect(toMatrix([[{ day: '2026-06-01' }, { day: '1904-03-01' }]])).toEqual([[dateCell(44_712), '1904-03-01']]);
  });

  it('is text until the page knows how the workbook counts', () => {
    Reflect.deleteProperty(globalThis, Symbol.for('trace.dateShift'));
    expect(toMatrix([[{ day: '2026-06-01' }]])).toEqual([['2026-06-01']]);
  });
});
