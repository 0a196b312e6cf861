import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A sentence that replaces the pressed control and takes its focus. */
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
