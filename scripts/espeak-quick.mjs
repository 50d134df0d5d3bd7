// eSpeak NG's package is WebAssembly that was turned into JavaScript. This turns it back: its functions into a module of WebAssembly, and
// the rest of it into code that makes an instance of that module. The samples are the same (tests/scripts/espeak-quick.test.ts).
//
// V8 makes JavaScript of this size quick little by little, and again in each thread: that took most of the time of an edition. A module of
// WebAssembly is quick from the start, and made quicker once for all threads of a process.
import { parseAst } from "rolldown/parseAst";
import { signed, TYPE, unsigned } from "./espeak-quick/bytes.mjs";
import { codeOf } from "./espeak-quick/code.mjs";
import { kindsOf } from "./espeak-quick/kinds.mjs";

const BEGIN = "function instantiate(Ea){";
const END = "return Da(Ea)}";
/** In the package's code, the memory that grows; it never has to (measured), so here it can't. */
const GROWS = new Set(["wa", "Ba"]);
/** What a function that is called back from it takes and gives. */
const CALLED_BACK = "iii";

const text = (value) => [...unsigned(Buffer.byteLength(value)), ...Buffer.from(value)];
const section = (id, items) => {
  const body = [unsigned(items.length), ...items].map((item) => Uint8Array.from(item));
  const size = body.reduce((sum, item) => sum + item.length, 0);
  return [Uint8Array.of(id, ...unsigned(size)), ...body];
};
const sized = (bytes) => [...unsigned(bytes.length), ...bytes];
const only = (found, what) => {
  if (found.length !== 1) throw new Error(`eSpeak NG's package is another one: it has not once ${what}`);
  return found[0];
};

/** Reads the package's code. */
function read(code) {
  const begin = code.indexOf(BEGIN);
  const end = code.indexOf(END, begin);
  const source = code.slice(begin, end + END.length);
  for (const part of [BEGIN, END, NOISE.code]) only(source.split(part).slice(1), part);
  const [outer] = parseAst(source).body;
  const inner = only(
    outer.body.body.filter((node) => node.type === "FunctionDeclaration" && node.id.name === "Da"),
    "the function of all functions",
  );
  const functions = new Map();
  const globals = new Map();
  const imports = new Map();
  let memory = 0;
  let table = [];
  let exported = [];
  for (const node of inner.body.body) {
    if (node.type === "FunctionDeclaration" && !GROWS.has(node.id.name)) functions.set(node.id.name, node);
    if (node.type === "ReturnStatement") exported = node.argument.properties.map(({ key, value }) => [key.name, value]);
    if (node.type !== "VariableDeclaration") continue;
    for (const { id, init } of node.declarations) {
      if (init.type === "Literal") globals.set(id.name, init.value);
      else if (init.type === "MemberExpression" && init.object.name === "Y") imports.set(id.name, init.property.name);
      else if (init.type === "NewExpression" && init.callee.name === "ArrayBuffer") memory = init.arguments[0].value;
      else if (init.type === "CallExpression" && init.callee.name === "e")
        table = init.arguments[0].elements.map((one) => one.name ?? null);
    }
  }
  const data = [...source.matchAll(/n\(g,(\d+),"([^"]*)"\)/g)].map(([, at, base64]) => ({
    at: Number(at),
    bytes: Buffer.from(base64, "base64"),
  }));
  return { begin, end: end + END.length, functions, globals, imports, memory, table, exported, data };
}

