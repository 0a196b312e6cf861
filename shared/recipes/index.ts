import { ACCOUNT_RECIPES } from './account-recipes';
import { COMPANY_RECIPES } from './company-recipes';
import { PARTNER_RECIPES } from './partner-recipes';
import type { Recipe } from './recipe';

const ALL = [...ACCOUNT_RECIPES, ...PARTNER_RECIPES, ...COMPANY_RECIPES] as const;

export type RecipeId = (typeof ALL)[number]['id'];

/** Every recipe, in the order in which people see them. */
export const RECIPES: readonly (Recipe & { readonly id: RecipeId })[] = ALL;

export function recipeOf(id: RecipeId): Recipe & { readonly id: RecipeId } {
  return RECIPES.find((recipe) => recipe.id === id)!;
}

/** The recipes in which all of these words occur, in their order; all of them before anything is typed. */
export function findRecipes(typed: string): typeof RECIPES {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return RECIPES.filter(({ title, about, words: others }) => {
    const text = `${title} ${about} ${others}`.toLowerCase();
    return words.every((word) => text.includes(word.length > 3 ? word.replace(/s$/, '') : word));
  });
}
