import type { LookupOutcome } from '../../records/outcome';
import { titleOfField } from './field-titles';
import { STATUS_TITLE } from './status-words';

/** One column that an enrichment adds: plain JSON, so that presets and records can store it. */
export type Choice =
  | AskingChoice
  /** The outcome of each row, in a word or two. It needs no request of its own. */
  | (Titled & { readonly adds: 'status' });

/** A column of answers. */
export type AskingChoice = Titled & Answers;

interface Titled {
  /** The user's own title; absent: {@link plainTitleOf}. */
  readonly title?: string;
}

type Answers =
  | { readonly adds: 'company'; readonly field: string }
  /** @see TECHNOLOGY_FIELDS; `category` limits it to one category. */
  | { readonly adds: 'technologies'; readonly field: string; readonly category: string | null }
  | { readonly adds: 'hasTechnology'; readonly technology: string }
  /** @see PARTNER_FIELDS; types, and the latest few, need one request per company. */
  | ({ readonly adds: 'partners'; readonly field: string } & PartnerList)
  | { readonly adds: 'sharedPartners'; readonly company: string; readonly field: 'name' | 'count' };

/** Which partners of a company. */
export interface PartnerList {
  /** `null`: of any type. */
  readonly type: string | null;
  /** Only so many, the latest; absent: all. */
  readonly top?: number;
}

/** What to look up for a company. `listed`: its own list of partners, one request each. */
export type Need = 'company' | 'partners' | 'listed';

/** What was found for one company. */
export interface Found {
  readonly company: LookupOutcome | undefined;
  readonly partners: LookupOutcome | undefined;
  /** Its own lists of partners, by {@link keyOfList}. */
  readonly lists: ReadonlyMap<string, LookupOutcome>;
  /** Partners of the companies that others are compared with. */
  readonly compared: ReadonlyMap<string, LookupOutcome>;
}

/** How many partners of each company are shown unless the person wants more: each costs a credit. */
export const LATEST_PARTNERS = 3;

export const PRESET_CHOICES: Readonly<Record<'Profile' | 'Stack' | 'Partners', readonly AskingChoice[]>> = {
  Profile: ['name', 'industry', 'employee_count', 'country', 'founded_year'].map((field) => ({
    adds: 'company',
    field,
  })),
  Stack: [
    { adds: 'technologies', field: 'name', category: null },
    { adds: 'technologies', field: 'category', category: null },
    { adds: 'technologies', field: 'count', category: null },
  ],
  Partners: [
    { adds: 'partners', field: 'name', type: null, top: LATEST_PARTNERS },
    { adds: 'partners', field: 'count', type: null, top: LATEST_PARTNERS },
  ],
};

/** The title of the column, in the user's own words or in plain ones. */
export function titleOf(choice: Choice): string {
  return choice.title ?? plainTitleOf(choice);
}

/** Whether a column with this title is the one that the choice fills, ignoring case. */
export function isTitleOf(choice: Choice, title: string): boolean {
  return title.trim().toLowerCase() === titleOf(choice).toLowerCase();
}

/** A description of the column's content in plain words: `Employees`, `Technologies: Payments`, `Uses Stripe`. */
export function plainTitleOf(choice: Choice): string {
  switch (choice.adds) {
    case 'company':
      return titleOfField('company', choice.field);
    case 'technologies':
      return ofKind(titleOfField('technologies', choice.field), choice.category);
    case 'hasTechnology':
      return `Uses ${choice.technology}`;
    case 'partners':
      return ofKind(titleOfField('partners', choice.field), choice.type);
    case 'sharedPartners':
      return `Shared ${choice.field === 'count' ? 'partner count' : 'partners'} with ${choice.company}`;
    case 'status':
      return STATUS_TITLE;
  }
}

function ofKind(title: string, kind: string | null): string {
  return kind === null ? title : `${title}: ${kind}`;
}

export function isAsking(choice: Choice): choice is AskingChoice {
  return choice.adds !== 'status';
}

export function needOf(choice: AskingChoice): Need {
  if (choice.adds === 'sharedPartners') return 'partners';
  if (choice.adds !== 'partners') return 'company';
  return choice.type === null && choice.field !== 'type' && choice.top === undefined ? 'partners' : 'listed';
}

/** The lists of partners that these choices read of each company, by {@link keyOfList}. */
export function listsOf(choices: readonly Choice[]): ReadonlyMap<string, PartnerList> {
  return new Map(
    choices.flatMap((choice) =>
      choice.adds === 'partners' && needOf(choice) === 'listed' ? [[keyOfList(choice), choice] as const] : [],
    ),
  );
}

export function keyOfList({ type, top }: PartnerList): string {
  return `${type ?? ''} ${top ?? ''}`;
}
