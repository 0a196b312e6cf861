import { readFileSync } from 'node:fs';

const page = readFileSync('docs/stored-formats.md', 'utf8');

/** The examples of a section, as they are stored. */
export function examples(section: string): readonly string[] {
  return blocks(section, 'json').map((json) => JSON.stringify(JSON.parse(json)));
}

/** The blocks of a section in a language, word for word. */
export function blocks(section: string, language: string): readonly string[] {
  const [, text = ''] = page.split(`\n## ${section}`);
  const [own = ''] = text.split('\n## ');
  return own
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((block) => block.split('\n```')[0]!);
}

/** The example beside a name in one of the page's tables. */
export function exampleOf(name: string): string {
  const line = page.split('\n').find((each) => each.replaceAll('\\|', '|').startsWith(`| \`${name}\` `));
  const [, , , example = ''] = line?.split(/(?<!\\)\|/) ?? [];
  return example.trim().slice(1, -1);
}
