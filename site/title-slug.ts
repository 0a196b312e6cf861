/** The slug that most icons have. */
export function toSlug(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '');
}
