// Which of the numbers in eSpeak NG's JavaScript are whole ones of 32 bits ("i") and which are of 64 bits with a fraction ("d").
//
// The package's code was WebAssembly before it was turned into JavaScript, so each of its variables is one or the other for good, but the
// code does not say which: `var a=0` may be either. What is added to, compared with, or stored in the place of a number of known kind is
// of that kind.

/** The views of memory that the code has: how wide, of what kind, and whether without a sign. */
export const VIEWS = {
  G: { shift: 0, kind: "i" },
  H: { shift: 1, kind: "i" },
  I: { shift: 2, kind: "i" },
  J: { shift: 0, kind: "i", unsigned: true },
  K: { shift: 1, kind: "i", unsigned: true },
  L: { shift: 2, kind: "i", unsigned: true },
  M: { shift: 2, kind: "d" },
  N: { shift: 3, kind: "d" },
};

/** JavaScript's own functions that it calls, and those that look into a number's bits: kinds of what they take and give. */
export const BUILT_IN = {
  O: ["ii", "i"],
  P: ["d", "d"],
  Q: ["d", "d"],
  R: ["i", "i"],
  S: ["dd", "d"],
  T: ["dd", "d"],
  U: ["d", "d"],
  V: ["d", "d"],
  W: ["d", "d"],
  X: ["d", "d"],
  wa: ["", "i"],
  x: ["i", "i"],
  z: ["ii", ""],
  B: ["", "d"],
  C: ["d", ""],
  D: ["", ""],
  E: ["d", ""],
};

const NOT_WHOLE = new Set(["Infinity", "NaN"]);
const WHOLE = new Set(["|", "&", "^", "<<", ">>", ">>>"]);
const COMPARES = new Set(["<", "<=", ">", ">=", "==", "!="]);

/** Whether it is a whole number by its form alone. */
const isWhole = (node) =>
  (node.type === "BinaryExpression" && (WHOLE.has(node.operator) || COMPARES.has(node.operator))) ||
  (node.type === "UnaryExpression" && (node.operator === "~" || node.operator === "!")) ||
  (node.type === "MemberExpression" && VIEWS[node.object.name]?.kind === "i");

/** A kind that is not known yet. */
const fresh = () => ({ same: null, kind: null });
const known = (kind) => ({ same: null, kind });
const root = (one) => {
  let at = one;
  while (at.same) {
    // The way gets shorter each time that it is gone.
    if (at.same.same) at.same = at.same.same;
    at = at.same;
  }
  return at;
};

/**
 * Finds the kinds of everything in some functions.
 * @param functions of the syntax tree, by name; @param globals names of the variables outside of them; @param imports names of functions from outside
 */
