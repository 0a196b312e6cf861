interface Entry {
  readonly domain: string;
  readonly company: { readonly name: string };
}

const BETWEEN = '},{"domain":';
const RECORD = '"company":';

/**
 * The minimum that shows companies and keeps them for the next time: it parses the answers, cuts their texts apart,
 * and puts each into a map by its domain. It sends nothing, waits for nothing, counts no credits, and trusts what it
 * reads.
 *
 * @param kept by domain
 * @returns the names to show
 */
export function readAndKeep(answers: readonly string[], kept: Map<string, string>): readonly string[] {
  return answers.flatMap((answer) => {
    const { results } = JSON.parse(answer) as { readonly results: readonly Entry[] };
    const parts = answer.slice(0, answer.lastIndexOf('}]')).split(BETWEEN);
    return results.map(({ domain, company }, at) => {
      const part = parts[at]!;
      kept.set(`trace|${domain}`, `["${domain}",${part.slice(part.indexOf(RECORD) + RECORD.length)}]`);
      return company.name;
    });
  });
}
