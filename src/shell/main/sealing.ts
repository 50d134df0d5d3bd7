import { safeStorage, type UtilityProcess } from "electron";
import { isSealing, type SealingAnswer } from "../host/messages.ts";

/** Whether the system has a keychain: on Linux Chromium goes on without one, with a key that everybody knows. */
function canSeal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== "linux" || !["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend());
}

function answerTo(sealing: "can" | "seal" | "open", text: string): string | null {
  try {
    if (!canSeal()) return null;
    if (sealing === "can") return "";
    return sealing === "seal" ? safeStorage.encryptString(text).toString("base64") : safeStorage.decryptString(Buffer.from(text, "base64"));
  } catch {
    // Locked by another user or system, or its owner said no: the password is asked for again.
    return null;
  }
}

/** Locks and unlocks what the host asks for with the system's keychain. */
export function serveSealing(host: UtilityProcess): void {
  let lost = false;
  host.once("exit", () => {
    lost = true;
  });
  host.on("message", (data: unknown) => {
    if (!isSealing(data) || data.sealing === "answer") return;
    const text = answerTo(data.sealing, data.text);
    if (!lost) host.postMessage({ sealing: "answer", id: data.id, text } satisfies SealingAnswer);
  });
}
