import type { RefObject } from 'preact';
import type { Definition } from '../../client/resources/list-answers';
import { toConditionsText } from './definition-words';
import { mayChange, nameOfList } from './list-text';
import { useOpenList } from './open-list';
import { Unread, type Remote } from './remote';
import { Said } from '../common/outcome';

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
      <Said style={said === '' ? '' : 'is-set'}>{said}</Said>
      {!canEdit && <p class="hint">You can read this list. To change it, ask its owner for editor access.</p>}
      <Unread of={conditions} loading="Loading the conditions…" onRetry={onRetry} />
      {conditions.is === 'ready' && (
        <p class="hint" dir="auto">
          {conditions.value === null
            ? 'No conditions: companies are added to this list by hand.'
            : toConditionsText(conditions.value.tree)}
        </p>
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
