export interface LinkListParts {
  readonly links: readonly (readonly [page: string, name: string])[];
  /** A last link, to the complete list. */
  readonly more?: readonly [page: string, name: string];
}

export function LinkList({ links, more }: LinkListParts) {
  return (
    <ul>
      {links.map(([page, name]) => (
        <li key={page}>
          <a href={page}>{name}</a>
        </li>
      ))}
      {more !== undefined && (
        <li class="more">
          <a href={more[0]}>{more[1]}</a>
        </li>
      )}
    </ul>
  );
}
