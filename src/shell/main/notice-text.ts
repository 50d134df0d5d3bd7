/**
 * A stranger's text for the body of a system's notice. On Linux that is markup, in which pictures and links could stand (Desktop
 * Notifications Specification, "Markup"); not all systems know the same escapes, so what begins and ends a tag becomes what looks like it.
 */
export const noticeText = (text: string, platform: NodeJS.Platform = process.platform): string =>
  platform === "linux" ? text.replaceAll("<", "‹").replaceAll(">", "›") : text;
