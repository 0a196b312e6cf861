import { EXAMPLES } from '../../recipes/examples';
import type { RecipeId } from '../../recipes/index';

/** The beginning of the sheet that a recipe makes, with sample answers. */
export function RecipePicture({ of }: { readonly of: RecipeId }) {
  const [titles = [], ...rows] = EXAMPLES[of].picture;
  return (
    <figure class="recipe-picture">
      <div class="recipe-sheet" role="region" tabIndex={0} aria-label="Example of the sheet">
        <table>
          <thead>
            <tr>
              {titles.map((title, at) => (
                <th key={at} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} class={toLook(cell)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption class="hint">An example, with sample answers.</figcaption>
    </figure>
  );
}

const ICON = { columns: 3, rows: 3, width: 13, height: 8, gapX: 2, gapY: 2 };

/** A small drawing of the same cells: longer bars for longer texts, green ones for yes. */
export function RecipeIcon({ of }: { readonly of: RecipeId }) {
  const { columns, rows, width, height, gapX, gapY } = ICON;
  const cells = EXAMPLES[of].picture.slice(0, rows).flatMap((row, down) =>
    row.slice(0, columns).map((cell, right) => {
      const share = Math.min(1, Math.max(0.45, cell.length / 12));
      return { cell, down, right, share };
    }),
  );
  return (
    <svg class="recipe-icon" viewBox="0 0 50 35" width="50" height="35" aria-hidden="true">
      <rect class="recipe-paper" x="0.5" y="0.5" width="49" height="34" rx="4" />
      {cells.map(({ cell, down, right, share }) => (
        <rect
          key={`${down} ${right}`}
          class={down === 0 ? 'is-title' : toLook(cell)}
          x={4 + right * (width + gapX)}
          y={5 + down * (height + gapY)}
          width={share * width}
          height={5}
          rx="2"
        />
      ))}
    </svg>
  );
}

function toLook(cell: string): string {
  if (cell === 'TRUE') return 'is-yes';
  return cell === 'FALSE' || cell === 'none' || cell === 'not tracked' ? 'is-no' : '';
}
