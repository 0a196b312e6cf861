interface Props {
  readonly isBusy: boolean;
  /** Left out where the host cannot test a key. */
  readonly onTest?: () => void;
  readonly onReplace: () => void;
  readonly onForget: () => void;
}

/** What can be done with a key that is set. */
export function KeyButtons({ isBusy, onTest, onReplace, onForget }: Props) {
  return (
    <fieldset class="bare buttons" disabled={isBusy} aria-labelledby="key-title">
      {onTest !== undefined && (
        <button type="button" aria-label="Test the key" onClick={onTest}>
          Test
        </button>
      )}
      <button type="button" aria-label="Replace the key" onClick={onReplace}>
        Replace
      </button>
      <button type="button" aria-label="Forget the key" onClick={onForget}>
        Forget
      </button>
    </fieldset>
  );
}
