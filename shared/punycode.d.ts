/** Named by its file, because the bare name is a deprecated module of Node. */
declare module 'punycode/punycode.es6.js' {
  export function toASCII(domain: string): string;
}
