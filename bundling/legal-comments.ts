/** Matches a comment that names its author or license. */
const OWNER = /\bcopyright\b|\(c\)\s*\d{4}|@license\b|\blicensed under\b/i;
const COMMENT = /\/\*[\s\S]{10,4000}?\*\//g;

/** The comments of a source that name its author and license, without comment markers. */
export function legalComments(source: string): readonly string[] {
  const comments = source.match(COMMENT) ?? [];
  return comments.filter((comment) => OWNER.test(comment)).map(toText);
}

function toText(comment: string): string {
  const lines = comment.slice('/*'.length, -'*/'.length).split('\n');
  return lines
    .map((line) => line.replace(/^\s*[*!]*\s?/, '').trimEnd())
    .join('\n')
    .trim();
}
