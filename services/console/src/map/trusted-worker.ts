/**
 * The page's policy lets no text become script. The map starts its worker by its address, a text: this allows the
 * one address that the build has given it, and nothing else of any kind.
 */
export function trustWorker(workerUrl: string): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href === new URL(workerUrl, location.href).href) return url;
      throw new TypeError(`${url} is not the map's worker.`);
    },
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}
