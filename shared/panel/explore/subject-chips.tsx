import type { ComponentChildren } from 'preact';
import { useExploring } from './exploring';
import { keyOf, nameOf, type Subject } from './subject';

interface Props {
  readonly of: readonly Subject[];
  readonly toText?: (subject: Subject) => string;
  /** What they have in common, for people who hear the page; absent: what is above them says it. */
  readonly label?: string;
  /** Another button. */
  readonly children?: ComponentChildren;
}

/** What can be opened in Explore, to click. */
export function SubjectChips({ of, toText = nameOf, label, children }: Props) {
  const exploring = useExploring();
  return (
    <div class="chips" {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {of.map((subject) => (
        <button key={keyOf(subject)} type="button" class="chip" onClick={() => exploring.open(subject)}>
          {toText(subject)}
        </button>
      ))}
      {children}
    </div>
  );
}

/** Technologies as what can be opened. */
export function toTechnologySubjects(technologies: readonly { readonly name: string }[]): readonly Subject[] {
  return technologies.map(({ name }) => ({ is: 'technology', name }));
}
