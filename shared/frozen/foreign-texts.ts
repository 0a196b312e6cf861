/**
 * Whether somebody else may have written one of the texts that a file keeps of frozen formulas. Any value could then
 * make room for a formula of theirs.
 *
 * @param texts `''`: nothing is kept there
 */
export function hasForeign(texts: readonly string[], isOwn: (text: string) => boolean): boolean {
  return texts.some((text) => text !== '' && !isOwn(text));
}

/**
 * Whether texts get this person's mark as they are written. What others have written must not become this person's by
 * being written again, agreed to or not.
 *
 * @param wereForeign {@link hasForeign} of the texts that they replace
 */
export function becomeOwn(texts: readonly string[], wereForeign: boolean): boolean {
  return texts.length > 0 && !wereForeign;
}
