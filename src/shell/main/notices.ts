import { Notification } from "electron";
import type { HostNotice } from "../host/messages.ts";
import { noticeText } from "./notice-text.ts";

/** Of what comes at once, so many are shown; the rest is in the list (guess: more push each other away). */
const MOST = 3;
/** What comes within this time comes at once, milliseconds. */
const AT_ONCE = 10_000;

/** Shows breaking news as the system shows news, without a sound: text alone. `open`: somebody chose one. */
export function createNotices(open: () => void): (notice: HostNotice["notice"]) => void {
  let shown: number[] = [];
  // One that nobody holds may be forgotten before it is chosen.
  const held: Notification[] = [];
  return ({ source, title }) => {
    const now = Date.now();
    shown = shown.filter((then) => now - then < AT_ONCE);
    if (shown.length >= MOST || !Notification.isSupported()) return;
    shown.push(now);
    const notification = new Notification({ title: source || "Lectern", body: noticeText(title), silent: true });
    notification.on("click", open);
    held.push(notification);
    if (held.length > MOST) held.shift();
    notification.show();
  };
}
