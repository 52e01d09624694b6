import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { allowedSigner, packageNamespace } from "../../../electron/crypto/sshsig.ts";
import { nodeDisk } from "../../../electron/vault/disk.ts";
import { stampOf } from "../../../shared/log/merge.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import { parseManifest } from "../../../shared/package/manifest.ts";
import { testWith } from "../../support/external-tools.ts";
import { digest, forge, keysOf } from "../../support/forge.ts";
import {
  bookOf,
  exported,
  filesIn,
  importBytes,
  logContact,
  newClient,
  noon,
  officeBlock,
  pairUp,
  receive,
  refusal,
  saveClient,
} from "../../support/office.ts";
import { runTool } from "../../support/run-tool.ts";

const block = officeBlock();
afterEach(() => block.end());

async function pairOfOffices() {
  const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  await pairUp(advisor, branch);
  return { advisor, branch, folder: await block.folder() };
}

describe("an export", () => {
  test("brings the branch what the advisor wrote, and the receipt brings the answer back", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await branch.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await newClient(advisor, "c-1", "王建国", { phone: "13800138000" });
    await logContact(advisor, "k-1", "c-1", "谈到孩子上学");
    const preview = await receive(branch, await exported(advisor, folder));
    expect(preview).toMatchObject({
      kind: "operations",
      sender: "陆文澜",
      fingerprint: (await advisor.sync.identityCard()).fingerprint,
      seq: 1,
      operations: 3,
      created: 3,
      updated: 0,
      same: 0,
      clockDiffers: false,
    });
    expect(await branch.sync.importPreviewed(preview.previewId)).toEqual({ created: 3, updated: 0, same: 0 });
    expect(await readdir(branch.quarantineDir)).toEqual([]);
    const [ours, theirs] = [await bookOf(advisor.vault), await bookOf(branch.vault)];
    expect(theirs).toMatchObject(ours);

    const name = `sb-${advisor.device.slice(0, 8)}-0001.receipt.suitbook.age`;
    const receipt = await receive(advisor, await readFile(path.join(folder, name)));
    expect(receipt).toMatchObject({ kind: "receipt", sender: "周敏", seq: 1, operations: 3, rows: [] });
    await advisor.sync.importPreviewed(receipt.previewId);
    const [sent] = (await advisor.sync.state()).exports;
    expect(sent?.receipt).toEqual({ receivedAt: new Date(noon).toISOString(), imported: 3 });
  });

  test("takes only what is new, and never what somebody else wrote", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await newClient(advisor, "c-1", "王建国");
    await importBytes(branch, await exported(advisor, folder));
    expect(await refusal(exported(advisor, folder))).toMatchObject({ code: "nothing-to-export" });
    expect(await refusal(advisor.sync.exportToFolder())).toMatchObject({ code: "folder-absent" });

    await saveClient(advisor, "c-1", { phone: "13800138000" });
    const preview = await receive(branch, await exported(advisor, folder));
    expect(preview).toMatchObject({ seq: 2, operations: 1, created: 0, updated: 1, same: 0 });
    expect(preview.rows).toEqual([
      {
        entity: "client",
        entityId: "c-1",
        title: "王建国",
        outcome: "update",
        fields: [{ name: "phone", to: "13800138000" }],
      },
    ]);

    // The branch's own package holds the branch's own profile, and none of the advisor's clients.
    const other = await block.office("总部");
    await pairUp(branch, other);
    const upwards = await receive(other, await exported(branch, folder));
    expect(upwards.rows.map(({ entity, title }) => [entity, title])).toEqual([["profile", "周敏"]]);
  });

  test("goes into the chosen folder under a name without a person in it, in as many packages as it takes", async () => {
    const advisor = await block.office("陆文澜", { sliceLimits: { operations: 2, bytes: 1_000_000 } });
    const branch = await block.office("周敏");
    await pairUp(advisor, branch);
    const folder = await block.folder();
    await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    for (let i = 1; i <= 4; i++) await newClient(advisor, `c-${i}`, `客户${i}`);
    expect((await advisor.sync.state()).nextFileName).toBe(`sb-${advisor.device.slice(0, 8)}-0001.suitbook.age`);
    expect(await advisor.sync.exportToFolder()).toMatchObject({ seq: 3, operations: 1 });
    const label = `sb-${advisor.device.slice(0, 8)}`;
    const names = ["0001", "0002", "0003"].map((seq) => `${label}-${seq}.suitbook.age`);
    expect(await readdir(folder)).toEqual(names);
    for (const name of names) await importBytes(branch, await readFile(path.join(folder, name)));
    expect(await bookOf(branch.vault)).toMatchObject(await bookOf(advisor.vault));
  });

  test("does not part one user action, however small the packages are", async () => {
    const advisor = await block.office("陆文澜", { sliceLimits: { operations: 2, bytes: 1_000_000 } });
    await pairUp(advisor, await block.office("周敏"));
    const client = (i: number) =>
      advisor.write.operation("client", `c-${i}`, { kind: "individual", name: `客户${i}` }, `c-${i}` as never);
    await advisor.write.append([1, 2, 3, 4, 5].map(client));
    const folder = await block.folder();
    await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await advisor.sync.exportToFolder();
    expect((await advisor.sync.state()).exports.map(({ operations }) => operations)).toEqual([5, 1]);
  });

  test("says how far it is, and can be stopped without a trace", async () => {
    let onProgress = (): void => undefined;
    let onSealed = (): void => undefined;
    const rename = async (from: string, to: string) => {
      await nodeDisk.rename(from, to);
      if (to.endsWith(".package")) onSealed();
    };
    const advisor = await block.office("陆文澜", {
      onEvent: (event) => (event === "jobProgress" ? onProgress() : undefined),
      disk: { ...nodeDisk, rename },
    });
    await pairUp(advisor, await block.office("周敏"));
    const folder = await block.folder();
    for (let i = 0; i < 20; i++) await newClient(advisor, `c-${i}`, `客户${i}`);
    advisor.sync.cancel("export");
    await exported(advisor, folder, "one.age");
    const shown = advisor.events.filter(({ event }) => event === "jobProgress").map(({ payload }) => payload);
    expect(shown.at(-1)).toEqual({ job: "export", done: 21, of: 21 });
    expect(shown.length).toBeLessThanOrEqual(101);

    await newClient(advisor, "c-x", "一位");
    const before = advisor.vault.logSeq;
    const stop = () => advisor.sync.cancel("export");
    onProgress = stop;
    expect(await refusal(exported(advisor, folder, "two.age"))).toMatchObject({ code: "cancelled" });
    onProgress = () => undefined;
    // At the last moment: everything is sealed, nothing recorded.
    onSealed = stop;
    expect(await refusal(exported(advisor, folder, "two.age"))).toMatchObject({ code: "cancelled" });
    onSealed = () => undefined;
    expect(advisor.vault.logSeq).toBe(before);
    expect(await readdir(folder)).toEqual(["one.age"]);
    expect(Object.keys(await filesIn(path.join(advisor.dir, "outbox")))).toHaveLength(1);
    expect((await advisor.sync.exportToFile(path.join(folder, "two.age"))).seq).toBe(2);
  });

  test("without a branch goes to the recipients alone, in a stream of their own", async () => {
    const { advisor, folder } = await pairOfOffices();
    const lone = await block.office("秦岭");
    const branch = await block.office("周敏");
    expect(await refusal(lone.sync.exportToFile(path.join(folder, "x.age")))).toMatchObject({ code: "no-branch" });
    const recipients = [await recipientOf(await createAgeIdentity()), (await keysOf(branch)).recipient];
    const first = await lone.sync.exportToFile(path.join(folder, "x.age"), { recipients });
    const again = lone.sync.exportToFile(path.join(folder, "x.age"), { recipients: [...recipients].reverse() });
    expect(await refusal(again)).toMatchObject({ code: "nothing-to-export" });
    expect(first.stream).toMatch(/^[0-9a-f]{64}$/);
    expect(await refusal(lone.sync.exportToFile("x", { recipients: ["age1nonsense"] }))).toMatchObject({
      code: "bad-request",
    });

    // Once they pair, the numbers of the new stream do not clash with those of the old.
    await branch.sync.pairPeer({ ...(await lone.sync.identityCard()), asBranch: false });
    await importBytes(branch, await readFile(path.join(folder, "x.age")));
    await lone.sync.pairPeer({ ...(await branch.sync.identityCard()), asBranch: true });
    expect(await importBytes(branch, await exported(lone, folder))).toEqual({ created: 0, updated: 0, same: 1 });
    void advisor;
  });

  test("seals to every extra recipient as well", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const backups = await Promise.all([createAgeIdentity(), createAgeIdentity()]);
    const file = path.join(folder, "extra.age");
    const recipients = await Promise.all(backups.map(recipientOf));
    expect((await advisor.sync.exportToFile(file, { recipients })).recipients).toHaveLength(3);
    expect(await importBytes(branch, await readFile(file))).toMatchObject({ created: 1 });
  });
});

