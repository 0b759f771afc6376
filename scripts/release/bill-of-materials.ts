import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { readTarballs, type Tarball } from "./tarballs.ts";

interface Lockfile {
  readonly importers: Readonly<
    Record<string, { readonly dependencies?: Record<string, { readonly version: string }> }>
  >;
  readonly packages: Readonly<Record<string, { readonly resolution: { readonly integrity: string } }>>;
  readonly snapshots: Readonly<Record<string, { readonly dependencies?: Record<string, string> }>>;
}

interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: "SHA-512"; readonly content: string }[];
}

/**
 * Writes the bill of materials of the packed packages in CycloneDX 1.6: what a project gets that installs them, from the
 * lockfile, so that nothing has to be installed to know it. It has no date: the same packages always give the same bytes.
 *
 * @returns the path of the file.
 */
export async function writeBillOfMaterials(root: string, folder: string): Promise<string> {
  const lockfile: Lockfile = parse(await readFile(path.join(root, "pnpm-lock.yaml"), "utf8"));
  const materials = new Materials(await readTarballs(root, folder), lockfile);
  const entries = materials.collect();
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    components: entries.map(({ component }) => component),
    dependencies: entries.map(({ component, dependsOn }) => ({ ref: component.purl, dependsOn })),
  };
  const file = path.resolve(folder, "sbom.cyclonedx.json");
  await writeFile(file, `${JSON.stringify(bill, undefined, 2)}\n`);
  return file;
}

interface Material {
  readonly component: Component;
  /** The package URLs of its dependencies. */
  readonly dependsOn: readonly string[];
}

/** Our packages and everything that they bring, each once. */
class Materials {
  readonly #own: readonly Tarball[];
  readonly #lockfile: Lockfile;
  readonly #entries = new Map<string, Material>();

  constructor(own: readonly Tarball[], lockfile: Lockfile) {
    this.#own = own;
    this.#lockfile = lockfile;
  }

  collect(): readonly Material[] {
    for (const { name, version } of this.#own) {
      const { dependencies = {} } = this.#lockfile.importers[name.replace("@vinr", "packages")] ?? {};
      const direct = Object.entries(dependencies).map(([dependency, found]): [string, string] => [
        dependency,
        found.version,
      ]);
      this.#add(componentOf(name, version), direct);
    }
    return [...this.#entries.values()];
  }

  #add(component: Component, dependencies: readonly (readonly [name: string, version: string])[]): string {
    if (!this.#entries.has(component.purl)) {
      this.#entries.set(component.purl, { component, dependsOn: [] });
      const dependsOn = dependencies.map(([name, version]) => this.#addDependency(name, version));
      this.#entries.set(component.purl, { component, dependsOn });
    }
    return component.purl;
  }

  #addDependency(name: string, version: string): string {
    const own = this.#own.find((tarball) => tarball.name === name);
    if (own !== undefined) return componentOf(own.name, own.version).purl;
    // `2.1.8(hono@4.13.19)`: the version, and the peer that it found.
    const plain = version.replace(/\(.*/, "");
    const { integrity } = this.#lockfile.packages[`${name}@${plain}`]?.resolution ?? {};
    return this.#add(
      componentOf(name, plain, integrity),
      Object.entries(this.#lockfile.snapshots[`${name}@${version}`]?.dependencies ?? {}),
    );
  }
}

function componentOf(name: string, version: string, integrity?: string): Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const hashes = integrity && [
    { alg: "SHA-512" as const, content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") },
  ];
  return { type: "library", "bom-ref": purl, name, version, purl, ...(hashes && { hashes }) };
}