export function kindsOf(functions, globals, imports) {
  const ofNode = new Map();
  const ofGlobal = new Map([...globals].map((name) => [name, known("i")]));
  const shapes = new Map();
  for (const [name, { params }] of functions) shapes.set(name, { takes: params.map(fresh), gives: fresh(), hasResult: false });
  for (const name of imports) shapes.set(name, { takes: null, gives: fresh(), hasResult: false });
  const locals = new Map();

  function unify(a, b, node) {
    const [one, other] = [root(a), root(b)];
    if (one === other) return one;
    if (one.kind && other.kind) {
      if (one.kind !== other.kind) throw new Error(`eSpeak NG's code mixes two kinds of numbers at ${node.start}`);
      return one;
    }
    const [keep, drop] = one.kind ? [one, other] : [other, one];
    drop.same = keep;
    return keep;
  }

  /** The kind of what is made of both: a whole number beside one with a fraction becomes one too. */
  function together(one, left, other, right, node) {
    if (isWhole(one) && root(right).kind === "d") return right;
    if (isWhole(other) && root(left).kind === "d") return left;
    return unify(left, right, node);
  }

  function inFunction(name) {
    const { params, body } = functions.get(name);
    const shape = shapes.get(name);
    const scope = new Map(params.map((param, at) => [param.name, shape.takes[at]]));
    locals.set(name, scope);
    const variable = (id) => scope.get(id.name) ?? ofGlobal.get(id.name) ?? fail(id);
    const fail = (node) => {
      throw new Error(`eSpeak NG's code has something else at ${node.start}: ${node.type}`);
    };

    /** What it gives is not looked at: a function from outside, that gives nothing to anybody, may give anything (memory as a whole). */
    function effect(node) {
      if (node.type === "SequenceExpression") node.expressions.forEach(effect);
      else if (node.type === "CallExpression") call(node, true);
      else expression(node);
    }

    function call(node, isDropped = false) {
      const kinds = node.arguments.map(expression);
      const { callee } = node;
      if (callee.type === "MemberExpression") {
        if (callee.object.name !== "va") fail(node);
        expression(callee.property);
        return fresh();
      }
      const builtIn = BUILT_IN[callee.name];
      if (builtIn) {
        for (const [at, kind] of kinds.entries()) if (!isWhole(node.arguments[at])) unify(kind, known(builtIn[0][at]), node);
        return known(builtIn[1] || "i");
      }
      const to = shapes.get(callee.name) ?? fail(node);
      to.takes ??= kinds.map(fresh);
      if (to.takes.length !== kinds.length) fail(node);
      for (const [at, kind] of kinds.entries()) unify(kind, to.takes[at], node);
      if (imports.has(callee.name) && !isDropped) to.hasResult = true;
      return to.gives;
    }

    function found(node) {
      switch (node.type) {
        case "Literal":
          return Number.isInteger(node.value) && Math.abs(node.value) < 2 ** 32 ? fresh() : known("d");
        case "Identifier":
          return NOT_WHOLE.has(node.name) ? known("d") : variable(node);
        case "UnaryExpression": {
          const kind = expression(node.argument);
          if (node.operator === "-") return kind;
          return known(node.operator === "+" ? "d" : "i");
        }
        case "BinaryExpression": {
          const [left, right] = [expression(node.left), expression(node.right)];
          if (WHOLE.has(node.operator)) return known("i");
          if (node.operator === "*") {
            for (const [side, kind] of [
              [node.left, left],
              [node.right, right],
            ])
              if (!isWhole(side)) unify(kind, known("d"), node);
            return known("d");
          }
          const both = together(node.left, left, node.right, right, node);
          if (COMPARES.has(node.operator)) return known("i");
          return both;
        }
        case "ConditionalExpression":
          expression(node.test);
          return unify(expression(node.consequent), expression(node.alternate), node);
        case "SequenceExpression":
          node.expressions.slice(0, -1).forEach(effect);
          return expression(node.expressions.at(-1));
        case "MemberExpression":
          expression(node.property);
          return known((scope.has(node.object.name) ? fail(node) : VIEWS[node.object.name]).kind);
        case "AssignmentExpression": {
          const [left, right] = [expression(node.left), expression(node.right)];
          // What is stored in a place for a whole number is cut to one.
          if (node.left.type === "MemberExpression" && root(left).kind === "i") return right;
          if (node.left.type === "MemberExpression" && isWhole(node.right)) return left;
          return unify(left, right, node);
        }
        case "CallExpression":
          return call(node);
        default:
          return fail(node);
      }
    }

    function expression(node) {
      const kind = found(node);
      ofNode.set(node, kind);
      return kind;
    }

    function statement(node) {
      switch (node?.type) {
        case undefined:
        case "EmptyStatement":
        case "BreakStatement":
        case "ContinueStatement":
          return;
        case "VariableDeclaration":
          for (const { id, init } of node.declarations) {
            scope.set(id.name, fresh());
            if (init) unify(scope.get(id.name), expression(init), node);
          }
          return;
        case "BlockStatement":
          return node.body.forEach(statement);
        case "ExpressionStatement":
          return effect(node.expression);
        case "LabeledStatement":
          return statement(node.body);
        case "IfStatement":
          expression(node.test);
          statement(node.consequent);
          return statement(node.alternate);
        case "WhileStatement":
          expression(node.test);
          return statement(node.body);
        case "SwitchStatement":
          expression(node.discriminant);
          return node.cases.flatMap(({ consequent }) => consequent).forEach(statement);
        case "ReturnStatement":
          if (!node.argument) return;
          shape.hasResult = true;
          return void unify(shape.gives, expression(node.argument), node);
        default:
          fail(node);
      }
    }
    statement(body);
  }
  for (const name of functions.keys()) inFunction(name);

  const kindOf = (one) => root(one).kind ?? "i";
  return {
    /** @param node an expression */
    of: (node) => kindOf(ofNode.get(node)),
    /** The kinds of a function's parameters, joined, and of its result; empty: it has none. */
    shape: (name) => {
      const { takes, gives, hasResult } = shapes.get(name);
      return [(takes ?? []).map(kindOf).join(""), hasResult ? kindOf(gives) : ""];
    },
    /** The kinds of a function's variables by their names, its parameters first. */
    locals: (name) => new Map([...locals.get(name)].map(([id, kind]) => [id, kindOf(kind)])),
  };
}
