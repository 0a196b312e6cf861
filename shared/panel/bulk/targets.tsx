import type { Listed } from './choose-state';
import { toTargetText } from './target-text';

/** Each column with its letters, before anything is written. */
export function Targets({ of: { targets, choices } }: { readonly of: Listed }) {
  return (
    <ul class="targets" aria-label="Columns to fill">
      {targets.map((target, at) => (
        <li key={target.column}>
          {toTargetText(target, choices[at]!)}
          {target.isNew && <span class="badge">new</span>}
        </li>
      ))}
    </ul>
  );
}
