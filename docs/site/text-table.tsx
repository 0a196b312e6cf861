import type { Child } from 'hono/jsx';

interface TextTableParts {
  /** Its name for screen readers, unique on the page. */
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}

/** A table that scrolls within its own box if the page is narrower. The first cell of a row names it. */
export function TextTable({ label, head, rows }: TextTableParts) {
  return (
    <div class="scroll" role="region" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
