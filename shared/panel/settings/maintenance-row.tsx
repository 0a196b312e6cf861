import type { ComponentChildren, Ref } from 'preact';

interface Props {
  readonly title: string;
  readonly id: string;
  readonly note: string;
  /** On the button. */
  readonly label: string;
  /** The same with what it is about, for those who hear it without the title. */
  readonly name: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onPress: () => void;
  /** What the button led to. */
  readonly children: ComponentChildren;
}

/** An action beside what it is about, with its result below. */
export function MaintenanceRow({ title, id, note, label, name, buttonRef, onPress, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div class="action-row">
        <div>
          <h2 id={id}>{title}</h2>
          {/* The line is reserved, so that the button does not move under the pointer when the note appears. */}
          <p class="hint">{note === '' ? '\u00a0' : note}</p>
        </div>
        <button
          type="button"
          aria-label={name}
          {...(buttonRef === undefined ? {} : { ref: buttonRef })}
          onClick={onPress}
        >
          {label}
        </button>
      </div>
      {children}
    </section>
  );
}
