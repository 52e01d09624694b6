import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Entry = { resolved?: string; integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> };
type Packages = Readonly<Record<string, Entry>>;

const publicRegistry = "https://registry.npmjs.org/";

/** Platform binaries that a package asks for and the lock file does not hold: `npm ci` fails, or another system lacks them. */
function missingOptional(packages: Packages): string[] {
  const found: string[] = [];
  for (const [place, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!placesToLook(place).some((folder) => packages[`${folder}node_modules/${name}`])) {
        found.push(`${place || "(root)"} -> ${name}`);
      }
    }
  }
  return found;
}

/** Node's own search: beside the package, then in every folder above it. */
function placesToLook(place: string): string[] {
  const steps = place.split("/node_modules/").map((_, i, all) => all.slice(0, all.length - i).join("/node_modules/"));
  return [...steps.map((step) => (step ? `${step}/` : "")), ""];
}

function foreignHosts(packages: Packages): string[] {
  return Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined && !entry.resolved.startsWith(publicRegistry))
    .map(([place, entry]) => `${place}: ${entry.resolved}`);
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Packages };

describe("the lock file", () => {
  test("holds every platform binary its packages ask for, so that it installs on every system", () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
    expect(missingOptional(lock.packages)).toEqual([]);
  });

  test("names no host but the public registry", () => {
    expect(foreignHosts(lock.packages)).toEqual([]);
  });

  test("has a checksum for everything it installs", () => {
    const bare = Object.entries(lock.packages).filter(([place, entry]) => place !== "" && !entry.integrity);
    expect(bare.map(([place]) => place)).toEqual([]);
  });
});

test("the guard sees a missing binary and a foreign host", () => {
  const planted: Packages = {
    "": { optionalDependencies: { here: "1" } },
    "node_modules/here": { resolved: "https://mirror.example/here.tgz" },
    "node_modules/tool": { optionalDependencies: { here: "1", inner: "1", "tool-mac": "1" } },
    "node_modules/tool/node_modules/inner": { optionalDependencies: { here: "1" } },
  };
  expect(missingOptional(planted)).toEqual(["node_modules/tool -> tool-mac"]);
  expect(foreignHosts(planted)).toEqual(["node_modules/here: https://mirror.example/here.tgz"]);
});
