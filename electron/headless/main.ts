/**
 * @file Suitbook without a screen: `npm run -s suitbook -- VERB`. For branch servers,
 * audits and scripts; `--help` lists the verbs and exit codes. Never packaged.
 */
import { systemClock } from "../book/clock.ts";
import { createBrowserPdf } from "../loopback/pdf.ts";
import { runCommand } from "./command.ts";
import { passphraseFrom, type Terminal } from "./secret.ts";
import { languageOf } from "./text.ts";

const passphrase = takeSecret("SUITBOOK_PASSPHRASE");
const newPassphrase = takeSecret("SUITBOOK_NEW_PASSPHRASE");
const terminal: Terminal = { input: process.stdin, write: (prompt) => process.stderr.write(prompt) };

const language = languageOf(process.env);
const watched = process.stderr.isTTY;
const { exit, stdout, stderr } = await runCommand(process.argv.slice(2), {
  language,
  clock: systemClock,
  passphrase: (isNew) => passphraseFrom(passphrase, isNew, terminal, language),
  pdf: createBrowserPdf({ browser: process.env["CHROMIUM"] }),
  newPassphrase: () => passphraseFrom(newPassphrase, true, terminal, language),
  progress: (line) => {
    if (watched) process.stderr.write(`\r${line}`);
  },
});
if (watched) process.stderr.write("\r");
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exit;

/** Whatever this process may start has no use for it. */
function takeSecret(name: string): string | undefined {
  const value = process.env[name];
  delete process.env[name];
  return value;
}
