import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  readonly style: string;
  readonly title: ComponentChildren;
  readonly isOpenAtFirst?: boolean;
  readonly children: ComponentChildren;
}

/** Folded away, it is not drawn, and so reads and asks for nothing. */
export function Fold({ style, title, isOpenAtFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details class={style} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
