export { fileSecrets, secretsBeside } from "./file-secrets.ts";
export type { Sealer } from "./sealer.ts";
