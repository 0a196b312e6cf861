interface Props {
  readonly text: string;
  readonly action: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be taken back. */
export function Question({ text, action, onAct, onCancel }: Props) {
  return (
    <div class="asked" role="group" aria-label={action}>
      <p>{text}</p>
      <div class="buttons">
        <button type="button" onClick={onAct}>
          {action}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
