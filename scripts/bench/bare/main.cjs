// The peer: a window with nothing but a page that sounds on one key and stops on another.
const { app, BrowserWindow } = require("electron");

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1100,
    height: 800,
    webPreferences: { sandbox: true, autoplayPolicy: "no-user-gesture-required" },
  });
  window.loadFile("index.html");
});
app.on("window-all-closed", () => app.quit());
