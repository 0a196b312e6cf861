import type { Definition, TierCounts } from '../../client/resources/list-answers';
import { TIERS } from '../../client/resources/lists';
import { toDefinitionLines } from './definition-words';
import type { Remote } from './remote';

interface Props {
  readonly definition: Remote<Definition | null>;
  readonly counts: Remote<TierCounts | null>;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onRetry: () => void;
}

/** Which companies belong to the list, in words, and how many there are. */
export function DefinitionCard({ definition, counts, canEdit, onEdit, onRetry }: Props) {
  return (
    <section aria-labelledby="definition-title">
      <h3 id="definition-title">Definition</h3>
      {definition.is === 'loading' && (
        <p role="status" class="is-busy">
          Loading the definition…
        </p>
      )}
      {definition.is === 'failed' && (
        <p role="alert" class="problem">
          {definition.sentence}
        </p>
      )}
      {definition.is === 'ready' && definition.value === null && (
        <p class="hint">None: companies are added to this list by hand.</p>
      )}
      {definition.is === 'ready' && definition.value !== null && (
        <ul class="told">
          {toDefinitionLines(definition.value.tree).map(({ depth, text }, at) => (
            <li key={at} class={`depth-${Math.min(depth, 4)}`} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      <Counts counts={counts} />
      <div class="buttons">
        {canEdit && definition.is === 'ready' && (
          <button id="edit-definition" type="button" onClick={onEdit}>
            {definition.value === null ? 'Add a definition' : 'Edit definition'}
          </button>
        )}
        {(definition.is === 'failed' || counts.is === 'failed') && (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </section>
  );
}

function Counts({ counts }: Pick<Props, 'counts'>) {
  if (counts.is === 'loading') {
    return (
      <p role="status" class="is-busy">
        Counting companies…
      </p>
    );
  }
  if (counts.is === 'failed') {
    return (
      <p role="alert" class="problem">
        {counts.sentence}
      </p>
    );
  }
  const { value } = counts;
  if (value === null) return <p class="hint">Trace does not say how many companies it has.</p>;
  return (
    <div class="chips" role="group" aria-label="Companies by tier">
      {TIERS.map((tier) => (
        <span key={tier} class="chip">
          <b>{value[tier]?.toLocaleString('en-US') ?? '?'}</b> {tier}
        </span>
      ))}
    </div>
  );
}
