/** @file Judges what lies in the packaged archive. */

const expected = /^(package\.json|out|out\/(main|preload|renderer)(\/.*)?)$/;
const unwanted = /\.map$|\.tsx?$|\.(test|spec)\.|(^|\/)(test|loopback|headless|node_modules)(\/|$)|loopback|headless/;
const required = ["package.json", "out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"];

/** What must not be inside, and what is missing; both empty when all is as intended. @param {readonly string[]} files paths with `/` */
export function judgePackedFiles(files) {
  return {
    strange: files.filter((file) => !expected.test(file) || unwanted.test(file)),
    missing: required.filter((file) => !files.includes(file)),
  };
}