describe("what waits", () => {
  test("is counted by kind, with what is new told from what is changed", async () => {
    const { advisor, folder } = await pairOfOffices();
    await newClient(advisor, "c-1", "王建国");
    await exported(advisor, folder);
    expect((await advisor.sync.state()).waiting).toEqual({ operations: 0, groups: [] });
    await saveClient(advisor, "c-1", { phone: "13800138000" });
    await saveClient(advisor, "c-1", { phone: "13800138001" });
    await newClient(advisor, "c-2", "李芳");
    await logContact(advisor, "k-1", "c-2", "问候");
    const earliest = new Date(noon).toISOString();
    expect((await advisor.sync.state()).waiting).toEqual({
      operations: 4,
      groups: [
        { entity: "client", operations: 3, records: 2, created: 1, earliest },
        { entity: "contact", operations: 1, records: 1, created: 1, earliest },
      ],
      earliest,
    });
  });

  test("reads the log once, however often it is asked", async () => {
    let reads = 0;
    const advisor = await block.office("陆文澜", {
      wrap: (vault) =>
        new Proxy(vault, {
          get(target, name) {
            if (name === "operations") reads++;
            const value = Reflect.get(target, name, target);
            return typeof value === "function" ? value.bind(target) : value;
          },
        }),
    });
    await newClient(advisor, "c-1", "王建国");
    for (let i = 0; i < 5; i++) await advisor.sync.state();
    expect(reads).toBe(1);
    await newClient(advisor, "c-2", "李芳");
    await Promise.all([advisor.sync.state(), advisor.sync.state()]);
    expect(reads).toBe(2);
  });
});

