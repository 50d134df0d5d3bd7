export { COMMAND_NAMES, runCli } from "./run.ts";
