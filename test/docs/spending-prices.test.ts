import { readFileSync } from 'node:fs';
import { type FormulaArgument, readFormulaCall } from '../../shared/formulas';
import { SandboxHost } from '../fakes/sandbox-host';

/** Cells A2:A11 of the guide's examples. */
const COMPANIES = [
  'stripe.com',
  'shopify.com',
  'hubspot.com',
  'slack.com',
  'zendesk.com',
  'airtable.com',
  'notion.so',
  'figma.com',
  'datadoghq.com',
  'many-partners.example',
];
const ROW = /^\| `(=TRACE_[^`]+)` +\| (nothing|the same|(\d+) credits( and)?)/gm;

const rows = [...readFileSync('docs/spending.md', 'utf8').matchAll(ROW)].map(
  ([, formula = '', words = '', credits, more]) => ({ formula, words, credits: Number(credits ?? 0), more }),
);

const valueOf = (argument: FormulaArgument): unknown =>
  argument.is === 'value' ? argument.value : COMPANIES.map((company) => [company]);

/** Credits that the service charges for a formula that is the first to ask. */
async function chargedFor(formula: string): Promise<number> {
  const call = readFormulaCall(formula);
  if (call === null) throw new Error(`not understood: ${formula}`);
  const host = new SandboxHost();
  await host.ask(call.id, ...call.args.map(valueOf));
  return host.charged();
}

it('the guide has a table of prices', () => {
  expect(rows.length).toBe(10);
});

it.each(rows.filter(({ words, more }) => words !== 'the same' && more === undefined))(
  'what the guide says that $formula costs is the most it costs',
  async ({ formula, credits }) => {
    expect(await chargedFor(formula)).toBeLessThanOrEqual(credits);
  },
);

it.each(rows.filter(({ words, more }) => words === 'the same' || more !== undefined))(
  'what the guide says costs hundreds does: $formula',
  async ({ formula }) => {
    expect(await chargedFor(formula)).toBeGreaterThan(200);
  },
);
