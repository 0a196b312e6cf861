import type { Guide } from './guides';
import { renderPage } from './page';

/** Every recipe, with its purpose. */
export function toRecipesPage(recipes: readonly Guide[]): string {
  return renderPage({
    title: 'Recipes · Trace for Sheets & Excel',
    about: 'Whole jobs with Trace in a spreadsheet, step by step, each with its formulas, answers and price.',
    root: '',
    children: (
      <>
        <h1>Recipes</h1>
        <p class="lead">Whole jobs, step by step. Every formula works when you copy it into your own sheet.</p>
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
