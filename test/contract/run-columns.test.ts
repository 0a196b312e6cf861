import fc from 'fast-check';
import {
  type Choice,
  type Found,
  keyOfList,
  type PartnerList,
  PRESET_CHOICES,
} from '../../shared/enrich/plan/column-spec';
import type { LookupKind, LookupOutcome } from '../../shared/records/outcome';
import { shownIn } from '../fakes/bulk-shown';
import { type Cell, type FunctionId, runSync } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';
import { readPartners } from '../../shared/client/resources/partnerships';
import { readQuestion } from '../../shared/client/rows';
import { MemoryHost } from '../fakes/memory-host';

type AskingChoice = Exclude<Choice, { readonly adds: 'status' }>;

/** An enrichment's column shows what the formula that it replaces shows, whatever the service has answered. */

const AS_OF_MS = Date.parse('2026-06-15T12:00:00Z');

/** What the service says of one company. */
interface Answer {
  readonly company: object;
  readonly partners: readonly object[] | null;
  readonly count: number | null;
}

const text = fc.constantFrom('Stripe', 'React', 'adyen', 'Ünal & Söhne', '');
const technology = fc.record(
  { name: fc.constantFrom('Stripe', 'React', 'Go'), category: fc.constantFrom('Payments', 'Frameworks', null) },
  { requiredKeys: ['name'] },
);
const partner = fc.record({
  partner_name: fc.constantFrom('Adyen', 'Klarna', 'Zoho'),
  partner_domain: fc.constantFrom('adyen.com', 'klarna.com', null),
  partner_slug: fc.constantFrom('adyen', 'zoho', null),
  partnership_type: fc.constantFrom('technology', 'channel', 'generic'),
  last_observed_at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z', null),
});
const answer: fc.Arbitrary<Answer> = fc.record({
  company: fc.record(
    {
      name: text,
      industry: fc.oneof(text, fc.constant(null)),
      employee_count: fc.oneof(fc.nat(9_000), fc.constant(null)),
      country: text,
      founded_year: fc.constantFrom(1999, null),
      technologies: fc.oneof(fc.array(technology, { maxLength: 4 }), fc.constant(null)),
      technology_count: fc.constantFrom(9, null),
    },
    { requiredKeys: ['name'] },
  ),
  partners: fc.oneof(fc.uniqueArray(partner, { maxLength: 4 }), fc.constant(null)),
  count: fc.constantFrom(null, 2, 40),
});

const found = (record: object): LookupOutcome => ({ is: 'found', record: record as never, asOfMs: AS_OF_MS });
const partnersRecord = ({ partners, count }: Answer): LookupOutcome =>
  found({ company: {}, count, partners: partners === null ? null : readPartners(partners) });
/** The company's own list, as far as it was asked for. */
const listOf = ({ partners, count }: Answer, top = Infinity): LookupOutcome => {
  const rows = (partners ?? []).slice(0, top);
  const total = count ?? partners?.length ?? null;
  const about = { company: { partnership_count: total } };
  return found({ rows, isList: true, total, isCut: total !== null && total > rows.length, isPartial: false, about });
};

function formulaFor(choice: AskingChoice): readonly [FunctionId, string, string] {
  switch (choice.adds) {
    case 'company':
      return ['TRACE_COMPANY', choice.field, ''];
    case 'technologies':
      return ['TRACE_TECH', choice.field, choice.category === null ? '' : `category=${choice.category}`];
    case 'hasTechnology':
      return ['TRACE_HAS_TECH', choice.technology, ''];
    case 'partners':
      return ['TRACE_PARTNERS', choice.field, toListOptions(choice)];
    case 'sharedPartners':
      return ['TRACE_SHARED_PARTNERS', 'other.com', ''];
  }
}

function toListOptions({ type, top }: PartnerList): string {
  return [type === null ? '' : `type=${type}`, top === undefined ? '' : `top=${top}`].filter(Boolean).join(';');
}

function formulaCells(choice: AskingChoice, one: Answer, other: Answer): readonly Cell[] {
  const [id, second, options] = formulaFor(choice);
  const args =
    choice.adds === 'sharedPartners' ? ['one.com', second, 'name', 'headers=0;top=500'] : ['one.com', second, options];
  const outcomeOf = (kind: LookupKind, identifier: string): LookupOutcome => {
    if (kind === 'company') return found(one.company);
    if (kind === 'partners') return partnersRecord(identifier === 'other.com' ? other : one);
    const { operation, top } = readQuestion(identifier);
    // Neither the catalogue of technologies nor the list of shared partners is there.
    if (operation !== 'partnerships.list') return { is: 'noRoute', operation, asOfMs: AS_OF_MS };
    return listOf(one, top);
  };
  const table = runSync(callFunction(id, args), {
    ...new MemoryHost(() => ({ ok: false, reason: 'unreachable' })).performers,
    lookup: ({ kind, identifiers }) => new Map(identifiers.map((each) => [each, outcomeOf(kind, each)])),
  });
  return table.map((row) => row[0]!);
}

const columns: readonly AskingChoice[] = [
  ...Object.values(PRESET_CHOICES).flat(),
  { adds: 'technologies', field: 'name', category: 'Payments' },
  { adds: 'technologies', field: 'count', category: 'payments' },
  { adds: 'hasTechnology', technology: 'stripe' },
  { adds: 'partners', field: 'name', type: null },
  { adds: 'partners', field: 'count', type: null },
  { adds: 'partners', field: 'domain', type: 'channel', top: 2 },
  { adds: 'partners', field: 'name', type: 'channel' },
  { adds: 'partners', field: 'count', type: 'channel' },
  { adds: 'partners', field: 'type', type: null },
  { adds: 'partners', field: 'last_observed_at', type: null },
];

test.each(columns)('the column of %j is the formula', (choice) => {
  fc.assert(
    fc.property(answer, (one) => {
      const list: PartnerList = choice.adds === 'partners' ? choice : { type: null };
      const isCount = choice.adds === 'partners' && choice.field === 'count' && choice.type === null;
      // A count alone is told by the company's own list, which has one.
      const said = isCount && one.partners === null ? { ...one, partners: [] } : one;
      const cell = shownIn(choice, {
        company: found(said.company),
        partners: partnersRecord(isCount ? { ...said, count: said.count ?? said.partners!.length } : said),
        lists: new Map([[keyOfList(list), listOf(said, list.top)]]),
        compared: new Map(),
      });
      expect([cell]).toEqual(formulaCells(choice, said, said));
    }),
  );
});

/** A table has a row for each, and says below them what a cell says behind them. */
test('the column of shared partners is the table of the formula', () => {
  const choice: AskingChoice = { adds: 'sharedPartners', company: 'other.com', field: 'name' };
  const withList = answer.filter(({ partners }) => partners !== null);
  fc.assert(
    fc.property(withList, withList, (one, other) => {
      const compared: Found['compared'] = new Map([['other.com', partnersRecord(other)]]);
      const cell = shownIn(choice, { company: undefined, partners: partnersRecord(one), lists: new Map(), compared });
      const rows = formulaCells(choice, one, other).map(String);
      const [last] = rows.slice(-1);
      const isLacking = last === '… maybe more';
      const names = isLacking ? rows.slice(0, -1) : rows;
      const joined = names.join(', ');
      expect(cell).toBe(isLacking ? (names.length === 0 ? '' : `${joined} … maybe more`) : joined);
    }),
  );
});
