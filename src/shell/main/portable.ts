import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder beside a portable Lectern that has all it keeps. */
export const PORTABLE_FOLDER = "Lectern data";

/** What says where a program is. */
export interface ProgramFacts {
  readonly environment: NodeJS.ProcessEnv;
  /** The program's path. */
  readonly program: string;
  readonly exists?: (path: string) => boolean;
}

/**
 * The folder in which a portable Lectern keeps everything, null where it is none: Windows' portable program is always portable (it is
 * told its folder); an AppImage, or the program itself, is where there is a folder "Lectern data" beside it.
 */
export function portableHome({ environment, program, exists = existsSync }: ProgramFacts): string | null {
  const { PORTABLE_EXECUTABLE_DIR: windows, APPIMAGE: image } = environment;
  if (windows) return join(windows, PORTABLE_FOLDER);
  const folder = join(dirname(image || program), PORTABLE_FOLDER);
  return exists(folder) ? folder : null;
}
