/** What a late script finds at its own element. */
interface LateElement extends HTMLScriptElement {
  late?: { readonly common: readonly unknown[]; readonly receive: (exports: never) => void };
}

/**
 * Runs a script of the same folder, which takes from the one that loads it what both need: there are no globals for it.
 * The build calls this in place of an `import()`, which no browser repeats after a failure:
 * https://github.com/whatwg/html/issues/6768.
 *
 * @param common what the script takes, in the order that the build knows
 * @returns what the script exports
 */
export function loadLate(name: string, common: readonly unknown[]): Promise<never> {
  return new Promise((resolve, reject) => {
    const script: LateElement = document.createElement('script');
    script.late = { common, receive: resolve };
    // A script that has run has been received before this.
    script.onload = script.onerror = () => {
      script.remove();
      reject(new Error(name));
    };
    script.src = name;
    document.head.appendChild(script);
  });
}
