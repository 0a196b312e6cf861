import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A name for credits, and a call that answers with them. */
const AMOUNT =
  '(?:[a-z]*[cC]redits?|[a-z]*[pP]rices?|[a-z]*[cC]osts?|countedPartners|CHARGE_OF_[A-Z]+|(?:priceOf|chargeOf)\\w*\\([^()]*\\))';
/** A number of credits that is neither asked for nor nothing. */
const OWN = '(?:[1-9][\\d_]*|(?!CHARGE_OF_)[A-Z][A-Z_]+|[\\w.]+\\.(?:length|size))(?![\\w(.])';

/** How a file decides on a price, as far as its text shows: rules in other words are left to a reviewer. */
const RULES = new RegExp(
  [
    // The cost of one lookup, without what was paid for, and what an answer may have cost besides.
    '\\b(?:costOf|priceOfOne)\\b',
    '\\binDoubt: ',
    // Credits are worked out.
    `\\b${AMOUNT} [-+*/] |[-+*/] \\(?${AMOUNT}(?!\\w)|Math\\.(?:min|max)\\((?:[^()]|\\([^()]*\\))*\\b${AMOUNT}(?!\\w)`,
    // Credits are a number of the file's own.
    `\\bcredits(?:=\\{|: | = )${OWN}|\\b[bB]udget\\.(?:hold|lose)\\(\\w+, ${OWN}`,
  ].join('|'),
  'g',
);

/** Sums of what is reserved, spent or allowed, which are no prices: at most so many in each file. */
const ALLOWED: Readonly<Record<string, number>> = {
  // What is still reserved of a grant that is settled in parts.
  'excel-addin/stored/spending.ts': 1,
  // What reading a list has cost at most.
  'shared/panel/lists/fetch-members.ts': 1,
  // The lower of a limit and a price.
  'shared/panel/enrich/run-limit.ts': 1,
  // What is left of a limit for the whole.
  'shared/panel/enrich/ended-view.tsx': 1,
  // What was spent for certain.
  'shared/panel/common/credits-used.ts': 1,
};

function rulesIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  return code.replace(/\s+/g, ' ').match(RULES) ?? [];
}

it('prices are decided in credits', () => {
  const folders = ['shared', 'apps-script', 'excel-addin', 'workbook'];
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders]);
  const paths = listed.toString().split('\n');
  const sources = paths.filter((path) => /\.tsx?$/.test(path) && existsSync(path));
  const others = sources.filter((path) => !path.startsWith('shared/credits/'));
  const found = others.map((path) => [path, rulesIn(readFileSync(path, 'utf8'))] as const);
  expect(found.filter(([path, rules]) => rules.length > (ALLOWED[path] ?? 0))).toEqual([]);
});

it.each([
  ["names.reduce((sum, name) => sum + costOf('rows', name), 0)", 1],
  ["outcomes.set(each, { is: 'failed', error, inDoubt: rows });", 1],
  ['return leastCredits - countedPartners;', 1],
  ['const credits = chargeOfRows(one) + chargeOfRows(other);', 1],
  ['Math.min(left, priceOfRows(top))', 1],
  ['<PriceButton label="Add partners" credits={MOST_NODES} />', 1],
  ["new TraceError('runCapReached', { credits: 1 })", 1],
  ['credits = identifiers.length,', 1],
  ['budget.hold(name, 1, nowMs);', 1],
  ['<PriceButton label="Add partners" credits={priceOfRows(MOST_NODES)} />', 0],
  ['return { asOfMs, source, credits: CHARGE_OF_COMPANY };', 0],
  ['const progress = { rows, done: 0, credits: 0 };', 0],
  ['// A node costs credits * 1.', 0],
])('%s: %p rules of prices', (source, count) => {
  expect(rulesIn(source)).toHaveLength(count);
});
