import { RECIPES } from '../../shared/reference';
import type { Guide } from './guides';
import { renderPage } from './page';
import { anchorOf } from './recipes-guide';

/** Every recipe: those of the panel, and those that people type themselves. */
export function toRecipesPage(recipes: readonly Guide[]): string {
  return renderPage({
    title: 'Recipes · Trace for Sheets & Excel',
    about: 'Whole jobs with Trace in a spreadsheet, step by step, each with its formulas, answers and price.',
    root: '',
    children: (
      <>
        <h1>Recipes</h1>
        <p class="lead">Whole jobs, with a click or formula by formula.</p>
        <h2>In the panel, with a click</h2>
        <p>
          Each makes a new sheet. <a href="guides/recipes.html">How to start from a recipe</a>
        </p>
        <dl class="recipes">
          {RECIPES.map((recipe) => (
            <div key={recipe.id}>
              <dt>
                <a href={`guides/recipes.html#${anchorOf(recipe)}`}>{recipe.title}</a>
              </dt>
              <dd>
                {recipe.about} {recipe.costs}
              </dd>
            </div>
          ))}
        </dl>
        <h2>By hand, formula by formula</h2>
        <p>Every formula works when you copy it into your own sheet.</p>
        <dl class="recipes">
          {recipes.map(({ page, title, about }) => (
            <div key={page}>
              <dt>
                <a href={page}>{title}</a>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </>
    ),
  });
}
