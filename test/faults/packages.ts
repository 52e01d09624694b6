/**
 * @file F12 to F14: packages damaged, brought in every order, interrupted while they
 * are made; the age vectors; the system's own tools.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { allowedSigner, packageNamespace } from "../../electron/crypto/sshsig.ts";
import { ageVectors, doorFault, isForOurDoor, libraryFault } from "../support/age-vectors.ts";
import { digest, keysOf } from "../support/forge.ts";
import {
  bookOf,
  exported,
  filesIn,
  importBytes,
  newClient,
  type Office,
  officeBlock,
  pairUp,
  receive,
  refusal,
} from "../support/office.ts";
import { importInOrder, makeChain, permutations } from "../support/package-chain.ts";
import { crashBlock, crashCase, stepsOfExport } from "../support/package-crash.ts";
import { missingTools, runTool } from "../support/run-tool.ts";
import { type FaultCase, type Outcome, type Scale, seeded, Tally } from "./case.ts";

type Block = ReturnType<typeof officeBlock>;

async function inBlock(use: (block: Block, tally: Tally) => Promise<void>): Promise<Outcome> {
  const block = officeBlock();
  const tally = new Tally();
  try {
    await use(block, tally);
  } finally {
    await block.end();
  }
  return tally.outcome;
}

/** Every way of damaging one package of several chunks: each refused with its own reason, and nothing changed. */
function damaged(scale: Scale): Promise<Outcome> {
  return inBlock(async (block, tally) => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    const random = seeded(12);
    // Notes that do not compress, so that the package has more than one chunk.
    const noise = () =>
      Array.from({ length: 3000 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000))).join("");
    for (let i = 0; i < (scale === "whole" ? 40 : 1); i++)
      await newClient(advisor, `c-${i}`, "客户", { needs: noise() });
    const good = await exported(advisor, await block.folder());
    const header = good.indexOf("\n", good.indexOf("\n---") + 1) + 1;

    const refused = async (bytes: Uint8Array, what: string, expected: readonly string[]) => {
      tally.tried();
      const before = branch.vault.logSeq;
      const code = (await refusal(receive(branch, bytes)))?.code ?? "accepted";
      const left = Object.keys(await filesIn(branch.quarantineDir)).length;
      const isRight = expected.includes(code) && branch.vault.logSeq === before && left === 0;
      tally.undetected(!isRight, `${what}: ${code}, ${left} files left`);
    };
    const headerCodes = ["package-not-age", "package-wrong-recipient"];
    for (let at = 0; at < header; at += scale === "whole" ? 1 : 60) {
      for (const bit of scale === "whole" ? [0, 1, 2, 3, 4, 5, 6, 7] : [0]) {
        await refused(flipped(good, at, bit), `header byte ${at} bit ${bit}`, headerCodes);
      }
    }
    for (let i = 0; i < (scale === "whole" ? 600 : 3); i++) {
      const at = header + Math.floor(random() * (good.length - header));
      await refused(flipped(good, at, i % 8), `content byte ${at}`, ["package-damaged"]);
    }
    for (let at = 0; at < good.length; at += scale === "whole" ? 1024 : 50_000) {
      const expected = at < header ? ["package-not-age"] : ["package-damaged"];
      await refused(good.subarray(0, at), `cut at ${at}`, expected);
    }
    await refused(Buffer.concat([good, Buffer.alloc(1)]), "one byte more", ["package-damaged"]);
    tally.note(`${good.length} bytes, ${header} of them header`);
    const { created } = await importBytes(branch, good);
    tally.undetected(created === 0, "the good one was refused");
  });
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

/** All orders of five packages, each one missing, each one twice. */
function orders(scale: Scale): Promise<Outcome> {
  return inBlock(async (block, tally) => {
    const chain = await makeChain(block);
    const trial = async (what: string, run: (branch: Office) => Promise<void>) => {
      tally.tried();
      const branch = await block.twinOf(chain.branch);
      const fault = await run(branch).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      tally.undetected(fault !== undefined, `${what}: ${fault}`);
      await branch.close();
    };
    const all = permutations(5);
    for (const order of scale === "whole" ? all : all.slice(-1)) {
      await trial(String(order), async (branch) => {
        await importInOrder(branch, chain.packages, [...order, ...order]);
        if (!isDeepStrictEqual(await bookOf(branch.vault), chain.inOrder)) throw new Error("another book");
      });
    }
    for (const lost of scale === "whole" ? [1, 2, 3, 4, 5] : [3]) {
      await trial(`without ${lost}`, async (branch) => {
        for (const [index, bytes] of chain.packages.entries()) {
          if (index + 1 === lost) continue;
          const code = (await refusal(importBytes(branch, bytes)))?.code;
          const expected = index + 1 < lost ? undefined : "package-gap";
          if (code !== expected) throw new Error(`${index + 1}: ${code}`);
        }
      });
    }
  });
}

