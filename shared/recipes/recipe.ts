import { layOut, type MadeSheet, type SheetPlan } from './made-sheet';

/** What an answer names, which decides how it is read and what the panel suggests. */
type QuestionKind =
  | 'companies'
  | 'company'
  | 'companyNames'
  | 'technology'
  | 'technologies'
  | 'categories'
  | 'country'
  | 'day'
  | 'number';

/** One thing that a recipe asks. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly takes: QuestionKind;
  /** Shown in its field until something is typed. */
  readonly example: string;
  /** What a blank answer means; absent: an answer is needed. */
  readonly usual?: string;
  /** The most items of a list, or the greatest number. */
  readonly most: number;
}

/** Answers as a recipe uses them, by the id of their question. */
export interface Answers {
  readonly text: (id: string) => string;
  readonly list: (id: string) => readonly string[];
  readonly number: (id: string) => number;
}

/** A sheet that the panel makes from a few answers. Every list of recipes is derived from these entries. */
export interface Recipe {
  /** Never changes once published: pages link to it. */
  readonly id: string;
  readonly title: string;
  /** What the sheet shows, in one sentence. */
  readonly about: string;
  /** More words by which people look for it. */
  readonly words: string;
  readonly costs: string;
  /** At most three. */
  readonly questions: readonly Question[];
  /** What to change in the sheet, a sentence each. */
  readonly changes: readonly string[];
  readonly make: (answers: Answers) => SheetPlan;
}

/** The sheet of a recipe for these answers, with what to change in it. Pure: the host writes the cells. */
export function makeSheet({ make, changes }: Recipe, answers: Answers): MadeSheet {
  return layOut(make(answers), changes);
}
