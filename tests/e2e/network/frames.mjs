/**
 * Reads the text of a client's WebSocket frames (RFC 6455) from a byte stream that passes by.
 * Returns a function to call with each chunk; `onText` gets every complete text message.
 */
export function frameReader(onText) {
  let pending = Buffer.alloc(0);
  let message = [];
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = takeFrame(pending); frame; frame = takeFrame(pending)) {
      pending = pending.subarray(frame.size);
      if (frame.opcode > 2) continue;
      message.push(frame.payload);
      if (!frame.final) continue;
      onText(Buffer.concat(message).toString('utf8'));
      message = [];
    }
  };
}

function takeFrame(bytes) {
  if (bytes.length < 2) return null;
  const header = lengthOf(bytes);
  if (!header) return null;
  const size = header.offset + 4 + header.length;
  if (bytes.length < size) return null;
  const mask = bytes.subarray(header.offset, header.offset + 4);
  const payload = Buffer.from(bytes.subarray(header.offset + 4, size));
  for (let i = 0; i < payload.length; i++) payload[i] ^= mask[i % 4];
  return { final: (bytes[0] & 0x80) !== 0, opcode: bytes[0] & 0x0f, payload, size };
}

function lengthOf(bytes) {
  const short = bytes[1] & 0x7f;
  if (short < 126) return { length: short, offset: 2 };
  if (short === 126) return bytes.length < 4 ? null : { length: bytes.readUInt16BE(2), offset: 4 };
  return bytes.length < 10 ? null : { length: Number(bytes.readBigUInt64BE(2)), offset: 10 };
}
