/** As `en/access.ts`. */
export const access = {
  "command.back": "वापस वहाँ, जहाँ आप थे",
  "command.forward": "फिर आगे",
  "trail.noneBack": "इससे पीछे कुछ नहीं है।",
  "trail.noneForward": "इससे आगे कुछ नहीं है।",
  "crumbs.label": "आप कहाँ हैं",
  "crumbs.search": "खोज: {text}",
};
