/** The window. */
export const window = {} as const;
