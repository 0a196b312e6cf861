import { COMPANY_FIELDS, PARTNER_FIELDS, PARTNERSHIP_TYPES, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { plainTitleOf, titleOf, type Choice } from '../../enrich/plan/column-spec';
import { readInput } from '../../cells/inputs';
import { choiceOfHeading } from '../../enrich/plan/heading-choices';
import type { ComboGroup, ComboOption } from '../common/combo-option';

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
const partners = (field: string): Choice => ({ adds: 'partners', field, type: null });

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
  const holds = plainTitleOf(choice).toLowerCase();
  return choices.some((each) => plainTitleOf(each).toLowerCase() === holds) || isTitleTaken(choices, titleOf(choice));
}

export function isTitleTaken(choices: readonly Choice[], title: string): boolean {
  return choices.some((each) => titleOf(each).toLowerCase() === title.toLowerCase());
}

/** Adds the missing ones, in order. */
export function withChoices(choices: readonly Choice[], added: readonly Choice[]): readonly Choice[] {
  return added.reduce<readonly Choice[]>((all, choice) => (isChosen(all, choice) ? all : [...all, choice]), choices);
}

export function moved(choices: readonly Choice[], from: number, to: number): readonly Choice[] {
  const choice = choices[from];
  if (choice === undefined || to < 0 || to >= choices.length) return choices;
  const others = choices.filter((_choice, index) => index !== from);
  return [...others.slice(0, to), choice, ...others.slice(to)];
}

/** In the menu as it will stand in the sheet. */
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
  const toChoice = (typed: string): Choice => ({ adds: 'partners', field, type: typed.toLowerCase() });
  return { ...asking(id, text, 'Type', '', toChoice), oneOf: PARTNERSHIP_TYPES };
}

/** Fields without an entry of their own. */
function others(fields: readonly { readonly name: string }[]): readonly string[] {
  return fields.map(({ name }) => name).filter((name) => name !== 'name' && name !== 'count');
}

/** What an option of the list adds: a column, or one that needs a name first. */
type Added = { readonly is: 'choice'; readonly choice: Choice } | { readonly is: 'pick'; readonly pick: Pick };

interface ColumnOption extends ComboOption {
  readonly adds: Added;
}

/** Shorter texts are in most names. */
const LEAST_TYPED = 2;

/**
 * The columns that what was typed may mean, in groups.
 *
 * @param names technologies of the catalogue that contain it
 */
export function findColumnOptions(
  typed: string,
  choices: readonly Choice[],
  names: readonly string[],
): readonly ComboGroup<ColumnOption>[] {
  const wanted = typed.trim().toLowerCase();
  const toOption = (id: string, label: string, adds: Added): ColumnOption => ({
    ...{ id, label, adds },
    isOff: adds.is === 'choice' && isChosen(choices, adds.choice),
  });
  const meant = wanted === '' ? null : columnOf(typed);
  const groups = PICK_GROUPS.map(({ label, picks }) => {
    const isGroup = label.toLowerCase() === wanted;
    const own = picks
      .map((pick) => toOption(pick.id, pick.label, addsOf(pick)))
      .filter((option) => isGroup || fits(option.label, wanted) || isMeant(option, meant));
    const used = picks.some(({ id }) => id === 'tech.name') ? names.map((name) => toUses(name, toOption)) : [];
    const options = [...inOrder(own, wanted, meant), ...used];
    return {
      label,
      options: options.filter(({ label: each }, at) => at === options.findIndex((o) => o.label === each)),
    };
  });
  const own = ownName(typed, names);
  const isTitle = groups.some(({ options }) => options.some(({ label }) => label.toLowerCase() === wanted));
  const other = own === null || isTitle ? [] : [{ label: 'Other technology', options: [toUses(own, toOption)] }];
  return [...groups, ...other]
    .filter(({ options }) => options.length > 0)
    .sort((one, two) => rank(one, meant) - rank(two, meant));
}

function toUses(name: string, toOption: (id: string, label: string, adds: Added) => ColumnOption): ColumnOption {
  const choice: Choice = { adds: 'hasTechnology', technology: name };
  return toOption(`uses.${name}`, titleOf(choice), { is: 'choice', choice });
}

/** What a heading of these words asks for. A technology is found by its name. */
function columnOf(typed: string): Choice | null {
  const choice = choiceOfHeading(typed);
  return choice?.adds === 'hasTechnology' ? null : choice;
}

/** What was typed, as a technology that the catalogue did not name; `null`: it did, or the text is too short. */
function ownName(typed: string, names: readonly string[]): string | null {
  const own = toNameTyped(typed);
  return own === '' || names.some((name) => name.toLowerCase() === own.toLowerCase()) ? null : own;
}

/** The names that a text of the field is matched with; `''`: it is too short. */
export function toNameTyped(typed: string): string {
  const own = typed.trim().replace(/^uses\s+/i, '');
  return own.length < LEAST_TYPED ? '' : own;
}

function addsOf(pick: Pick): Added {
  return pick.asks === null ? { is: 'choice', choice: pick.toChoice('') } : { is: 'pick', pick };
}

/** Whether each word begins one of the label's words. */
function fits(label: string, wanted: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

function isMeant({ adds }: ColumnOption, meant: Choice | null): boolean {
  return meant !== null && adds.is === 'choice' && titleOf(adds.choice) === titleOf(meant);
}

function inOrder(options: readonly ColumnOption[], wanted: string, meant: Choice | null): readonly ColumnOption[] {
  const place = (option: ColumnOption): number => {
    if (isMeant(option, meant)) return 0;
    return wanted !== '' && option.label.toLowerCase().startsWith(wanted) ? 1 : 2;
  };
  return [...options].sort((one, other) => place(one) - place(other));
}

/** The group with what a heading of these words would ask for comes first. */
function rank({ options }: ComboGroup<ColumnOption>, meant: Choice | null): number {
  return options.some((option) => isMeant(option, meant)) ? 0 : 1;
}

/** The words that a column's name may be, for an option that needs one. */
export function findValueOptions(
  pick: Pick,
  typed: string,
  choices: readonly Choice[],
  names: readonly string[],
): readonly ComboGroup<ColumnOption>[] {
  const wanted = typed.trim().toLowerCase();
  const words = pick.oneOf === null ? names : pick.oneOf.filter((word) => word.toLowerCase().includes(wanted));
  if (words.length === 0) return [];
  const options = words.map((word): ColumnOption => {
    const choice = pick.toChoice(word);
    return { id: word, label: word, isOff: isChosen(choices, choice), adds: { is: 'choice', choice } };
  });
  return [{ label: pick.label, options }];
}
