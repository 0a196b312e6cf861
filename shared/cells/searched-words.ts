/** Words of a question that name nothing to look for. */
const FILLERS = new Set(
  'a an and are can do does for from have has how i in is it me much my of on our please show the their them to want we'.split(
    ' ',
  ),
);

/** The words of a question to look for, without plurals: "uses" is in "use" and in "uses". */
export function toSearchedWords(typed: string): readonly string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s?!.,]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
