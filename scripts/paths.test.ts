import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pathWithin, realPathWithin } from "./paths.ts";
import { makeFolder } from "./testing.ts";

describe("pathWithin", () => {
  it.each(["a", "a/b.ts", "a/../b", "..a/b", "/root/a"])("accepts %s", (path) => {
    expect(pathWithin("/root", path).startsWith("/root/")).toBe(true);
  });

  it.each(["", ".", "..", "../a", "a/../../b", "../root2/a", "/etc/passwd", "/root2/a"])("rejects %j", (path) => {
    expect(() => pathWithin("/root", path)).toThrow("is not a path within /root");
  });
});

describe("realPathWithin", () => {
  it("rejects a link that leads out of the root, and follows one that stays in it", async () => {
    const folder = await makeFolder();
    const root = join(folder, "root");
    await mkdir(root);
    await writeFile(join(folder, "secret"), "");
    await writeFile(join(root, "own"), "");
    await symlink("../secret", join(root, "out"));
    await symlink("own", join(root, "in"));
    await symlink("..", join(root, "up"));
    await expect(realPathWithin(root, "out")).rejects.toThrow("is not a path within");
    await expect(realPathWithin(root, "up/secret")).rejects.toThrow("is not a path within");
    expect(await realPathWithin(root, "in")).toBe(await realPathWithin(root, "own"));
  });
});
