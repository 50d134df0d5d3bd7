import type { ComponentProps } from "react";

/** A list to choose from. Its arrow is the page's own: as large as the letters, and in their colour, with forced colours too. */
export const Select = (props: ComponentProps<"select">) => (
  <span className="select">
    <select {...props} />
  </span>
);
