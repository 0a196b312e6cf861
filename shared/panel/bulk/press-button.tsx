import type { ComponentChildren } from 'preact';

interface Props {
  /** Off for the moment: it keeps the focus, which a keyboard would otherwise have to bring back from the top of the page. */
  readonly isOff?: boolean;
  readonly isMain?: boolean;
  /** Absent: it submits its form, which looks by itself whether there is anything to be done. */
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}

/** A button that may be off for the moment. */
export function PressButton({ isOff = false, isMain = false, onPress, children }: Props) {
  return (
    <button
      type={onPress === undefined ? 'submit' : 'button'}
      class={isMain ? 'main' : ''}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress?.()}
    >
      {children}
    </button>
  );
}
