/** esbuild bundles a style sheet that a module imports (https://esbuild.github.io/content-types/#css); it exports nothing. */
declare module '*.css';
