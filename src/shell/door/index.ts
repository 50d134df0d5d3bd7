export { createFrames, frame } from "./frames.ts";
export { knock, type Line } from "./knock.ts";
export { type Door, type DoorOptions, openDoor } from "./open-door.ts";
export { socketPlaces } from "./place.ts";
