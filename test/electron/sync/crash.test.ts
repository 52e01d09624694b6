import { renameSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Vault } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";
import { bookOf, filesIn, importBytes, newClient, officeBlock, pairUp, refusal } from "../../support/office.ts";
import { type CrashBlock, crashBlock, crashCase, stepsOfExport } from "../../support/package-crash.ts";

const block = officeBlock();
afterAll(() => block.end());

describe("an export killed", () => {
  let start: CrashBlock;
  let steps: readonly string[];
  beforeAll(async () => {
    start = await crashBlock(block);
    steps = await stepsOfExport(block, start);
  });

  // Before every step, each with and without the folder being emptied: test/faults/packages.ts.
  test("between sealing, recording and delivering loses no operation and forks nothing", {
    timeout: 60_000,
  }, async () => {
    const sealed = steps.findIndex((name) => name.startsWith("rename") && name.endsWith(".package"));
    expect(steps.slice(sealed).map((name) => name.replace(/ .*[/-]/, " …"))).toHaveLength(11);
    for (let step = sealed + 1; step <= steps.length; step += 2) {
      expect(await crashCase(block, start, step, (step - sealed) % 4 === 3), steps[step - 1]).toBeUndefined();
    }
  });
});

describe("a record the disk refused", () => {
  /** A vault whose next append is stored and then called a failure, as a failing flush may be. */
  function refusingOnce(isStored: boolean) {
    let isArmed = false;
    const wrap = (vault: Vault): Vault =>
      new Proxy(vault, {
        get(target, name) {
          const value = Reflect.get(target, name, target);
          if (name !== "append") return typeof value === "function" ? value.bind(target) : value;
          return async (operations: Parameters<Vault["append"]>[0]) => {
            if (!isArmed) return target.append(operations);
            isArmed = false;
            if (isStored) await target.append(operations);
            throw new AppError("disk-error");
          };
        },
      });
    return { wrap, arm: () => (isArmed = true) };
  }

  for (const isStored of [false, true]) {
    test(`${isStored ? "but kept" : "and did not keep"} is tried again as it is, so that its number stands for one package`, async () => {
      const failing = refusingOnce(isStored);
      const advisor = await block.office("陆文澜", { wrap: failing.wrap });
      const branch = await block.office("周敏");
      await pairUp(advisor, branch);
      const folder = await block.folder();
      await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
      await newClient(advisor, "c-1", "王建国");
      failing.arm();
      expect(await refusal(advisor.sync.exportToFolder())).toMatchObject({ code: "disk-error" });
      expect(await readdir(folder)).toEqual([]);
      await newClient(advisor, "c-2", "李芳");
      await advisor.sync.exportToFolder();
      const names = await readdir(folder);
      expect(names).toHaveLength(2);
      for (const name of names) await importBytes(branch, await readFile(path.join(folder, name)));
      expect(await bookOf(branch.vault)).toMatchObject(await bookOf(advisor.vault));
      expect(advisor.vault.rows("packageOut").size).toBe(2);
    });
  }
});

test("a folder that goes away in the middle of an export gets the package when it comes back", async () => {
  const folder = await block.folder();
  let isPulled = false;
  const advisor = await block.office("陆文澜", {
    onEvent(event) {
      if (event !== "jobProgress" || isPulled) return;
      isPulled = true;
      renameSync(folder, `${folder}-away`);
    },
  });
  const branch = await block.office("周敏");
  await pairUp(advisor, branch);
  await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
  expect(await refusal(advisor.sync.exportToFolder())).toMatchObject({ code: "folder-absent" });
  expect(advisor.vault.rows("packageOut").size).toBe(1);
  renameSync(`${folder}-away`, folder);
  expect(await readdir(folder)).toEqual([]);
  expect(await advisor.sync.exportToFolder()).toMatchObject({ seq: 1 });
  const [name = ""] = await readdir(folder);
  expect(await importBytes(branch, await readFile(path.join(folder, name)))).toMatchObject({ created: 1 });
});

describe("a lost package", () => {
  test("can be sent again, also after it was sent, and fits where it is missing", async () => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    const folder = await block.folder();
    await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    const first = await advisor.sync.exportToFolder();
    await rm(path.join(folder, first.fileName));
    await newClient(advisor, "c-1", "王建国");
    const second = await advisor.sync.exportToFolder();
    const bytes = await readFile(path.join(folder, second.fileName));
    expect(await refusal(importBytes(branch, bytes))).toEqual({
      code: "package-gap",
      params: { seq: 2, missing: "1" },
    });
    await advisor.sync.sendAgain(first.id);
    await importBytes(branch, await readFile(path.join(folder, first.fileName)));
    expect(await importBytes(branch, bytes)).toMatchObject({ created: 1 });
    expect(await refusal(advisor.sync.sendAgain("0".repeat(32)))).toMatchObject({ code: "nothing-to-export" });
  });

  test("does not take the place of another file of its name", async () => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    const folder = await block.folder();
    await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    const first = await advisor.sync.exportToFolder();
    await advisor.sync.sendAgain(first.id);
    expect(await readdir(folder)).toEqual([first.fileName]);
    const bytes = await readFile(path.join(folder, first.fileName));
    await rm(path.join(folder, first.fileName));
    await importBytes(branch, bytes);
    await writeFile(path.join(folder, first.fileName), "somebody else's");
    await advisor.sync.sendAgain(first.id);
    const label = first.fileName.replace(".suitbook.age", "");
    const names = [`${label}-${first.id.slice(0, 8)}.suitbook.age`, first.fileName].sort();
    expect((await readdir(folder)).sort()).toEqual(names);
    expect(await readFile(path.join(folder, first.fileName), "utf8")).toBe("somebody else's");
  });
});

test("what an interrupted session left in the quarantine and the outbox is gone at the next", async () => {
  const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  await pairUp(advisor, branch);
  const folder = await block.folder();
  await advisor.sync.exportToFile(path.join(folder, "a.age"));
  await branch.sync.receive(oneOf(await readFile(path.join(folder, "a.age"))));
  await mkdir(path.join(branch.dir, "outbox"), { recursive: true });
  for (const name of [`${"a".repeat(32)}.package`, `${"b".repeat(32)}.receipt`, `${"c".repeat(32)}.package.part`]) {
    await writeFile(path.join(branch.dir, "outbox", name), "left over");
  }
  const again = await branch.reopen();
  again.sync.start();
  await again.timers.nextSet();
  expect(await filesIn(path.join(branch.dir, "outbox"))).toEqual({});
  expect(await filesIn(branch.quarantineDir)).toEqual({});
  // The advisor's own package has a record, so it stays.
  const advisorAgain = await advisor.reopen();
  advisorAgain.sync.start();
  await advisorAgain.timers.nextSet();
  expect(Object.keys(await filesIn(path.join(advisor.dir, "outbox")))).toHaveLength(1);
});

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
