// The process of one neural voice: a utility process of the window's, a child process of the command line's.
import { runNeural } from "../../speak/index.ts";
import { childLine } from "./child.ts";

runNeural(childLine());
