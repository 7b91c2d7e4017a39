/** What a PNG, GIF or JPEG says of itself in its first bytes: the three kinds of picture Slack shows in blocks. */
export interface PictureFacts {
  type: 'image/png' | 'image/gif' | 'image/jpeg';
  filetype: 'png' | 'gif' | 'jpg';
  /** Pixels. */
  width: number;
  height: number;
}

/** Undefined when the bytes are none of the three. */
export function pictureFacts(bytes: Buffer): PictureFacts | undefined {
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47)
    return { type: 'image/png', filetype: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.length >= 10 && bytes.toString('latin1', 0, 4) === 'GIF8')
    return { type: 'image/gif', filetype: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.length >= 4 && bytes.readUInt16BE(0) === 0xffd8) return jpegFacts(bytes);
  return undefined;
}

/** A JPEG is a chain of segments (marker, length, content); the frame header, C0 to CF but for three, has the size. */
function jpegFacts(bytes: Buffer): PictureFacts | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      return { type: 'image/jpeg', filetype: 'jpg', ...size };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