describe("a preview", () => {
  test("tells create, update and same apart, field by field, and changes nothing", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    for (const id of ["c-1", "c-2", "c-3"]) await newClient(advisor, id, `客户 ${id}`, { address: "旧址" });
    await importBytes(branch, await exported(advisor, folder));
    // Meanwhile the branch corrects one client, later than the advisor's change to the same field.
    await saveClient(advisor, "c-1", { address: "新址", phone: "13800138000" });
    await saveClient(advisor, "c-2", { address: "旧址" });
    await saveClient(advisor, "c-3", { address: null });
    const bytes = await exported(advisor, folder, "second.age");
    branch.clock.observe(advisor.clock.last as never);
    await saveClient(branch, "c-1", { address: "分行核对过的地址" });

    const before = [branch.vault.logSeq, await bookOf(branch.vault)];
    const preview = await receive(branch, bytes);
    expect(preview).toMatchObject({ operations: 3, created: 0, updated: 2, same: 1 });
    expect(preview.groups).toEqual([{ entity: "client", created: 0, updated: 2, same: 1 }]);
    expect(preview.rows.map(({ entityId, outcome, fields }) => ({ entityId, outcome, fields }))).toEqual([
      { entityId: "c-1", outcome: "update", fields: [{ name: "phone", to: "13800138000" }] },
      { entityId: "c-3", outcome: "update", fields: [{ name: "address", from: "旧址" }] },
      { entityId: "c-2", outcome: "same", fields: [] },
    ]);
    expect([branch.vault.logSeq, await bookOf(branch.vault)]).toEqual(before);
    await branch.sync.importPreviewed(preview.previewId);
    expect((await bookOf(branch.vault))["client/c-1"]).toMatchObject({
      address: "分行核对过的地址",
      phone: "13800138000",
    });
  });

  test("knows the older contacts too, which the book keeps apart", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await newClient(advisor, "c-1", "王建国");
    const old = { client: "c-1", at: "2024-01-05T02:00:00.000Z", channel: "phone", summary: "旧谈话" };
    await advisor.write.set("contact", "k-old", old, "c-1" as never);
    await importBytes(branch, await exported(advisor, folder));
    await branch.vault.snapshot();
    await advisor.write.set("contact", "k-old", { summary: "补记" }, "c-1" as never);
    const { rows } = await receive(branch, await exported(advisor, folder, "b.age"));
    expect(rows).toMatchObject([{ title: "王建国", outcome: "update", fields: [{ from: "旧谈话", to: "补记" }] }]);
  });

  test("shows at most two hundred rows and counts them all", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const ids = Array.from({ length: 230 }, (_, i) => `c-${i}`);
    const make = (id: string) =>
      advisor.write.operation("client", id, { kind: "individual", name: `客户 ${id}` }, id as never);
    await advisor.write.append(ids.map(make));
    const preview = await receive(branch, await exported(advisor, folder));
    expect(preview.rows).toHaveLength(200);
    expect(preview.created).toBe(231);
  });

  test("counts again when the book has changed before the import", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await newClient(advisor, "c-1", "王建国");
    const bytes = await exported(advisor, folder);
    const [one, two, three] = [
      await receive(branch, bytes),
      await receive(branch, bytes),
      await receive(branch, bytes),
    ];
    expect(two.created).toBe(2);
    await branch.sync.importPreviewed(one.previewId);
    for (const { previewId } of [two, three]) {
      expect(await refusal(branch.sync.importPreviewed(previewId))).toMatchObject({ code: "package-duplicate" });
    }

    await saveClient(advisor, "c-1", { phone: "13800138000" });
    const next = await receive(branch, await exported(advisor, folder, "b.age"));
    expect(next.updated).toBe(1);
    branch.clock.observe(advisor.clock.last as never);
    await saveClient(branch, "c-1", { phone: "13900139000" });
    expect(await branch.sync.importPreviewed(next.previewId)).toMatchObject({ updated: 0, same: 1 });
  });

  test("can be put away, and is gone then", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const { previewId } = await receive(branch, await exported(advisor, folder));
    expect(await readdir(branch.quarantineDir)).toEqual([`${previewId}.age`]);
    await branch.sync.discard(previewId);
    expect(await readdir(branch.quarantineDir)).toEqual([]);
    expect(await refusal(branch.sync.importPreviewed(previewId))).toMatchObject({ code: "import-expired" });
    await branch.sync.discard("../../profile");
  });

  test("does not survive the lock", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const { previewId } = await receive(branch, await exported(advisor, folder));
    await branch.sync.stop();
    expect(await readdir(branch.quarantineDir)).toEqual([]);
    expect(await refusal(branch.sync.importPreviewed(previewId))).toMatchObject({ code: "import-expired" });
  });

  test("is worth nothing once the pairing with its sender has ended", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const bytes = await exported(advisor, folder);
    for (const isNewest of [true, false]) {
      const { previewId } = await receive(branch, bytes);
      if (!isNewest) await receive(branch, bytes);
      await branch.sync.removePeer((await keysOf(advisor)).keyId);
      const code = "package-unknown-sender";
      expect(await refusal(branch.sync.importPreviewed(previewId))).toMatchObject({ code });
      await branch.sync.pairPeer({ ...(await advisor.sync.identityCard()), asBranch: false });
    }
  });

  test("stands for the file it was made of, and for no other", async () => {
    const { advisor, branch } = await pairOfOffices();
    const client = (name: string) =>
      advisor.write.operation("client", "c-1", { kind: "individual", name }, "c-1" as never);
    const { previewId } = await receive(branch, await forge({ from: advisor, to: branch, operations: [client("甲")] }));
    const other = await forge({ from: advisor, to: branch, operations: [client("乙")] });
    // A later preview, so that the first is read from its file again.
    await receive(branch, other);
    await writeFile(path.join(branch.quarantineDir, `${previewId}.age`), other);
    expect(await refusal(branch.sync.importPreviewed(previewId))).toMatchObject({ code: "import-expired" });
    expect(await bookOf(branch.vault)).not.toHaveProperty("client/c-1");
  });

  test("imported makes what is written next later than what came in", async () => {
    const advisor = await block.office("陆文澜", { now: () => noon + 3_600_000 });
    const branch = await block.office("周敏");
    await pairUp(advisor, branch);
    await newClient(advisor, "c-1", "王建国", { address: "旧址" });
    await importBytes(branch, await exported(advisor, await block.folder()));
    await saveClient(branch, "c-1", { address: "新址" });
    expect((await bookOf(branch.vault))["client/c-1"]).toMatchObject({ address: "新址" });
  });

  test("says that the sender's clock differs by more than a day, and imports all the same", async () => {
    const advisor = await block.office("陆文澜", { now: () => Date.parse("2036-01-01T00:00:00.000Z") });
    const branch = await block.office("周敏");
    await pairUp(advisor, branch);
    await newClient(advisor, "c-1", "王建国");
    const preview = await receive(branch, await exported(advisor, await block.folder()));
    expect(preview.clockDiffers).toBe(true);
    await branch.sync.importPreviewed(preview.previewId);
    // Nobody's later work is dated 2036 because of it.
    await newClient(branch, "c-2", "李芳");
    const row = (await bookOf(branch.vault))["client/c-2"];
    expect(row && stampOf(row, "name")?.slice(0, 12)).toBe(noon.toString(16).padStart(12, "0"));
  });
});

