/** What main says to the host: here is a line to a window (with its port); finish and end. */
export const HOST_PORT = "port";
export const HOST_CLOSE = "close";
