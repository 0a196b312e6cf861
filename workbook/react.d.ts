/** The only part of React that our page uses. The grid brings React along without types. */
declare module 'react' {
  export function createElement(tag: string, attributes: Readonly<Record<string, string>>): unknown;
}