/** An export killed before each of its steps, with and without the folder being emptied meanwhile. */
function interrupted(scale: Scale): Promise<Outcome> {
  return inBlock(async (block, tally) => {
    const start = await crashBlock(block);
    const steps = await stepsOfExport(block, start);
    const recorded = steps.findIndex((name) => name.includes(`${path.sep}seg-`));
    for (let step = 1; step <= steps.length; step++) {
      if (scale === "quick" && step !== recorded + 3) continue;
      for (const isEmptied of scale === "quick" ? [true] : [false, true]) {
        tally.tried();
        const fault = await crashCase(block, start, step, isEmptied);
        tally.lost(fault === undefined ? 0 : 1, `${step}${isEmptied ? ", emptied" : ""}: ${fault}`);
      }
    }
    tally.note(`${steps.length} steps`);
  });
}

/** The C2SP vectors, through the library and through our own door. */
async function vectors(scale: Scale): Promise<Outcome> {
  const tally = new Tally();
  for (const vector of ageVectors().slice(0, scale === "whole" ? undefined : 3)) {
    tally.tried();
    const fault = await libraryFault(vector);
    tally.undetected(fault !== undefined, `${vector.name}: ${fault}`);
    if (!isForOurDoor(vector)) continue;
    const ours = await doorFault(vector);
    tally.undetected(ours !== undefined, `${vector.name} at our door: ${ours}`);
  }
  return tally.outcome;
}

/** Real packages of several sizes, opened and verified by age, tar and ssh-keygen; and sealed again by age, read by us. */
async function interop(scale: Scale): Promise<Outcome | string> {
  const missing = missingTools(["age", "tar", "ssh-keygen"]);
  if (missing.length > 0) return `not run: ${missing.join(", ")} not installed`;
  return inBlock(async (block, tally) => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    const [ours, theirs] = [await keysOf(advisor), await keysOf(branch)];
    const folder = await block.folder();
    await writeFile(path.join(folder, "branch.key"), `${theirs.ageIdentity}\n`);
    const signer = allowedSigner("sender", Buffer.from(ours.verifyKey, "base64"), packageNamespace);
    await writeFile(path.join(folder, "allowed_signers"), `${signer}\n`);
    for (const [index, clients] of (scale === "whole" ? [1, 10, 500, 3000] : [1]).entries()) {
      tally.tried();
      const make = (_: unknown, i: number) =>
        advisor.write.operation("client", `c-${i}`, { kind: "individual", name: `客户${index}` }, `c-${i}` as never);
      await advisor.write.append(Array.from({ length: clients }, make));
      await exported(advisor, folder, "real.age");
      const plain = runTool("age", ["-d", "-i", "branch.key", "real.age"], { cwd: folder });
      const out = path.join(folder, String(index));
      await mkdir(out);
      const unpacked = runTool("tar", ["xf", "-"], { cwd: out, input: plain.stdout });
      const manifest = await readFile(path.join(out, "manifest.json"));
      const verify = ["-Y", "verify", "-f", "../allowed_signers", "-I", "sender", "-n", packageNamespace];
      const input = { cwd: out, input: manifest };
      const verified = runTool("ssh-keygen", [...verify, "-s", "manifest.json.sig"], input);
      const gz = digest(await readFile(path.join(out, "ops.jsonl.gz")));
      const isRight = [plain, unpacked, verified].every(({ status }) => status === 0) && manifest.includes(gz);
      tally.undetected(!isRight, `${clients} clients: ${plain.stderr} ${unpacked.stderr} ${verified.stderr}`);

      tally.tried();
      const again = runTool("age", ["-r", theirs.recipient], { input: plain.stdout }).stdout;
      const outcome = await refusal(importBytes(branch, again));
      tally.undetected(outcome !== undefined, `${clients} clients sealed by age: ${outcome?.code}`);
    }
  });
}

export const packageCases: readonly FaultCase[] = [
  {
    id: "F12",
    title: "a damaged or shortened package is refused with its reason, and nothing is changed",
    atLeast: 2000,
    run: damaged,
  },
  {
    id: "F12",
    title: "packages in any order and any number give the same book once all are there, and a missing one is named",
    atLeast: 125,
    run: orders,
  },
  {
    id: "F12",
    title: "an export killed anywhere loses no operation and gives no number to two contents",
    atLeast: 34,
    run: interrupted,
  },
  { id: "F13", title: "the 143 age vectors get the right verdict", atLeast: 143, run: vectors },
  {
    id: "F14",
    title: "age, tar and ssh-keygen read our packages, and we read age's",
    atLeast: 8,
    run: interop,
  },
];
