import { specOf, type FunctionId } from '../../catalogue/index';
import type { OptionName } from '../../catalogue/options';
import { readCountry } from '../../cells/countries';
import { readDomain } from '../../cells/identifier';
import { recipeOf, type RecipeId } from '../../recipes/index';
import type { TypedAnswers } from '../../recipes/read-answers';
import type { Question } from '../../recipes/recipe';
import { JOBS } from './jobs';

/** What a user asked for in own words: a function or a recipe, and what is filled in already. */
export type Wish = FunctionWish | RecipeWish;

export interface FunctionWish {
  readonly is: 'function';
  readonly id: FunctionId;
  /** By parameter. */
  readonly texts: Readonly<Record<string, string>>;
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  /** Such as `Does it use a technology? · Shopify`. */
  readonly label: string;
}

interface RecipeWish {
  readonly is: 'recipe';
  readonly id: RecipeId;
  readonly typed: TypedAnswers;
  readonly label: string;
}

interface Phrase {
  readonly says: RegExp;
  /** The function, and where the first group goes; `top`: it is a number. */
  readonly id: FunctionId;
  readonly goes: string;
}

interface RecipePhrase {
  readonly says: RegExp;
  readonly recipe: RecipeId;
  /** The question that each group answers. */
  readonly goes: readonly string[];
}

/** The first one whose groups can be read counts. */
const PHRASES: readonly (Phrase | RecipePhrase)[] = [
  {
    says: /\b(?:who|(?:accounts?|customers?|leads?)(?: that| who)?) (?:left|dropped|stopped using|quit|removed) (.+) since (\S+)$/i,
    recipe: 'who-left',
    goes: ['technology', 'since'],
  },
  {
    says: /\b(?:who|(?:accounts?|customers?|leads?)(?: that| who)?) (?:left|dropped|stopped using|quit|removed) (.+)/i,
    recipe: 'who-left',
    goes: ['technology'],
  },
  {
    says: /\b(?:which (?:of )?(?:my |our )?)?(?:accounts?|customers?|leads?) (?:that |who )?(?:use|uses|using) (.+)/i,
    recipe: 'accounts-that-use',
    goes: ['technologies'],
  },
  {
    says: /\b(?:who|companies|companies that|which companies|prospects that) (?:use|uses|using) (.+) in (.+)/i,
    recipe: 'find-companies',
    goes: ['technology', 'country'],
  },
  {
    says: /\b(?:companies|prospects) in (.+?) (?:that use|who use|using|with) (.+)/i,
    recipe: 'find-companies',
    goes: ['country', 'technology'],
  },
  {
    says: /\b(?:which (?:of )?(?:my |our )?)?(?:accounts?|customers?|leads?) (?:that |who )?(?:partner|partners|work|works) with (\S+\.\S+)/i,
    recipe: 'leads-that-partner',
    goes: ['partner'],
  },
  { says: /\bpartners? of partners?(?: of)? (\S+\.\S+)/i, recipe: 'partners-of-partners', goes: ['company'] },
  {
    says: /^compare (\S+) (?:and|with|to|vs\.?|versus) (\S+)/i,
    recipe: 'compare-companies',
    goes: ['first', 'second'],
  },
  { says: /^(\S+\.\S+) (?:vs\.?|versus) (\S+\.\S+)/i, recipe: 'compare-companies', goes: ['first', 'second'] },
  {
    says: /\b(?:how (?:big|large) is the market (?:for|of)|market(?: size)? (?:for|of)|size (?:the )?market (?:for|of)|how many companies use) (.+)/i,
    recipe: 'size-market',
    goes: ['technologies'],
  },
  { says: /(?:top|latest|last|first|newest) (\d{1,3}) partners?\b/i, id: 'TRACE_PARTNERS', goes: 'top' },
  { says: /(?:top|latest|last|first|newest) (\d{1,3}) tech(?:nolog(?:y|ies))?\b/i, id: 'TRACE_TECH', goes: 'top' },
  {
    says: /\b(?:who|companies|companies that|which companies) (?:use|uses|using) (.+)/i,
    id: 'TRACE_TECH_COMPANIES',
    goes: 'technology',
  },
  { says: /\b(?:do|does) (?:it|they|he|she|\S+) use (.+)/i, id: 'TRACE_HAS_TECH', goes: 'technologies' },
  { says: /^(?:uses?|using|has|have) (.+)/i, id: 'TRACE_HAS_TECH', goes: 'technologies' },
  {
    says: /\b(?:partners? with|partnered with|partners? of both|a partner of) (.+)/i,
    id: 'TRACE_PARTNERED',
    goes: 'domains_b',
  },
  { says: /\bpartners? of (\S+\.\S+)/i, id: 'TRACE_PARTNERS', goes: 'domains' },
  { says: /\b(?:technolog(?:y|ies)|tech|stack) of (\S+\.\S+)/i, id: 'TRACE_TECH', goes: 'domains' },
];
/** What they name is no technology: the recipe says it itself. */
const NOTHING_NAMED = /^(?:an?|the|any|some|which|what)?\s*(?:technolog(?:y|ies)|tech|vendors?|tools?)$/;

/** Reads a question in plain words, such as `does it use shopify`. `null`: it names a recipe or a function at most. */
export function readWish(typed: string): Wish | null {
  const text = typed
    .trim()
    .replace(/[?!.]+$/, '')
    .replace(/\s+/g, ' ');
  for (const phrase of PHRASES) {
    const found = phrase.says
      .exec(text)
      ?.slice(1)
      .map((group) => group.trim());
    if (found === undefined) continue;
    if (found.some((named) => NOTHING_NAMED.test(named.toLowerCase()))) return null;
    const wish = 'recipe' in phrase ? toRecipeWish(phrase, found) : toFunctionWish(phrase, found[0]!);
    if (wish !== null) return wish;
  }
  return null;
}

function toFunctionWish({ id, goes }: Phrase, named: string): FunctionWish | null {
  if (goes === 'top')
    return { is: 'function', id, texts: {}, options: { top: named }, label: `${JOBS[id]} · top ${named}` };
  const takes = specOf(id).params.find(({ name }) => name === goes)?.takes;
  const isCompany = takes === 'inputs' || takes === 'otherInputs';
  if (isCompany && readDomain(named) === null) return null;
  return { is: 'function', id, texts: { [goes]: named }, options: {}, label: `${JOBS[id]} · ${named}` };
}

function toRecipeWish({ recipe: id, goes }: RecipePhrase, found: readonly string[]): RecipeWish | null {
  const { title, questions } = recipeOf(id);
  const typed = new Map<string, string>();
  for (const [at, named] of found.entries()) {
    const answer = toAnswer(
      questions.find((question) => question.id === goes[at])!,
      named,
    );
    if (answer === null) return null;
    typed.set(goes[at]!, answer);
  }
  const label = [title, ...questions.flatMap((question) => typed.get(question.id) ?? [])].join(' · ');
  return { is: 'recipe', id, typed: Object.fromEntries(typed), label };
}

/** `null`: the words are no such answer. */
function toAnswer({ takes }: Question, named: string): string | null {
  switch (takes) {
    case 'country': {
      const country = readCountry(named.replace(/^the /i, ''));
      return country.is === 'country' ? country.name : null;
    }
    case 'company':
      return readDomain(named);
    case 'day':
      return toDay(named);
    case 'technologies':
      return named.replace(/ (?:and|or) /gi, ', ');
    case 'companies':
    case 'companyNames':
    case 'technology':
    case 'categories':
    case 'number':
      return named;
  }
}

/** A day, or the first of a month or year. */
function toDay(text: string): string | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
