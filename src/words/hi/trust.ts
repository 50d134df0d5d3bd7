/** What the window says of safe mode, faults and updates, in Hindi. */
export const trust = {
  "command.safeMode": "सुरक्षित मोड, या उससे बाहर",
  "safe.title": "सुरक्षित मोड",
  "safe.text":
    "Lectern सादी सेटिंग और अपनी आवाज़ के साथ चल रहा है। यह अपने आप न समाचार खोजता है, न कुछ सिंक करता है। आपकी सेटिंग जैसी थी वैसी रहती है; अभी जो बदलेंगे वह भुला दिया जाएगा।",
  "safe.crashes": "Lectern शुरू होते समय दो बार रुक गया।",
  "safe.leave": "सुरक्षित मोड छोड़ें",
  "safe.restarting": "Lectern फिर से शुरू हो रहा है।",
} as const;
