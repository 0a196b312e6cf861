import type { CardFact, CompanyCard } from '../../shared/formulas';

/**
 * `String`: the cell stays a text with properties, which sorts and is looked up as one. If an Excel takes properties of
 * texts from cells only and not from functions, `Entity` is the other choice: its cell has no text of its own.
 */
const KIND: CardKind = 'String';
/** Also tells our cards from those of other add-ins. */
const PROVIDER = 'Trace';
const PROVIDER_PAGE = 'https://app.tracedata.ai';
const LOGO = '/assets/icon-32.png';

type CardKind = 'String' | 'Entity';

/** A value of a card, in the form of Microsoft's `CellValue`. */
type CardValue =
  | { readonly type: 'String'; readonly basicType: 'String'; readonly basicValue: string }
  | {
      readonly type: 'Double';
      readonly basicType: 'Double';
      readonly basicValue: number;
      readonly numberFormat?: string;
    };
type CardProperty = CardValue | { readonly type: 'Array'; readonly elements: CardValue[][] };

/** Written from https://learn.microsoft.com/javascript/api/excel/excel.stringcellvalue and `excel.entitycellvalue`. */
type CardCell = {
  readonly properties: Record<string, CardProperty>;
  readonly layouts: {
    readonly compact: { readonly icon: 'Building' };
    readonly card: {
      readonly title: { readonly property: string };
      readonly subTitle?: { readonly property: string };
      readonly sections: { readonly layout: 'List'; readonly title: string; readonly properties: string[] }[];
    };
  };
  readonly provider: {
    readonly description: string;
    readonly logoSourceAddress: string;
    readonly logoTargetAddress: string;
  };
} & (
  | { readonly type: 'String'; readonly basicType: 'String'; readonly basicValue: string }
  | { readonly type: 'Entity'; readonly text: string }
);

type FactName = CardFact['name'];

/** The parts of a card below its title. Excel draws no other layout than a list: office-js#5794. */
const SECTIONS: readonly (readonly [title: string, facts: readonly FactName[]])[] = [
  ['Company', ['Domain', 'Industry', 'Employees', 'Country']],
  ['Technologies and partners', ['Technologies', 'Partners']],
  ['Answer', ['AsOf', 'FreeUntil']],
];

/**
 * A text cell with a card, which `=A2.Employees` reads.
 *
 * @param toDay converts a day: a number with a format, or a text
 * @param origin of the add-in, which serves the logo
 */
export function toCardCell(
  { text, facts }: CompanyCard,
  toDay: (day: string) => unknown,
  origin: string,
  kind: CardKind = KIND,
): CardCell {
  const known = new Set(facts.map(({ name }) => name));
  const properties = Object.fromEntries(facts.map(({ name, value }) => [name, toProperty(value, toDay)]));
  const titled: FactName | null = known.has('Name') ? 'Name' : known.has('Domain') ? 'Domain' : null;
  const sections = SECTIONS.map(([title, names]) => ({
    ...{ layout: 'List' as const, title },
    properties: names.filter((name) => known.has(name)),
  }));
  return {
    ...(kind === 'String' ? { type: kind, basicType: 'String' as const, basicValue: text } : { type: kind, text }),
    properties,
    layouts: {
      compact: { icon: 'Building' },
      card: {
        title: { property: titled ?? 'AsOf' },
        ...(titled === 'Name' && known.has('Domain') ? { subTitle: { property: 'Domain' } } : {}),
        sections: sections.filter((section) => section.properties.length > 0),
      },
    },
    provider: { description: PROVIDER, logoSourceAddress: origin + LOGO, logoTargetAddress: PROVIDER_PAGE },
  };
}

function toProperty(value: CardFact['value'], toDay: (day: string) => unknown): CardProperty {
  if (typeof value === 'string') return toText(value);
  if (typeof value === 'number') {
    return { type: 'Double', basicType: 'Double', basicValue: value, numberFormat: '#,##0' };
  }
  if ('day' in value) {
    const day = toDay(value.day);
    return typeof day === 'string' ? toText(day) : (day as CardValue);
  }
  return { type: 'Array', elements: value.map((item) => [toText(item)]) };
}

function toText(text: string): CardValue {
  return { type: 'String', basicType: 'String', basicValue: text };
}

/** The domain on a card that Trace made; `null`: it is no such card. */
export function domainOfCard(received: object): string | null {
  const { properties, provider } = received as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  if (provider?.['description'] !== PROVIDER) return null;
  const { basicValue } = Object(properties?.['Domain']) as { readonly basicValue?: unknown };
  return typeof basicValue === 'string' ? basicValue : null;
}
