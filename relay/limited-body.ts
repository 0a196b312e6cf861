/** Reads a request's body, unless it exceeds the limit or its sender disconnects. */
export async function readLimitedBody(
  request: Request,
  limitBytes: number,
): Promise<Uint8Array | 'tooLong' | 'brokenOff'> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return 'tooLong';
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      if (length > limitBytes) return 'tooLong';
      chunks.push(chunk);
    }
  } catch {
    return 'brokenOff';
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}
