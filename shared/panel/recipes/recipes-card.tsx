import { RECIPES } from '../../recipes/index';
import { usePanel } from '../state/panel-state';
import { RecipeList } from './recipe-list';

const SHOWN_FIRST = 5;

/** Jobs to begin with, where no column is selected yet. They open in the tab that builds formulas. */
export function RecipesCard() {
  const { tabs, makeRecipe } = usePanel();
  if (!tabs.includes('formula')) return null;
  return (
    <div class="card recipes">
      <h3>Start from a recipe</h3>
      <p class="hint">Each makes a new sheet with formulas. Your own cells stay as they are.</p>
      <RecipeList recipes={RECIPES} first={SHOWN_FIRST} onOpen={makeRecipe} />
    </div>
  );
}
