/** The command line and the terminal reader. */
export const terminal = {} as const;
