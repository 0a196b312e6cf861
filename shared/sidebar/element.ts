/** What an element is given besides its text and children; `false` leaves an attribute out. */
type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes and content. Text is only ever text: nothing here reads HTML. */
export function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...content);
  return made;
}
