import type { App, Session } from "electron";
import { isPageAddress } from "./page.ts";

/**
 * Holds every web content to our page: it can't go elsewhere, open windows, ask for permissions, download or reach a network. What the
 * page needs from outside, the host fetches.
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
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const ours = isPageAddress(details.url) || details.url.startsWith("blob:app://") || details.url.startsWith("devtools:");
    answer({ cancel: !ours });
  });
  session.setSpellCheckerEnabled(false);
}
