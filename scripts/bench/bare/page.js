// p: a tone; q: another in its place; s: silence. Nothing is between the key and the sound.
const context = new AudioContext({ latencyHint: "interactive" });
const tone = (hertz) => {
  const buffer = context.createBuffer(1, context.sampleRate * 20, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i += 1) samples[i] = 0.3 * Math.sin((i / context.sampleRate) * 2 * Math.PI * hertz);
  return buffer;
};
const tones = { p: tone(440), q: tone(1760) };
let source = null;
addEventListener("keydown", ({ key }) => {
  source?.stop();
  source = null;
  if (!(key in tones)) return;
  source = new AudioBufferSourceNode(context, { buffer: tones[key] });
  source.connect(context.destination);
  source.start();
});
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("interactive")));