/** Divisions that give what JavaScript's would: by nothing too, and the least by -1. */
const dividing = (op) => {
  const [a, b] = [
    [0x20, 0],
    [0x20, 1],
  ];
  // b == 0 ? 0 : b == -1 ? (its own) : a op b
  const own = op === 0x6d ? [0x41, 0, ...a, 0x6b] : op === 0x6f ? [0x41, 0] : [...a, ...b, op];
  return [
    0,
    ...b,
    0x45,
    0x04,
    TYPE.i,
    0x41,
    0,
    0x05,
    ...b,
    0x41,
    ...signed(-1),
    0x46,
    0x04,
    TYPE.i,
    ...own,
    0x05,
    ...a,
    ...b,
    op,
    0x0b,
    0x0b,
    0x0b,
  ];
};
/** The remainder of a number of 64 bits by 2³¹ - 1: the noise's, for each sample of it. Bit by bit it took a quarter of all time. */
const NOISE = { name: "Fg", code: "function Fg(a,b){Bg(a,b,2147483647);ua=ta;return sa}", by: 2147483647 };
const noise = (high) => [
  0,
  0x41,
  0,
  0x24,
  ...unsigned(high),
  0x20,
  1,
  0xad,
  0x42,
  32,
  0x86,
  0x20,
  0,
  0xad,
  0x84,
  0x42,
  ...signed(NOISE.by),
  0x82,
  0xa7,
  0x0b,
];

/**
 * The package's own room for texts lies in the memory that a voice which begins anew has as it was: then it forgets where. (It went on to
 * use, and free, what was not its own any more.)
 */
const ROOM = "function ensureString(value){";
const FORGET = `Module["forgetRoom"]=()=>{Object.assign(ensureCache,{buffer:0,size:0,pos:0,needed:0});ensureCache.temps.length=0};`;

/**
 * Of the package's files those that only other voices need: MBROLA's, which it can't speak with, and of its hundred variants all but these
 * (`VARIANTS` in src/model/variants.ts). It opened each of them at its start: nearly half of its time (measured).
 */
const VARIANTS = new Set(["klatt4", "klatt6", "m3", "Alex", "f3"]);
const FILE = /\{filename:"([^"]*)",start:\d+,end:\d+\},?/g;
function withoutOthers(code) {
  const left = new Set(VARIANTS);
  const changed = code.replace(FILE, (entry, name) => {
    const [, folder, file] = /\/voices\/(mb|!v)\/([^/]*)$/.exec(name) ?? [];
    return folder === "mb" || (folder === "!v" && !left.delete(file)) ? "" : entry;
  });
  if (left.size > 0) throw new Error(`eSpeak NG's package is another one: it has no variant ${[...left].join(", ")}`);
  return changed;
}

/** Each tenth of a second is copied for who hears it; ours is done with it when it answers. */
const COPIED = "const audioData=Module.HEAP16.slice(";

