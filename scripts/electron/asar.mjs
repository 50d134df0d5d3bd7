/**
 * The bytes of an asar archive of a few files in one folder: a header as two Chromium pickles, then the files.
 * @param {Readonly<Record<string, string>>} files name → content
 * @returns {Buffer}
 */
export function asarOf(files) {
  const header = { files: {} };
  const bodies = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const body = Buffer.from(content);
    header.files[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    bodies.push(body);
  }
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const lengths = Buffer.alloc(16);
  lengths.writeUInt32LE(4, 0);
  lengths.writeUInt32LE(8 + json.length + padding.length, 4);
  lengths.writeUInt32LE(4 + json.length + padding.length, 8);
  lengths.writeUInt32LE(json.length, 12);
  return Buffer.concat([lengths, json, padding, ...bodies]);
}
