import type { LastCheck, TechnologyCount } from '../common/file-notes';
import { Figures } from '../common/figures';
import { toDayText } from '../common/words';
import { toCountText } from './change-counts';
import { toComparedText } from './update-text';

/** What the last check found, once its changes are not on the page any more. */
export function LastCheckView({ check }: { readonly check: LastCheck }) {
  return (
    <article class="asked" aria-labelledby="last-check-title">
      <h3 id="last-check-title">Last check · {toDayText(check.atMs)}</h3>
      <p class="hint">{toComparedText(check)}</p>
      <CountedTechnologies technologies={check.technologies} />
    </article>
  );
}

/** How many companies adopted and dropped each technology. */
export function CountedTechnologies({ technologies }: { readonly technologies: readonly TechnologyCount[] }) {
  if (technologies.length === 0) return null;
  return <Figures of={technologies.map((each) => [each.name, toCountText(each)])} />;
}