/** @param {string} code of the package's `espeak-ng.js`. @returns the same, with its functions as WebAssembly inside of it */
export function quickEspeak(code) {
  const { begin, end, functions, globals, imports, memory, table, exported, data } = read(code);
  const kinds = kindsOf(functions, globals.keys(), new Set(imports.keys()));
  const globalAt = new Map([...globals.keys()].map((name, at) => [name, at]));
  const bits = { wide: globals.size, narrow: globals.size + 1 };

  const types = [];
  const shapes = new Map();
  const typeAt = (takes, gives) => {
    const shape = `${takes}>${gives}`;
    if (!shapes.has(shape)) {
      shapes.set(shape, types.length);
      types.push([0x60, ...sized([...takes].map((kind) => TYPE[kind])), ...sized([...gives].map((kind) => TYPE[kind]))]);
    }
    return shapes.get(shape);
  };
  // First those from outside, the one that is called back among them, then eSpeak's, then ours.
  const order = [...imports.keys(), "called back", ...functions.keys()];
  const numbers = new Map(order.map((name, at) => [name, at]));
  const functionAt = (name) => {
    if (!numbers.has(name)) throw new Error(`eSpeak NG's package is another one: it has no ${name}`);
    return numbers.get(name);
  };
  const ours = [];
  const add = (takes, gives, body) => ours.push({ type: typeAt(takes, gives), body }) + order.length - 1;
  const divide = new Map([0x6d, 0x6e, 0x6f, 0x70].map((op) => [op, add("ii", "i", dividing(op))]));

  const bodies = [...functions].map(([name, node]) => ({
    type: typeAt(...kinds.shape(name)),
    body: name === NOISE.name ? noise(globalAt.get("ua")) : codeOf(name, node, kinds, { functionAt, globalAt, typeAt, divide, bits }),
  }));
  // All that a pointer leads to gives a number, so that it does not matter who wants one.
  const passing = (to, takes, gives) => [
    0,
    ...[...takes].flatMap((_, at) => [0x20, at]),
    0x10,
    ...unsigned(to),
    ...(gives ? [] : [0x41, 0]),
    0x0b,
  ];
  const entries = table.map((name) => {
    if (name === null) return null;
    const [takes, gives] = kinds.shape(name);
    return gives === "i" ? functionAt(name) : add(takes, "i", passing(functionAt(name), takes, gives));
  });
  entries.push(add(CALLED_BACK, "i", passing(functionAt("called back"), CALLED_BACK, "i")));

  const given = exported
    .filter(([, value]) => functions.has(value.name))
    .map(([key, value]) => [...text(key), 0, ...unsigned(functionAt(value.name))]);
  const memoryName = only(
    exported.filter(([, value]) => value.type === "CallExpression").map(([key]) => key),
    "a memory",
  );
  const tableName = only(
    exported.filter(([, value]) => value.name === "va").map(([key]) => key),
    "a table",
  );
  const pages = memory / 65_536;
  const wasm = Buffer.concat([
    Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    ...[
      () =>
        section(2, [
          ...[...imports].map(([name, from]) => [...text("a"), ...text(from), 0, ...unsigned(typeAt(...kinds.shape(name)))]),
          [...text("a"), ...text("called back"), 0, ...unsigned(typeAt(CALLED_BACK, "i"))],
        ]),
      () =>
        section(
          3,
          [...bodies, ...ours].map(({ type }) => unsigned(type)),
        ),
      () => section(4, [[0x70, 0, ...unsigned(entries.length)]]),
      () => section(5, [[1, ...unsigned(pages), ...unsigned(pages)]]),
      () =>
        section(6, [
          ...[...globals.values()].map((value) => [TYPE.i, 1, 0x41, ...signed(value), 0x0b]),
          [0x7e, 1, 0x42, 0, 0x0b],
          [TYPE.i, 1, 0x41, 0, 0x0b],
        ]),
      () => section(7, [...given, [...text(memoryName), 2, 0]]),
      () => section(9, [[0, 0x41, 1, 0x0b, ...unsigned(entries.length - 1), ...entries.slice(1).flatMap(unsigned)]]),
      () =>
        section(
          10,
          [...bodies, ...ours].map(({ body }) => sized(body)),
        ),
      () =>
        section(
          11,
          data.map(({ at, bytes }) => [0, 0x41, ...signed(at), 0x0b, ...sized(bytes)]),
        ),
    ]
      .map((make) => make())
      .reduce((all, part) => all.concat(part), section(1, types)),
  ]);
  const [before, after] = [code.slice(0, begin), code.slice(end)];
  for (const part of [ROOM, COPIED]) only(after.split(part).slice(1), part);
  const rest = after.replace(ROOM, () => FORGET + ROOM).replace(COPIED, () => COPIED.replace("slice", "subarray"));
  const changed = withoutOthers(before) + instantiate(wasm, { memoryName, tableName, entries: table.length }) + rest;
  return `// eSpeak NG, GPL-3.0-or-later, as @echogarden/espeak-ng-emscripten has it; changed for Lectern by scripts/espeak-quick.mjs.\n${changed}`;
}

/** What takes the place of the functions: an instance, with a table whose last entry is what is called back. */
const instantiate = (wasm, { memoryName, tableName, entries }) => `function instantiate(info){
let back=null,length=${entries};
const table={get length(){return length},get:(at)=>at===${entries}?back:null,set(at,to){if(at!==${entries})throw new RangeError("no such entry");back=to},grow(){if(length>${entries})throw new RangeError("one at a time");return length++}};
const imports={a:{...info.a,"called back":(a,b,c)=>back(a,b,c)}};
const{exports}=new globalThis.WebAssembly.Instance(new globalThis.WebAssembly.Module(Buffer.from("${wasm.toString("base64")}","base64")),imports);
return{...exports,${memoryName}:exports.${memoryName},${tableName}:table}}`;
