import type { LastCheck, TechnologyCount } from '../common/file-notes';
import { Figures } from '../common/figures';
import { Outcome, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { toDayText } from '../common/words';
import { toCountText } from './change-counts';
import { NO_CHANGE_ROWS } from './changes-sheet';
import { toComparedText } from './update-text';

/** What the last check found, once its changes are not on the page any more. */
export function LastCheckView({ check }: { readonly check: LastCheck }) {
  const { host } = useSheet();
  const errand = useErrand();
  const showSheet = (): void =>
    void errand.attempt('Opening the sheet…', async () => {
      const name = await host.insertBelowTitles(NO_CHANGE_ROWS);
      return name === null
        ? 'This file has no What changed sheet. After your next check, choose Add to What changed sheet.'
        : `The changes are on the sheet ${name}.`;
    });
  return (
    <article class="asked" aria-labelledby="last-check-title">
      <h3 id="last-check-title">Last check · {toDayText(check.atMs)}</h3>
      <p class="hint">{toComparedText(check)}</p>
      <CountedTechnologies technologies={check.technologies} />
      {check.changed > 0 && (
        <div class="buttons">
          <PressButton isOff={errand.isBusy} onPress={showSheet}>
            Open What changed sheet
          </PressButton>
        </div>
      )}
      <Outcome {...errand} />
    </article>
  );
}

/** How many companies adopted and dropped each technology. */
export function CountedTechnologies({ technologies }: { readonly technologies: readonly TechnologyCount[] }) {
  if (technologies.length === 0) return null;
  return <Figures of={technologies.map((each) => [each.name, toCountText(each)])} />;
}
