import { type AppUpdater, Provider, type ResolvedUpdateFileInfo } from "electron-updater";
import { type ProviderRuntimeOptions, parseUpdateInfo, resolveFiles } from "electron-updater/out/providers/Provider.js";
import { isSigned, plainName, type UpdatePlace } from "./place.ts";

/** A list that is not signed by who made this Lectern. */
export class NotSigned extends Error {
  override readonly name = "NotSigned";
}

type Info = ReturnType<typeof parseUpdateInfo>;

/** Where electron-updater finds newer Lecterns: a list beside the packages, which nothing is believed of before its signature fits. */
export function signedProvider(
  place: UpdatePlace,
  channel: string,
): new (
  options: unknown,
  updater: AppUpdater,
  runtime: ProviderRuntimeOptions,
) => Provider<Info> {
  return class extends Provider<Info> {
    constructor(_options: unknown, _updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    async getLatestVersion(): Promise<Info> {
      const name = `${this.getCustomChannelName(channel)}.yml`;
      const address = new URL(name, place.address);
      const [text, signature] = await Promise.all([this.httpRequest(address), this.httpRequest(new URL(`${name}.sig`, place.address))]);
      if (!text || !signature || !isSigned(place.key, name, text, signature)) throw new NotSigned(name);
      return parseUpdateInfo(text, name, address);
    }
    resolveFiles(info: Info): ResolvedUpdateFileInfo[] {
      // Beside the list, wherever it says.
      return resolveFiles(info, place.address, plainName).map((one) => ({ ...one, info: { ...one.info, url: plainName(one.info.url) } }));
    }
  };
}
