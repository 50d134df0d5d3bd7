/** The drawings, each in a square of 24 units. They only accompany words. */
const PATHS = {
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  previous: "M18.5 5v14L9 12zM5.5 5h2.6v14H5.5z",
  next: "M5.5 5v14L15 12zM15.9 5h2.6v14h-2.6z",
  open: "M3.5 6h6l2 2.2h9v10.3h-17z",
  paste: "M8.5 3.5h7v3h-7zM5 5h2.2v3h9.6V5H19v15.5H5z",
  settings: "M4 7h9.2a3 3 0 0 1 5.6 0H20v2h-1.2a3 3 0 0 1-5.6 0H4zM4 15h1.2a3 3 0 0 1 5.6 0H20v2h-9.2a3 3 0 0 1-5.6 0H4z",
  help: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm-1.1 12.6v2.3h2.2v-2.3zM12 6.2c-2.2 0-3.7 1.3-3.8 3.3h2.2c.1-.9.7-1.4 1.6-1.4s1.6.5 1.6 1.3c0 .7-.3 1-1.2 1.6-1.1.7-1.5 1.4-1.5 2.5v.7h2.1v-.5c0-.7.3-1 1.2-1.6 1.1-.7 1.7-1.5 1.7-2.8 0-1.9-1.5-3.1-3.9-3.1z",
  slower: "M5 10.9h14v2.2H5z",
  faster: "M5 10.9h5.9V5h2.2v5.9H19v2.2h-5.9V19h-2.2v-5.9H5z",
  more: "M5 8.5 12 15.5 19 8.5l-1.6-1.6L12 12.3 6.6 6.9z",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6zM10.9 7h2.2v4.6l3.1 3.1-1.5 1.5-3.8-3.8z",
  headlines: "M4 5h16v3.2H4zM4 10.8h10v2.2H4zM4 15.8h13V18H4z",
  library: "M3.5 5h4v14h-4zM9 5h4v14H9zm5.6.9 3.8-1 3.6 13.5-3.8 1z",
  photo: "M3.5 5h17v14h-17zm2.2 2.2v7.4l3.6-3.8 3.6 3.8 2-2 3.4 3.4V7.2zM15.2 8.4a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z",
  ready: "M10.9 3.5h2.2v7.3l2.7-2.7 1.6 1.6-5.4 5.4-5.4-5.4 1.6-1.6 2.7 2.7zM4 14.5h2.2v3.8h11.6v-3.8H20v6H4z",
} as const;

/** Names a drawing. */
export type IconName = keyof typeof PATHS;

/** A drawing beside words, silent to screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fillRule="evenodd" />
  </svg>
);
