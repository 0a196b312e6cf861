import type { FilterFields } from '../../client/resources/list-answers';
import { addTo, removeAt, setOp, viewOf, type Path, type Tree } from './definition-tree';
import { ConditionEditor } from './condition-editor';
import { useEditedDefinition } from './edited-definition';
import { Select } from '../common/fields/controls';

interface Props {
  /** The group that is shown. */
  readonly node: unknown;
  readonly path: Path;
  /** Whether nothing can be changed for the moment. */
  readonly isOff?: boolean;
}

const OPS = [
  ['and', 'All of these'],
  ['or', 'Any of these'],
] as const;

/** A group of conditions, with groups in it. */
export function GroupEditor({ node, path, isOff = false }: Props) {
  const { fields, root, onChange } = useEditedDefinition();
  const view = viewOf(node);
  if (view.is !== 'group') return null;
  const name = nameOf(path);
  const add = (made: Tree): void => {
    onChange(addTo(root, path, made));
    focusSoon([...path, view.children.length]);
  };
  return (
    <fieldset class={path.length === 0 ? 'group bare' : 'group'} disabled={isOff}>
      <legend class="unseen">{name}</legend>
      <div class="group-head">
        <Select
          aria-label={`${name}: which conditions must hold`}
          value={view.op}
          choices={OPS}
          onChoose={(op) => onChange(setOp(root, path, op))}
        />
        {path.length > 0 && (
          <button type="button" aria-label={`Remove ${name}`} onClick={() => onChange(removeAt(root, path))}>
            Remove group
          </button>
        )}
      </div>
      {view.extra !== '' && <Kept text={view.extra} />}
      {view.children.map((child, at) => {
        const place = [...path, at];
        const own = viewOf(child);
        const isOnly = path.length === 0 && view.children.length === 1;
        const remove = isOnly ? null : () => onChange(removeAt(root, place));
        if (own.is === 'group') {
          return <GroupEditor key={at} node={child} path={place} />;
        }
        return own.is === 'condition' ? (
          <ConditionEditor key={at} view={own} path={place} onRemove={remove} />
        ) : (
          <div key={at} class="condition">
            <Kept text={own.text} />
            {remove !== null && (
              <button type="button" aria-label={`Remove condition ${at + 1} of ${name}`} onClick={remove}>
                Remove
              </button>
            )}
          </div>
        );
      })}
      <div class="buttons">
        <button type="button" aria-label={`Add condition to ${name}`} onClick={() => add(newCondition(fields))}>
          Add condition
        </button>
        <button
          type="button"
          aria-label={`Add group to ${name}`}
          onClick={() => add({ op: view.op === 'and' ? 'or' : 'and', children: [newCondition(fields)] })}
        >
          Add group
        </button>
      </div>
    </fieldset>
  );
}

/** What this version cannot edit. */
function Kept({ text }: { readonly text: string }) {
  return (
    <p class="hint">
      Kept as it is: <code>{text}</code>
    </p>
  );
}

export function newCondition({ fields }: Pick<FilterFields, 'fields'>): Tree {
  const field = fields?.[0];
  return { field: field?.name ?? 'name', operator: field?.operators[0] ?? 'equals', value: '' };
}

/** Such as `group 2.1`, for people who hear the page. */
function nameOf(path: Path): string {
  return path.length === 0 ? 'the list' : `group ${path.map((at) => at + 1).join('.')}`;
}

function focusSoon(path: Path): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-path="${path.join('.')}"] select`)?.focus());
}
