import { ACCOUNT_RECIPES } from './account-recipes';
import { COMPANY_RECIPES } from './company-recipes';
import { PARTNER_RECIPES } from './partner-recipes';
import { toSearchedWords } from '../cells/searched-words';
import type { Recipe } from './recipe';

const ALL = [...ACCOUNT_RECIPES, ...PARTNER_RECIPES, ...COMPANY_RECIPES] as const;

/** A recipe that is offered. */
export type RecipeId = (typeof ALL)[number]['id'];

/** Every recipe, in the order in which people see them. */
export const RECIPES: readonly (Recipe & { readonly id: RecipeId })[] = ALL;

export function recipeOf(id: RecipeId): Recipe & { readonly id: RecipeId } {
  return RECIPES.find((recipe) => recipe.id === id)!;
}

/** The recipes in which all telling words occur, in their order; all of them before anything is typed. */
export function findRecipes(typed: string): typeof RECIPES {
  const words = toSearchedWords(typed);
  return RECIPES.filter(({ title, about, words: others }) => {
    const text = `${title} ${about} ${others}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
