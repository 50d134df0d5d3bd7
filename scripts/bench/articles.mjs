// The text that the bench reads: our own, as long as a news story.
const FIRST = [
  "The last ferry of the season crossed the lake on Sunday with nine passengers and a brass band on board.",
  "The company said that the crossing, which is 140 years old, will be served by a bridge from the spring on.",
  "Most of the people who had come to see it off stood on the quay in the rain until the lights were out of sight.",
  "The captain, who has made the trip more than 30,000 times, said that he would miss the mornings in the fog.",
  "His daughter has bought one of the two boats and wants to turn it into a school for sailors.",
];
const SECOND = [
  "The bridge will cost 52 million dollars, a fifth more than was planned when the council voted for it.",
  "Opponents had argued that the money would be better spent on the hospital, whose roof has leaked for years.",
  "The mayor answered that a bridge brings patients to a hospital, and that the roof will be mended in the summer.",
  "Engineers are still looking for a way to keep the swans from nesting under the northern pier.",
  "A report on the soil of the lake, which was due in March, has been put off twice.",
];

/** A story of about 560 words: a headline, two sections. */
export const STORY = [
  "# The last ferry goes home",
  ...Array.from({ length: 3 }, () => FIRST.join(" ")),
  "## A bridge in the fog",
  ...Array.from({ length: 3 }, () => SECOND.join(" ")),
].join("\n\n");
