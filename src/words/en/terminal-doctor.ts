/** What `lectern doctor` says. */
export const terminalDoctor = {
  "terminal.doctor": "Check what Lectern needs, and say what to do.",
  "terminal.doctor.is.fine": "Fine:  {what}.",
  "terminal.doctor.is.note": "Note:  {what}.",
  "terminal.doctor.is.wrong": "Wrong: {what}.",
  "terminal.doctor.sound": "{program} plays what is read in the terminal.",
  "terminal.doctor.sound-system": "The system plays what is read.",
  "terminal.doctor.no-sound": "There is no program that plays sound in the terminal. The window needs none.",
  "terminal.doctor.no-sound.next": "Install pulseaudio-utils, pipewire-bin or alsa-utils.",
  "terminal.doctor.crash.next": "The reports are in {folder}, and go nowhere. lectern doctor --json shows them.",
} as const;
