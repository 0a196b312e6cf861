import { joinChunks, type AskedAnswer, type AskedRequest } from './ask';

/** Works wherever `fetch` exists. It decompresses answers, so the limit applies to the decompressed size. */
export async function askByFetch(request: AskedRequest): Promise<AskedAnswer | 'tooLong'> {
  const { url, method, headers, body, signal, maxBytes } = request;
  const answer = await fetch(url, { method, headers, body, redirect: 'manual', signal });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return 'tooLong';
    chunks.push(chunk);
  }
  return { status: answer.status, header: (name) => answer.headers.get(name), body: joinChunks(chunks, length) };
}
