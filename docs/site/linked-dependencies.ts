/**
 * For checkouts whose `node_modules` is a link to quite another place, as in the tests of `pnpm start`. Astro takes the
 * path of a component's style or script for one below the site when the two have no folder in common, and does not
 * find the component. Vite's own prefix for files elsewhere tells it better.
 */
interface Context {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<{ readonly id: string } | null>;
}

const prefix = "/@fs";
const firstFolder = (path: string): string => path.split("/")[1] ?? "";

/** The plugin; in a checkout with dependencies of its own it does nothing. */
export function linkedDependencies(root: string) {
  return {
    name: "vinr:linked-dependencies",
    enforce: "pre" as const,
    async resolveId(this: Context, id: string, importer: string | undefined): Promise<string | undefined> {
      if (importer?.startsWith(`${prefix}/`)) {
        return (await this.resolve(id, importer.slice(prefix.length), { skipSelf: true }))?.id;
      }
      const isPart = /^\/(?!@).*\/node_modules\/.*\.astro\?astro&/.test(id);
      return isPart && firstFolder(id) !== firstFolder(root) ? `${prefix}${id}` : undefined;
    },
  };
}
