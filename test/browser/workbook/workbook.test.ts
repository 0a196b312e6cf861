import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

/** One page, on which each subject begins beside the sample with blank cells. */
beforeAll(async () => {
  workbook = await WorkbookPage.openFour(served.browser, served.origin);
});
beforeEach(() => workbook.forgetRequests());
afterEach(() => {
  expect(workbook.errors).toEqual([]);
  const elsewhere = workbook.requests.filter((request) => !request.includes(` ${served.origin}/`));
  expect(elsewhere.filter((request) => !/ (data|blob):/.test(request))).toEqual([]);
});
afterAll(() => workbook.close());

function beginBesideSample(): void {
  beforeAll(() => workbook.blank('I2:T60'));
}

/** Eight that the sample has not asked for: six companies, one that is not tracked, one that is no domain. */
const OTHERS = ['github.com', 'vercel.com', 'cloudflare.com', 'salesforce.com', 'dropbox.com', 'zoom.us'];
const COLUMN = [...OTHERS, 'nobody.example', 'no domain'];

async function fillColumn(): Promise<void> {
  await workbook.fill(
    'A60:A67',
    'values',
    COLUMN.map((domain) => [domain]),
  );
}

describe('formulas typed by keyboard', () => {
  it('=TRACE_TECH(A2) shows the technologies of one company, by name', async () => {
    await workbook.select('I2');
    await workbook.typeText('=TRACE_TECH(A2)');
    await workbook.enter('Enter');
    const technologies = (await workbook.answer('I2')).split(', ');
    expect(technologies).toContain('Stripe');
    expect(technologies).toEqual([...technologies].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
  });

  it('=TRACE_TECH(A60:A67) shows one row for each of the eight, from one request', async () => {
    await fillColumn();
    await workbook.type('I20', '=TRACE_TECH(A60:A67)');
    expect(await workbook.answer('I20')).toContain('GitHub');
    const rows = (await workbook.shown('I20:I28')).map(([cell]) => cell);
    expect(rows.slice(0, 6).every((cell) => cell?.includes(', '))).toBe(true);
    expect(rows.slice(6)).toEqual(['not tracked', '#VALUE!', '']);
    expect(workbook.apiRequests()).toEqual([`POST ${served.origin}/v1/companies/batch`]);
  });

  it.each([
    ['I4', '=TRACE_TECH()', 'The domains argument is missing. Write =TRACE_TECH(A2).'],
    ['I5', '=TRACE_PARTNERED(A2)', 'The second company is missing. Write =TRACE_PARTNERED(A2,B2).'],
    ['I6', '=TRACE_PARTNERED(A2,,"partnered")', 'The second company is missing. Write =TRACE_PARTNERED(A2,B2).'],
  ])('in %s, %s says what it lacks', async (cell, formula, sentence) => {
    await workbook.type(cell, formula);
    expect(await workbook.answer(cell)).toBe('#VALUE!');
    await workbook.select(cell);
    await workbook.page.locator('#cell-sentence', { hasText: sentence }).waitFor();
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('each function is answered', async () => {
    await workbook.type('K2', '=TRACE_PARTNERS(A2,,"top=3")');
    await workbook.type('K3', '=TRACE_COMPANY(A2,"name, employee_count")');
    await workbook.type('K4', '=TRACE_HAS_TECH(A2,"Stripe")');
    await workbook.type('K6', '=TRACE_FIELDS()');
    expect((await workbook.answer('K2')).split(', ')).toHaveLength(3);
    expect(await workbook.answer('K3')).toBe('Stripe');
    expect(await workbook.shown('L3')).toEqual([[expect.stringMatching(/^\d+$/)]]);
    expect(await workbook.answer('K4')).toBe('TRUE');
    await workbook.type('K5', '=TRACE_COMPANY("stripe.com","employee_count")');
    expect(await workbook.answer('K5')).toBe('8,500');
    await workbook.waitUntil('K6:K8', (cells) => cells.every((cell) => cell !== '' && cell !== '#BUSY!'));
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('the functions of the grid itself are explained too, although these texts come late', async () => {
    await workbook.select('I30');
    await workbook.typeText('=SUMI');
    await workbook.page.getByText('Adds the cells specified by a given criteria').waitFor();
    await workbook.cancel();
  });

  it('the arguments are explained while it is typed', async () => {
    await workbook.select('I30');
    await workbook.typeText('=TRACE_TECH(');
    await workbook.page.getByText('Domains, URLs').or(workbook.page.getByText('domains')).first().waitFor();
    await workbook.cancel();
  });
});

describe('what a cell shows', () => {
  beginBesideSample();

  it('an error has its sentence under the formula bar while its cell is active, also in a spilled table', async () => {
    await fillColumn();
    await workbook.fill('I20', 'formulas', [['=TRACE_TECH(A60:A67)']]);
    await workbook.answer('I20');
    await workbook.select('I27');
    await workbook.sentence('"no domain"');
    await workbook.select('I26');
    await workbook.sentence('Trace has no data on');
  });

  it('a name that is nearly ours is explained', async () => {
    await workbook.fill('K2', 'formulas', [['=TRACE_TEHC(A2)']]);
    await workbook.waitUntil('K2', ([shown]) => shown === '#NAME?');
    await workbook.select('K2');
    expect(await workbook.sentence('TRACE_TEHC')).toBe('There is no function TRACE_TEHC. Did you mean TRACE_TECH?');
  });

  it('what other spreadsheets take is explained: a range without an end, and semicolons', async () => {
    await workbook.fill('K2', 'formulas', [['=TRACE_TECH(A4:A)']]);
    await workbook.waitUntil('K2', ([shown]) => shown === '#VALUE!');
    await workbook.select('K2');
    expect(await workbook.sentence('end of the range')).toMatch(
      /^This grid needs an end of the range\. Write A4:A\d+ or A:A\.$/,
    );
    await workbook.fill('K2', 'formulas', [['=SUM(1;2)']]);
    await workbook.sentence('Use a comma between arguments, not a semicolon.');
  });

  it('the line of explanations has one height, so that two clicks hit the same cell', async () => {
    const height = async () => (await workbook.page.locator('#cell-sentence').boundingBox())!.height;
    await workbook.select('L9');
    await workbook.sentence('');
    const empty = await height();
    await workbook.fill('K2', 'formulas', [['=TRACE_COMPANY("stripe.com","' + 'long '.repeat(60) + '")']]);
    await workbook.select('K2');
    await workbook.sentence('field');
    expect(await height()).toBe(empty);
  });

  it('a blank input stays blank and asks nothing', async () => {
    await workbook.fill('I2', 'formulas', [['=TRACE_TECH(A90)']]);
    await workbook.fill('I3', 'formulas', [['=COUNTA(A1:A5)']]);
    expect(await workbook.answer('I3')).toBe('5');
    expect(await workbook.shown('I2')).toEqual([['']]);
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('a text that looks like a date stays text', async () => {
    await workbook.fill('L2', 'formulas', [['=TRACE_COMPANY(A2,"employee_range")']]);
    expect(await workbook.answer('L2')).toMatch(/^\d+-\d+$/);
  });

  it('what a person types over a formula is not replaced by the answer that arrives meanwhile', async () => {
    await workbook.fill('L4', 'formulas', [['=TRACE_COMPANY(P4,"name")']]);
    await workbook.fill('P4', 'values', [['stripe.com']]);
    await workbook.waitUntil('L4', ([name]) => name === 'Stripe');
    await workbook.select('L4');
    await workbook.typeAtOnce('mine, ');
    await workbook.fill('P4', 'values', [['slack.com']]);
    await workbook.waitUntil('L4', ([name]) => name === 'Slack');
    await workbook.typeAtOnce('all of it');
    await workbook.enter('Enter');
    expect(await workbook.shown('L4')).toEqual([['mine, all of it']]);
  });

  it('a cell that a person leaves with Escape shows what has arrived, also while it is edited again', async () => {
    await workbook.select('L5');
    await workbook.typeAtOnce('mine');
    await workbook.fill('L5', 'values', [['arrived']]);
    await workbook.cancel();
    expect(await workbook.shown('L5')).toEqual([['arrived']]);
    await workbook.page.keyboard.press('F2');
    await workbook.typeAtOnce('!');
    await workbook.enter('Enter');
    expect(await workbook.shown('L5')).toEqual([['arrived!']]);
  });

  it('other functions see the error and the table', async () => {
    await workbook.fill('M2', 'formulas', [['=IFERROR(TRACE_TECH("not a domain"),"nothing")']]);
    await workbook.fill('M3', 'formulas', [['=ROWS(TRACE_TECH(A2:A5))']]);
    expect(await workbook.answer('M2')).toBe('nothing');
    await workbook.waitUntil('M3', ([rows]) => rows === '4');
  });

  it('a table does not run over what is there', async () => {
    await workbook.fill('N4', 'values', [['mine']]);
    await workbook.fill('N2', 'formulas', [['=TRACE_TECH(A2:A5)']]);
    await workbook.waitUntil('N2', ([first]) => first === '#SPILL!');
    expect(await workbook.shown('N4')).toEqual([['mine']]);
    await workbook.clear('N4');
    await workbook.waitUntil('N4', ([cell]) => cell?.includes('HubSpot') === true);
  });
});

describe('requests', () => {
  beginBesideSample();

  it('a changed input costs exactly one for each kind of answer, and another cell none', async () => {
    await workbook.type('A2', 'company-1.example');
    await workbook.waitUntil('B2:G2', ([name, ...others]) => name === 'Company 1' && !others.includes('#BUSY!'));
    await workbook.fill('I5', 'values', [['anything']]);
    await workbook.fill('I6', 'formulas', [['=1+1']]);
    expect(await workbook.answer('I6')).toBe('2');
    expect(workbook.apiRequests().sort()).toEqual([
      `GET ${served.origin}/v1/companies/company-1.example/partnerships?sort=-last_observed_at&page=1&limit=3`,
      `POST ${served.origin}/v1/companies/batch`,
    ]);
  });
});
