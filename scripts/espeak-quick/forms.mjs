// What the form of an expression says of its number.
import { COMPARES } from "./bytes.mjs";
import { VIEWS } from "./kinds.mjs";

/** The value of a literal, with its sign; null: it is none. */
export function literal(node) {
  if (node.type === "Literal") return node.value;
  if (node.type === "Identifier") return node.name === "Infinity" ? Number.POSITIVE_INFINITY : node.name === "NaN" ? Number.NaN : null;
  return node.type === "UnaryExpression" && node.operator === "-" && literal(node.argument) !== null ? -literal(node.argument) : null;
}

/** Whether a whole number is one without a sign: null where it is the same either way. */
export function isUnsigned(node) {
  const value = literal(node);
  if (value !== null) return value < 0 ? false : value < 2 ** 31 ? null : true;
  if (node.type === "BinaryExpression") {
    if (node.operator === ">>>") return literal(node.right) > 0 ? null : true;
    if (COMPARES[node.operator]) return null;
    if (node.operator === "&" && (literal(node.left) ?? literal(node.right) ?? -1) >= 0) return null;
  }
  if (node.type === "MemberExpression") return node.object.name === "L" ? true : VIEWS[node.object.name].unsigned ? null : false;
  if (node.type === "ConditionalExpression") return isUnsigned(node.consequent) ?? isUnsigned(node.alternate);
  return false;
}
