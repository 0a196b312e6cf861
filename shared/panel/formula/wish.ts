import { specOf, type FunctionId } from '../../catalogue/index';
import type { OptionName } from '../../catalogue/options';
import { readDomain } from '../../cells/identifier';
import { JOBS } from './jobs';

/** What a user asked for in own words: a recipe, and what is filled in already. */
export interface Wish {
  readonly id: FunctionId;
  /** By parameter. */
  readonly texts: Readonly<Record<string, string>>;
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  /** Such as `Does it use a technology? · Shopify`. */
  readonly label: string;
}

interface Phrase {
  readonly says: RegExp;
  /** The recipe, and where its first group goes; `top`: it is a number. */
  readonly id: FunctionId;
  readonly goes: string;
}

const PHRASES: readonly Phrase[] = [
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

/** Reads a question in plain words, such as `does it use shopify`. `null`: it names a recipe at most. */
export function readWish(typed: string): Wish | null {
  const text = typed
    .trim()
    .replace(/[?!.]+$/, '')
    .replace(/\s+/g, ' ');
  for (const { says, id, goes } of PHRASES) {
    const found = says.exec(text);
    if (found === null) continue;
    const named = found[1]!.trim();
    if (NOTHING_NAMED.test(named.toLowerCase())) return null;
    if (goes === 'top') return { id, texts: {}, options: { top: named }, label: `${JOBS[id]} · top ${named}` };
    const takes = specOf(id).params.find(({ name }) => name === goes)?.takes;
    const isCompany = takes === 'inputs' || takes === 'otherInputs';
    if (isCompany && readDomain(named) === null) continue;
    return { id, texts: { [goes]: named }, options: {}, label: `${JOBS[id]} · ${named}` };
  }
  return null;
}
