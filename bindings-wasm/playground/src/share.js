// A link that carries the payload in its fragment, which browsers do not send.

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

export async function pack(state) {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream("deflate-raw"));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What a fragment says, or null if it says nothing that we wrote. */
export async function unpack(fragment) {
  try {
    const binary = atob(fragment.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = await through(Uint8Array.from(binary, (c) => c.charCodeAt(0)), new DecompressionStream("deflate-raw"));
    const { payload, require, operatorReview } = JSON.parse(new TextDecoder().decode(bytes));
    const isOurs = typeof payload === "string" && Array.isArray(require) && require.every((type) => typeof type === "string");
    return isOurs ? { payload, require, operatorReview: operatorReview !== false } : null;
  } catch {
    return null;
  }
}
