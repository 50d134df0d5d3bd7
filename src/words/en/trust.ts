/** What the window says of safe mode, faults and updates. */
export const trust = {
  "command.safeMode": "Safe mode, or out of it",
  "safe.title": "Safe mode",
  "safe.text":
    "Lectern runs with plain settings and its own voice. It looks for no news and syncs nothing by itself. What you set stays as it was; what you change now is forgotten.",
  "safe.crashes": "Lectern stopped twice while it started.",
  "safe.leave": "Leave safe mode",
  "safe.restarting": "Lectern starts again.",
} as const;
