/** Tells when there is a sound device again, after the devices have changed. */
export function onDeviceBack(tell: () => void): void {
  navigator.mediaDevices?.addEventListener("devicechange", () => {
    void navigator.mediaDevices.enumerateDevices().then((devices) => {
      if (devices.some(({ kind }) => kind === "audiooutput")) tell();
    });
  });
}
