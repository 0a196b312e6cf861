import type { RefObject } from 'preact';
import type { Definition } from '../../client/resources/list-answers';
import { toConditionsText } from './definition-words';
import { mayChange, nameOfList, type Remote } from './list-text';
import { useOpenList } from './open-list';

interface Props {
  readonly title: RefObject<HTMLHeadingElement>;
  readonly conditions: Remote<Definition | null>;
  /** What happened before; `''`: nothing. */
  readonly said: string;
  readonly onBack: () => void;
  readonly onEdit: () => void;
  readonly onRetry: () => void;
}

/** The name of a list, and which companies belong to it. */
export function ListHead({ title, conditions, said, onBack, onEdit, onRetry }: Props) {
  const { list } = useOpenList();
  const canEdit = mayChange(list);
  return (
    <div class="flow-head">
      <button type="button" class="link" onClick={onBack}>
        All lists
      </button>
      <h2 ref={title} tabIndex={-1} dir="auto">
        {nameOfList(list)}
      </h2>
      {list.access_level !== null && <span class="badge">{list.access_level}</span>}
      <p role="status" class={said === '' ? '' : 'is-set'}>
        {said}
      </p>
      {!canEdit && <p class="hint">You can read this list. To change it, ask its owner for editor access.</p>}
      {conditions.is === 'loading' && (
        <p role="status" class="is-busy">
          Loading the conditions…
        </p>
      )}
      {conditions.is === 'failed' && (
        <p role="alert" class="problem">
          {conditions.sentence}
        </p>
      )}
      {conditions.is === 'ready' && (
        <p class="hint" dir="auto">
          {conditions.value === null
            ? 'No conditions: companies are added to this list by hand.'
            : toConditionsText(conditions.value.tree)}
        </p>
      )}
      {conditions.is === 'failed' && (
        <div class="buttons">
          <button type="button" onClick={onRetry}>
            Retry
          </button>
        </div>
      )}
      {canEdit && conditions.is === 'ready' && (
        <div class="buttons">
          <button id="edit-conditions" type="button" onClick={onEdit}>
            {conditions.value === null ? 'Add conditions' : 'Edit conditions'}
          </button>
        </div>
      )}
    </div>
  );
}
