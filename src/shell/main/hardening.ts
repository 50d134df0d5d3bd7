import type { App, Session } from "electron";
import { isPageAddress } from "./page.ts";

/**
 * Holds every web content to our page: it can't go elsewhere, open windows, download or reach a network, and the one permission that it
 * gets is the microphone's, which it asks for when somebody records a note. What the page needs from outside, the host fetches.
 */
export function harden(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => {
      if (!isPageAddress(event.url)) event.preventDefault();
    });
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame || !isPageAddress(event.url)) event.preventDefault();
    });
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on("select-client-certificate", (event) => event.preventDefault());
  app.on("login", (event) => event.preventDefault());
}

/** The same for the session that the page lives in. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    answer(isPageAddress(contents.getURL()) && permission === "media" && media.length > 0 && media.every((type) => type === "audio"));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      permission === "media" && mediaType === "audio" && isPageAddress(`${origin.replace(/\/$/, "")}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const ours = isPageAddress(details.url) || details.url.startsWith("blob:app://") || details.url.startsWith("devtools:");
    answer({ cancel: !ours });
  });
  session.setSpellCheckerEnabled(false);
}
