import type { ComponentChildren } from 'preact';

interface Props {
  /** Disabled for the moment, but keeps the focus: otherwise keyboard users would start at the top of the page. */
  readonly isOff?: boolean;
  readonly isMain?: boolean;
  /** Absent: it submits its form, which checks by itself whether there is anything to do. */
  readonly onPress?: (button: HTMLButtonElement) => void;
  readonly children: ComponentChildren;
}

/** A button that may be disabled for the moment. */
export function PressButton({ isOff = false, isMain = false, onPress, children }: Props) {
  return (
    <button
      type={onPress === undefined ? 'submit' : 'button'}
      class={isMain ? 'main' : ''}
      aria-disabled={isOff}
      onClick={({ currentTarget }) => !isOff && onPress?.(currentTarget)}
    >
      {children}
    </button>
  );
}

/** A button that looks like a link. */
export function LinkButton({ onPress, children }: Required<Pick<Props, 'onPress' | 'children'>>) {
  return (
    <button type="button" class="link" onClick={({ currentTarget }) => onPress(currentTarget)}>
      {children}
    </button>
  );
}
