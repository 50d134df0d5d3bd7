import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "@fontsource-variable/lexend/wght.css";
import "@fontsource/opendyslexic/400.css";
import "@fontsource/opendyslexic/400-italic.css";
import "@fontsource/opendyslexic/700.css";
import "@fontsource/opendyslexic/700-italic.css";
import "./styles/themes.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/top.css";
import "./styles/first-questions.css";
import "./styles/crumbs.css";
import "./styles/article.css";
import "./styles/looks.css";
import "./styles/player.css";
import "./styles/dialogs.css";
import "./styles/dialog-lists.css";
import "./styles/queue.css";
import "./styles/library.css";
import "./styles/small.css";
import { createRoot } from "react-dom/client";
import { connect, type Desktop, type Port, type Reader, shapes } from "../contract/index.ts";
import { App } from "./components/App.tsx";
import { WindowContext } from "./components/context.ts";
import { createWindow } from "./control/window.ts";
import { watchRoom } from "./page/room.ts";
import { createWindowState } from "./state.ts";

declare global {
  interface Window {
    /** What only the main process can do, put there by the preload script. */
    readonly desktop: Desktop;
  }
}

/** A message port of the page as the contract wants it. */
function asPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      // A port of the page never tells that its other side is gone; a new port comes instead.
      port.onmessage = ({ data }) => onMessage(data);
    },
    close: () => port.close(),
  };
}

const connection = connect<Reader>(shapes);
addEventListener("message", ({ data, ports }) => {
  const [port] = ports;
  if (data === "connect" && port) connection.attach(asPort(port));
});

const root = document.getElementById("root");
if (root) {
  const store = createWindowState();
  const { controller, begin } = createWindow(connection.api, window.desktop, store);
  watchRoom();
  createRoot(root).render(
    <WindowContext value={{ store, controller }}>
      <App />
    </WindowContext>,
  );
  void begin();
}
