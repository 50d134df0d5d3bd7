export * from "./commands.ts";
export * from "./desktop.ts";
export { inputs } from "./inputs.ts";
export * from "./news.ts";
export * from "./reader.ts";
export * from "./refresh.ts";
export { type Connection, connect, type Port, serve } from "./rpc.ts";
export { shapes } from "./shapes.ts";
export { readVoiceList, writeVoiceList } from "./voice-list.ts";
