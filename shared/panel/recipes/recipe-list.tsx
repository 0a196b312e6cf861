import { useState } from 'preact/hooks';
import { RECIPES, type RecipeId } from '../../recipes/index';
import { RecipeIcon } from './recipe-picture';
import { usePanel } from '../state/panel-state';
import { LinkButton } from '../common/press-button';

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

interface Props {
  readonly recipes: typeof RECIPES;
  /** How many are shown until the user asks for the others. */
  readonly first: number;
  readonly onOpen: (id: RecipeId) => void;
}

/** Recipes to click, each with a drawing of its sheet and its price. */
export function RecipeList({ recipes, first, onOpen }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? recipes : recipes.slice(0, first);
  return (
    <>
      <ul class="recipe-list">
        {shown.map(({ id, title, costs }) => (
          <li key={id}>
            <button type="button" class="recipe" data-recipe={id} onClick={() => onOpen(id)}>
              <RecipeIcon of={id} />
              <span>
                <span class="recipe-title">{title}</span>
                <span class="recipe-costs">{costs}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < recipes.length && (
        <LinkButton onPress={() => setWhole(true)}>Show all {recipes.length} recipes</LinkButton>
      )}
    </>
  );
}
