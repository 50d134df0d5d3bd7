export { type App, createApp, WELCOME_ADDRESS } from "./app.ts";
export type { World } from "./world.ts";
