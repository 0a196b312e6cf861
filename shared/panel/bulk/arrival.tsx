import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A sentence that comes in place of the control that was pressed, and takes its focus. */
export function Arrival({ look = '', children }: Props) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) sentence.current?.focus();
  }, []);
  return (
    <p class={look} tabIndex={-1} ref={sentence}>
      {children}
    </p>
  );
}
