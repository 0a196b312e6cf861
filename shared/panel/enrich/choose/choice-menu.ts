import { COMPANY_FIELDS, PARTNER_FIELDS, PARTNERSHIP_TYPES, TECHNOLOGY_FIELDS } from '../../../catalogue/fields';
import { LATEST_PARTNERS, plainTitleOf, titleOf, type Choice } from '../../../enrich/plan/column-spec';
import { readInput } from '../../../cells/inputs';

/** One entry of the menu for adding columns. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  /** The label of the text that it needs; `null`: none. */
  readonly asks: string | null;
  readonly example: string;
  /** The words to choose from; `null`: any text. */
  readonly oneOf: readonly string[] | null;
  readonly toChoice: (typed: string) => Choice;
}

interface PickGroup {
  readonly label: string;
  readonly picks: readonly Pick[];
}

const companyField = (field: string): Choice => ({ adds: 'company', field });
const technologies = (field: string): Choice => ({ adds: 'technologies', field, category: null });
const partners = (field: string): Choice => ({ adds: 'partners', field, type: null, top: LATEST_PARTNERS });

/** The same answers under the same titles as in the group of technologies. */
const OF_TECHNOLOGIES: ReadonlySet<string> = new Set(['technologies', 'technology_count']);

export const PICK_GROUPS: readonly PickGroup[] = [
  {
    label: 'Company',
    picks: COMPANY_FIELDS.filter(({ name }) => !OF_TECHNOLOGIES.has(name)).map(({ name }) =>
      titled(`company.${name}`, companyField(name)),
    ),
  },
  {
    label: 'Technologies',
    picks: [
      titled('tech.name', technologies('name')),
      titled('tech.count', technologies('count')),
      asking('tech.ofCategory', 'Technologies of one category', 'Category', 'Payments', (typed) => ({
        ...{ adds: 'technologies', field: 'name', category: typed },
      })),
      asking('tech.countOfCategory', 'Technology count of one category', 'Category', 'Payments', (typed) => ({
        ...{ adds: 'technologies', field: 'count', category: typed },
      })),
      asking('tech.has', 'Uses one technology', 'Technology', 'Stripe', (typed) => ({
        ...{ adds: 'hasTechnology', technology: typed },
      })),
      ...others(TECHNOLOGY_FIELDS).map((name) => titled(`tech.${name}`, technologies(name))),
    ],
  },
  {
    label: 'Partners',
    picks: [
      titled('partners.name', partners('name')),
      titled('partners.count', partners('count')),
      ofType('partners.ofType', 'Partners of one type', 'name'),
      ofType('partners.countOfType', 'Partner count of one type', 'count'),
      asking('partners.shared', 'Partners shared with a company', 'Company', 'stripe.com', (typed) => ({
        ...{ adds: 'sharedPartners', company: identifierOf(typed), field: 'name' },
      })),
      asking('partners.sharedCount', 'Partner count shared with a company', 'Company', 'stripe.com', (typed) => ({
        ...{ adds: 'sharedPartners', company: typed, field: 'count' },
      })),
      ...others(PARTNER_FIELDS).map((name) => titled(`partners.${name}`, partners(name))),
    ],
  },
  {
    label: 'The row itself',
    picks: [plain('status', 'Status: found, not tracked, skipped or failed', { adds: 'status' })],
  },
];

/**
 * Parsed like a formula's input. Text that names no company stays as typed, and the price says what is wrong with it.
 */
function identifierOf(typed: string): string {
  const input = readInput(typed);
  return input.is === 'company' ? input.identifier : typed;
}

/** Whether a column holds the same, under whatever title, or has the same title: such columns would fill each other's cells. */
export function isChosen(choices: readonly Choice[], choice: Choice): boolean {
  return choices.some((each) => isOfOne(each, choice)) || isTitleTaken(choices, titleOf(choice));
}

export function isTitleTaken(choices: readonly Choice[], title: string): boolean {
  return choices.some((each) => titleOf(each).toLowerCase() === title.toLowerCase());
}

/** Adds the missing ones, in order. All columns of partners show as many of them. */
export function withChoices(choices: readonly Choice[], added: readonly Choice[]): readonly Choice[] {
  const hasPartners = choices.some(({ adds }) => adds === 'partners');
  const aligned = hasPartners ? withTop(added, topOfPartners(choices)) : added;
  return aligned.reduce<readonly Choice[]>((all, choice) => (isChosen(all, choice) ? all : [...all, choice]), choices);
}

/** How many partners the columns show of each company; absent: all of them. */
export function topOfPartners(choices: readonly Choice[]): number | undefined {
  return choices.find((choice) => choice.adds === 'partners')?.top;
}

/** @param top of each company; absent: all */
export function withTop(choices: readonly Choice[], top: number | undefined): readonly Choice[] {
  return choices.map((choice) => {
    if (choice.adds !== 'partners') return choice;
    const { top: _before, ...all } = choice;
    return top === undefined ? all : { ...all, top };
  });
}

/** Removes what is among them, under whatever title. */
export function withoutChoices(choices: readonly Choice[], removed: readonly Choice[]): readonly Choice[] {
  return choices.filter((choice) => !removed.some((each) => isOfOne(each, choice)));
}

function isOfOne(one: Choice, other: Choice): boolean {
  return plainTitleOf(one).toLowerCase() === plainTitleOf(other).toLowerCase();
}

export function moved(choices: readonly Choice[], from: number, to: number): readonly Choice[] {
  const choice = choices[from];
  if (choice === undefined || to < 0 || to >= choices.length) return choices;
  const others = choices.filter((_choice, index) => index !== from);
  return [...others.slice(0, to), choice, ...others.slice(to)];
}

/** A menu item with the title that the column will have in the sheet. */
function titled(id: string, choice: Choice): Pick {
  return plain(id, titleOf(choice), choice);
}

function plain(id: string, text: string, choice: Choice): Pick {
  return { id, label: text, asks: null, example: '', oneOf: null, toChoice: () => choice };
}

function asking(id: string, text: string, asks: string, example: string, toChoice: (typed: string) => Choice): Pick {
  return { id, label: text, asks, example, oneOf: null, toChoice };
}

function ofType(id: string, text: string, field: string): Pick {
  const toChoice = (typed: string): Choice => ({
    ...{ adds: 'partners', field, type: typed.toLowerCase(), top: LATEST_PARTNERS },
  });
  return { ...asking(id, text, 'Type', '', toChoice), oneOf: PARTNERSHIP_TYPES };
}

/** Fields without an entry of their own. */
function others(fields: readonly { readonly name: string }[]): readonly string[] {
  return fields.map(({ name }) => name).filter((name) => name !== 'name' && name !== 'count');
}