describe("outside the vault's own sealed files", () => {
  test("nothing readable ever lies on the disk", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    const canary = "金丝雀 canary 7f3a";
    await newClient(advisor, "canary-client-7f3a", canary, { address: canary });
    await advisor.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await branch.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await advisor.sync.exportToFolder();
    const [name = ""] = await readdir(folder);
    const preview = await receive(branch, await readFile(path.join(folder, name)));
    const places = [folder, advisor.dir, branch.dir];
    const found = async () => {
      const all = (await Promise.all(places.map(filesIn))).flatMap((files) => Object.entries(files));
      expect(all.length).toBeGreaterThan(10);
      const secrets = [canary, "canary-client-7f3a", "陆文澜", "周敏", "manifest.json", '"kind"'];
      return all.flatMap(([file, bytes]) => secrets.filter((one) => bytes.includes(one)).map((one) => [file, one]));
    };
    expect(await found()).toEqual([]);
    await branch.sync.importPreviewed(preview.previewId);
    expect(await found()).toEqual([]);
  });
});

describe("with the branch's own tools", () => {
  testWith(
    "age",
    "tar",
    "ssh-keygen",
  )("a package opens, unpacks and verifies", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await newClient(advisor, "c-1", "王建国");
    await exported(advisor, folder, "real.age");
    const [ours, theirs] = [await keysOf(advisor), await keysOf(branch)];
    await writeFile(path.join(folder, "branch.key"), `${theirs.ageIdentity}\n`);
    const plain = runTool("age", ["-d", "-i", "branch.key", "real.age"], { cwd: folder });
    expect(plain.status).toBe(0);
    const out = path.join(folder, "out");
    await mkdir(out);
    expect(runTool("tar", ["xf", "-"], { cwd: out, input: plain.stdout }).status).toBe(0);
    expect((await readdir(out)).sort()).toEqual(["manifest.json", "manifest.json.sig", "ops.jsonl.gz"]);

    const manifest = await readFile(path.join(out, "manifest.json"));
    const signer = allowedSigner("sender", Buffer.from(ours.verifyKey, "base64"), packageNamespace);
    await writeFile(path.join(out, "allowed_signers"), `${signer}\n`);
    const verify = ["-Y", "verify", "-f", "allowed_signers", "-I", "sender", "-n", "suitbook-package"];
    const args = [...verify, "-s", "manifest.json.sig"];
    expect(runTool("ssh-keygen", args, { cwd: out, input: manifest })).toMatchObject({ status: 0 });
    const parsed = parseManifest(manifest.toString());
    expect(manifest.toString()).toBe(canonicalText(parsed));
    if (parsed.kind !== "operations") throw new Error("not a package");
    expect(digest(await readFile(path.join(out, "ops.jsonl.gz")))).toBe(parsed.files[0].sha256);
  });

  testWith("age")("a package that age itself sealed again is the same package", async () => {
    const { advisor, branch, folder } = await pairOfOffices();
    await exported(advisor, folder, "real.age");
    const { ageIdentity, recipient } = await keysOf(branch);
    await writeFile(path.join(folder, "branch.key"), `${ageIdentity}\n`);
    const plain = runTool("age", ["-d", "-i", "branch.key", "real.age"], { cwd: folder }).stdout;
    const again = runTool("age", ["-r", recipient], { input: plain }).stdout;
    expect(await importBytes(branch, again)).toMatchObject({ created: 1 });
    const first = await readFile(path.join(folder, "real.age"));
    expect(await refusal(receive(branch, first))).toEqual({ code: "package-duplicate", params: { seq: 1 } });
  });
});
