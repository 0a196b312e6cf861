import { useState } from 'preact/hooks';
import type { RECIPES, RecipeId } from '../../recipes/index';
import { RecipeIcon } from './recipe-picture';

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
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show all {recipes.length} recipes
        </button>
      )}
    </>
  );
}
