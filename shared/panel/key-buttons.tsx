import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly isBusy: boolean;
  /** Absent where the host cannot test a key. */
  readonly onTest?: () => void;
  readonly onReplace: () => void;
  readonly onForget: () => void;
}

/** The buttons for a key that is set. Removing it asks first, since it is shown nowhere again. */
export function KeyButtons({ isBusy, onTest, onReplace, onForget }: Props) {
  const [isAsking, setAsking] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const wasAsking = useRef(false);
  // The pressed button is gone, and with it the focus. The harmless choice comes first.
  useLayoutEffect(() => {
    if (wasAsking.current !== isAsking && !isBusy) field.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking, isBusy]);
  if (isAsking) {
    const forget = (): void => {
      setAsking(false);
      onForget();
    };
    return (
      <fieldset ref={field} class="bare" disabled={isBusy} aria-labelledby="forget-title">
        <p id="forget-title">
          Forget this key? Formulas get no new answers without one. Trace does not show it again, so keep a copy.
        </p>
        <div class="buttons">
          <button type="button" onClick={() => setAsking(false)}>
            Keep the key
          </button>
          <button type="button" onClick={forget}>
            Forget the key
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <fieldset ref={field} class="bare buttons" disabled={isBusy} aria-labelledby="key-title">
      {onTest !== undefined && (
        <button type="button" aria-label="Test the key" onClick={onTest}>
          Test
        </button>
      )}
      <button type="button" aria-label="Replace the key" onClick={onReplace}>
        Replace
      </button>
      <button type="button" aria-label="Forget the key" onClick={() => setAsking(true)}>
        Forget
      </button>
    </fieldset>
  );
}
