// The body of one function of eSpeak NG's JavaScript as WebAssembly: the same numbers come out of it, and V8 has it ready at once.
import { BROKEN, COMPARES, double, LOADS, MATH, NOTHING, STORES, signed, TYPE, unsigned, WHOLE } from "./bytes.mjs";
import { isUnsigned, literal } from "./forms.mjs";
import { BUILT_IN, VIEWS } from "./kinds.mjs";

/** The most cases that are jumped to by a table: more are compared, one after another. */
const MOST_CASES = 2048;

/**
 * @param name the function's; @param node of the syntax tree; @param kinds of all, as `kindsOf` finds them
 * @param places the numbers of functions, of globals, of types by their shape, and of the helpers for division
 * @returns the bytes of its code
 */
export function codeOf(name, node, kinds, { functionAt, globalAt, typeAt, divide, bits }) {
  const [takes, gives] = kinds.shape(name);
  const locals = kinds.locals(name);
  const at = new Map([...locals.keys()].map((id, index) => [id, index]));
  const [spareI, spareD] = [locals.size, locals.size + 1];
  const code = [];
  const put = (...bytes) => {
    for (const byte of bytes) code.push(byte);
  };
  /** What a jump may go to, the innermost last. */
  const around = [];
  const open = (op, labels, leaves, again) => {
    put(op, NOTHING);
    around.push({ labels, leaves, again });
  };
  const close = () => {
    put(0x0b);
    around.pop();
  };
  const depthOf = (is) => around.length - 1 - around.findLastIndex(is);
  const fail = (where) => {
    throw new Error(`eSpeak NG's code has something else at ${where.start}: ${where.type}`);
  };

  /** Leaves a value of the kind. */
  function value(expression, kind) {
    const number = literal(expression);
    if (number !== null) {
      if (kind === "d") return put(0x44, ...double(number));
      if (Number.isInteger(number)) return put(0x41, ...signed(number | 0));
    }
    const had = kinds.of(expression);
    compute(expression, had);
    if (had === kind) return;
    if (kind === "d") put(isUnsigned(expression) ? 0xb8 : 0xb7);
    // As JavaScript cuts a number to 32 bits.
    else put(0xfc, 6, 0xa7);
  }

  function variable({ name: id }, ops) {
    const local = at.get(id);
    put(local === undefined ? ops[1] : ops[0], ...unsigned(local ?? globalAt.get(id)));
  }
  const READ = [0x20, 0x23];
  const WRITE = [0x21, 0x24];

  /** Leaves an address. */
  function address({ object, property }) {
    const { shift } = VIEWS[object.name];
    const number = literal(property);
    if (number !== null) return put(0x41, ...signed((number << shift) | 0));
    if (property.type === "BinaryExpression" && property.operator === ">>" && literal(property.right) === shift)
      return value(property.left, "i");
    value(property, "i");
    if (shift > 0) put(0x41, shift, 0x74);
  }
  const access = (ops, view) => put(ops[view], VIEWS[view].shift, 0);

  function assign({ left, right }, kind) {
    if (left.type === "Identifier") {
      value(right, kinds.of(left));
      variable(left, WRITE);
      if (kind) variable(left, READ);
      return;
    }
    const view = left.object.name;
    // What is given back is what was to be stored.
    const stored = kind ?? VIEWS[view].kind;
    address(left);
    value(right, stored);
    const spare = stored === "i" ? spareI : spareD;
    if (kind) put(0x22, ...unsigned(spare));
    if (stored !== VIEWS[view].kind) fail(left);
    if (view === "M") put(0xb6);
    access(STORES, view);
    if (kind) put(0x20, ...unsigned(spare));
  }

  function call({ callee, arguments: given }) {
    if (callee.type === "MemberExpression") {
      let shape = "";
      for (const one of given) {
        shape += kinds.of(one);
        value(one, kinds.of(one));
      }
      value(callee.property, "i");
      put(0x11, ...unsigned(typeAt(shape, "i")), 0);
      return "i";
    }
    const [wanted, result] = BUILT_IN[callee.name] ?? kinds.shape(callee.name);
    if (BUILT_IN[callee.name] && !MATH[callee.name]) {
      scratch(callee.name, given);
      return result;
    }
    for (const [index, one] of given.entries()) value(one, wanted[index]);
    if (MATH[callee.name]) put(...MATH[callee.name]);
    else put(0x10, ...unsigned(functionAt(callee.name)));
    return result;
  }

  /** The bits of a number: of one of 64 in two halves, or of one of 32, which has the third place. */
  function scratch(id, given) {
    const [wide, narrow] = [unsigned(bits.wide), unsigned(bits.narrow)];
    const place = given.length > 0 ? literal(given[0]) : null;
    const keys = {
      D: [0x00],
      B: [0x23, ...wide, 0xbf],
      x0: [0x23, ...wide, 0xa7],
      x1: [0x23, ...wide, 0x42, 32, 0x88, 0xa7],
      x2: [0x23, ...narrow],
    };
    const fixed = keys[id === "x" ? `x${place}` : id];
    if (fixed) return put(...fixed);
    if (id === "C" || id === "E") {
      value(given[0], "d");
      return put(...(id === "C" ? [0xbd, 0x24, ...wide] : [0xb6, 0xbc, 0x24, ...narrow]));
    }
    if (id !== "z" || (place !== 0 && place !== 1)) throw new Error(`eSpeak NG's code has something else: ${id}`);
    // One half is kept, and the other is the number.
    put(0x23, ...wide, ...(place === 1 ? [0x42, 32, 0x86, 0x42, 32, 0x88] : [0x42, 32, 0x88, 0x42, 32, 0x86]));
    value(given[1], "i");
    put(0xad, ...(place === 1 ? [0x42, 32, 0x86] : []), 0x84, 0x24, ...wide);
  }

  function binary({ operator, left, right }, kind) {
    if (COMPARES[operator]) {
      const of = kinds.of(left) === "d" ? "d" : kinds.of(right);
      value(left, of);
      value(right, of);
      const [one, other] = [isUnsigned(left), isUnsigned(right)];
      if (of === "i" && one !== null && other !== null && one !== other && !/^[!=]=/.test(operator)) fail(left);
      const without = one ?? other ?? false;
      return put(COMPARES[operator][of === "d" ? 2 : without ? 1 : 0]);
    }
    if (kind === "d") {
      if (!BROKEN[operator]) fail(left);
      value(left, "d");
      value(right, "d");
      return put(BROKEN[operator]);
    }
    value(left, "i");
    // `|0` and the like only say of what kind it is.
    if (literal(right) === 0 && ["|", ">>>", ">>"].includes(operator)) return;
    value(right, "i");
    if (WHOLE[operator]) return put(WHOLE[operator]);
    if (operator !== "/" && operator !== "%") fail(left);
    const without = (isUnsigned(left) ?? isUnsigned(right)) === true;
    const by = literal(right);
    const op = (operator === "/" ? 0x6d : 0x6f) + (without ? 1 : 0);
    // Where WebAssembly would stop, JavaScript goes on.
    if (by !== null && by !== 0 && by !== -1) put(op);
    else put(0x10, ...unsigned(divide.get(op)));
  }

  /** Leaves a whole number: what is asked for, yes or no. */
  function test(expression) {
    if (kinds.of(expression) !== "i") fail(expression);
    value(expression, "i");
  }

  function unary({ operator, argument }, kind) {
    if (operator === "+") return value(argument, "d");
    if (operator === "!") {
      test(argument);
      return put(0x45);
    }
    if (operator === "~") {
      // Twice: it only cuts a number to a whole one.
      if (argument.type === "UnaryExpression" && argument.operator === "~") return value(argument.argument, "i");
      value(argument, "i");
      return put(0x41, ...signed(-1), 0x73);
    }
    if (kind === "i") put(0x41, 0);
    value(argument, kind);
    put(kind === "d" ? 0x9a : 0x6b);
  }

  /** Leaves a value of the kind that the expression has. */
  function compute(expression, kind) {
    switch (expression.type) {
      case "Identifier":
        return variable(expression, READ);
      case "UnaryExpression":
        return unary(expression, kind);
      case "BinaryExpression":
        return binary(expression, kind);
      case "ConditionalExpression":
        test(expression.test);
        put(0x04, TYPE[kind]);
        value(expression.consequent, kind);
        put(0x05);
        value(expression.alternate, kind);
        return put(0x0b);
      case "SequenceExpression":
        expression.expressions.slice(0, -1).forEach(effect);
        return value(expression.expressions.at(-1), kind);
      case "MemberExpression":
        address(expression);
        access(LOADS, expression.object.name);
        if (expression.object.name === "M") put(0xbb);
        return;
      case "AssignmentExpression":
        return assign(expression, kind);
      case "CallExpression":
        if (call(expression) === "") put(0x41, 0);
        return;
      default:
        return fail(expression);
    }
  }

  /** Does what it does, and leaves nothing. */
  function effect(expression) {
    if (expression.type === "AssignmentExpression") return assign(expression, null);
    if (expression.type === "SequenceExpression") return expression.expressions.forEach(effect);
    if (expression.type === "CallExpression") {
      if (call(expression) !== "") put(0x1a);
      return;
    }
    value(expression, kinds.of(expression));
    put(0x1a);
  }

  function chosen({ discriminant, cases }, labels) {
    const numbers = cases.flatMap(({ test }) => (test ? [literal(test)] : []));
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const otherwise = cases.findIndex(({ test }) => !test);
    open(0x02, labels, true, false);
    for (const _ of cases) open(0x02, [], false, false);
    const last = otherwise < 0 ? cases.length : otherwise;
    value(discriminant, "i");
    if (most - least < MOST_CASES) {
      if (least !== 0) put(0x41, ...signed(least), 0x6b);
      const targets = Array.from({ length: most - least + 1 }, () => last);
      for (const [index, { test: number }] of cases.entries()) if (number) targets[literal(number) - least] = index;
      put(0x0e, ...unsigned(targets.length), ...targets.flatMap(unsigned), ...unsigned(last));
    } else {
      put(0x21, ...unsigned(spareI));
      for (const [index, { test: number }] of cases.entries())
        if (number) put(0x20, ...unsigned(spareI), 0x41, ...signed(literal(number) | 0), 0x46, 0x0d, ...unsigned(index));
      put(0x0c, ...unsigned(last));
    }
    for (const { consequent } of cases) {
      close();
      for (const one of consequent) statement(one);
    }
    close();
  }

  function statement(one, labels = []) {
    switch (one.type) {
      case "EmptyStatement":
        return;
      case "VariableDeclaration":
        for (const { id, init } of one.declarations) {
          if (init && literal(init) !== 0) {
            value(init, locals.get(id.name));
            variable(id, WRITE);
          }
        }
        return;
      case "BlockStatement":
        if (labels.length > 0) open(0x02, labels, false, false);
        for (const each of one.body) statement(each);
        if (labels.length > 0) close();
        return;
      case "ExpressionStatement":
        return effect(one.expression);
      case "LabeledStatement":
        return statement(one.body, [...labels, one.label.name]);
      case "IfStatement":
        if (labels.length > 0) fail(one);
        test(one.test);
        open(0x04, [], false, false);
        statement(one.consequent);
        if (one.alternate) {
          put(0x05);
          statement(one.alternate);
        }
        return close();
      case "WhileStatement":
        open(0x02, labels, true, false);
        open(0x03, labels, false, true);
        if (literal(one.test) !== 1) {
          test(one.test);
          put(0x45, 0x0d, 1);
        }
        statement(one.body);
        put(0x0c, 0);
        close();
        return close();
      case "SwitchStatement":
        return chosen(one, labels);
      case "BreakStatement":
        return put(0x0c, ...unsigned(depthOf((to) => (one.label ? !to.again && to.labels.includes(one.label.name) : to.leaves))));
      case "ContinueStatement":
        return put(0x0c, ...unsigned(depthOf((to) => to.again && (!one.label || to.labels.includes(one.label.name)))));
      case "ReturnStatement":
        if (gives) one.argument ? value(one.argument, gives) : value({ type: "Literal", value: 0 }, gives);
        return put(0x0f);
      default:
        return fail(one);
    }
  }

  statement(node.body);
  if (gives) value({ type: "Literal", value: 0 }, gives);
  put(0x0b);
  const kept = [...[...locals.values()].slice(takes.length), "i", "d"];
  return [...unsigned(kept.length), ...kept.flatMap((kind) => [1, TYPE[kind]]), ...code];
}
