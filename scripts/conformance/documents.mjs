// The conformance documents, made of the requirements: so that no line says more than its test shows.

const STATUS = {
  supports: "Supports",
  partially: "Partially supports",
  "does-not": "Does not support",
  "not-evaluated": "Not evaluated",
  "not-applicable": "Not applicable",
};

const cell = (text) => text.replaceAll("|", "\\|");
const shown = ({ file, title }) => (title ? `${file}: “${title}”` : file);
const rows = (requirements, name) =>
  requirements.map(
    (one) =>
      `| ${[name(one), STATUS[one.status], one.remark, one.tests.map(shown).join("<br>") || "–"].map((text) => cell(text)).join(" | ")} |`,
  );
const table = (requirements, name, heading) =>
  [`| ${heading} | Conformance | Remarks | Shown by |`, "|---|---|---|---|", ...rows(requirements, name)].join("\n");

const MADE =
  "Made by `npm run conformance` from `scripts/conformance/requirements.json`; a test fails where this page is older than that file, or where a test that it names is not there. It is a self-assessment: nobody outside has looked at it. Lectern was heard with Orca 43 on Linux; with NVDA, JAWS, Narrator and VoiceOver nothing was evaluated.";

/** The documents by their paths in the checkout. */
export function conformanceDocuments({ wcag, en301549, daisy }) {
  const named = ({ id, name }) => `${id} ${name}`.trim();
  const level = (wanted) => wcag.filter((one) => one.level === wanted);
  const acr = `# Accessibility conformance report

${MADE}

Standards: WCAG 2.2, and EN 301 549 V3.2.1 chapters 5 and 11. The unit is the whole program; pages of news are their authors'.

## EN 301 549, chapters 5 and 11

${table(en301549, named, "Clause")}

## WCAG 2.2, level A

${table(level("A"), named, "Criterion")}

## WCAG 2.2, level AA

${table(level("AA"), named, "Criterion")}

## WCAG 2.2, level AAA, where it serves these readers

${table(level("AAA"), named, "Criterion")}
`;
  const reading = `# Reading systems: what DAISY asks for

${MADE}

The requirements are named in our own words, after DAISY's user requirements for reading apps.

${table(daisy, named, "Requirement")}
`;
  return { "docs/conformance/acr.md": acr, "docs/conformance/daisy.md": reading };
}
