// eSpeak NG's code as its package has it, and quicker: the samples are the same (tests/scripts/espeak-quick.test.ts).
//
// The package is WebAssembly that was turned into JavaScript, and two things in it cost nearly half of its time. It takes the remainder of a
// product of 64 bits for each sample of noise, bit by bit, for JavaScript has no such numbers; and each place in its memory is looked up
// through variables that could be others at any time, since memory may grow. It does not: all voices, one after the other, stay within
// what there is at the start (measured). If it would have to, it fails as on a machine without memory, and its worker begins anew.

/** What is changed: each must be there once. */
const EDITS = [
  {
    // 2³² is 2 modulo 2³¹ - 1, so the upper half counts twice, and whatever is above 31 bits is added again.
    from: "function Fg(a,b){Bg(a,b,2147483647);ua=ta;return sa}",
    to: "function Fg(a,b){var c=(b>>>0)*2+(a>>>31)+(a&2147483647),d=U(c/2147483648);c=c-d*2147483648+d;ua=0;return(c>=2147483647?c-2147483647:c)|0}",
  },
  {
    from: "var za=new ArrayBuffer(O(ya,65536));var Aa=new Int8Array(za);Aa.set(G);G=new Int8Array(za);H=new Int16Array(za);I=new Int32Array(za);J=new Uint8Array(za);K=new Uint16Array(za);L=new Uint32Array(za);M=new Float32Array(za);N=new Float64Array(za);F=za;g=J",
    to: "return -1",
  },
  ...["Int8", "Int16", "Int32", "Uint8", "Uint16", "Uint32", "Float32", "Float64"].map((kind, at) => ({
    from: `var ${"GHIJKLMN"[at]}=new ${kind}Array(F)`,
    to: `const ${"GHIJKLMN"[at]}=new ${kind}Array(F)`,
  })),
];

/** @param {string} code of the package's `espeak-ng.js` */
export function quickEspeak(code) {
  let quick = code;
  for (const { from, to } of EDITS) {
    if (quick.split(from).length !== 2) throw new Error(`eSpeak NG's package is another one: it has not once ${from.slice(0, 60)}`);
    quick = quick.replace(from, () => to);
  }
  return `// eSpeak NG, GPL-3.0-or-later, as @echogarden/espeak-ng-emscripten has it; changed for Lectern by scripts/espeak-quick.mjs.\n${quick}`;
}
