// Where two lists of nodes differ. Loaded by the preview server's pages only, never published.

const MOST_COMPARED = 1_000_000; // pairs of nodes

// Returns where two lists of nodes differ, between the nodes that they have in common in the same order: start and
// end of each difference in the one and in the other.
export function gaps(old, fresh) {
  const start = commonStart(old, fresh);
  const end = commonStart(old.slice(start).reverse(), fresh.slice(start).reverse());
  const one = old.slice(start, old.length - end).map(words);
  const other = fresh.slice(start, fresh.length - end).map(words);
  const found = [];
  let [at, otherAt] = [0, 0];
  for (const [match, otherMatch] of [...common(one, other), [one.length, other.length]]) {
    if (match > at || otherMatch > otherAt) found.push([at, match, otherAt, otherMatch].map((place) => place + start));
    [at, otherAt] = [match + 1, otherMatch + 1];
  }
  return found;
}

function commonStart(one, other) {
  const differing = one.findIndex((node, at) => at >= other.length || !node.isEqualNode(other[at]));
  return differing < 0 ? one.length : differing;
}

function words(node) {
  return node.outerHTML ?? `${node.nodeName} ${node.data}`;
}

// Returns the places of the longest common subsequence of two lists; none where they are so long that it would be felt.
function common(one, other) {
  const width = other.length + 1;
  if (one.length * width > MOST_COMPARED) return [];
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let at = one.length - 1; at >= 0; at -= 1) {
    for (let otherAt = other.length - 1; otherAt >= 0; otherAt -= 1) {
      const here = at * width + otherAt;
      const is = one[at] === other[otherAt];
      lengths[here] = is ? lengths[here + width + 1] + 1 : Math.max(lengths[here + width], lengths[here + 1]);
    }
  }
  const found = [];
  for (let at = 0, otherAt = 0; at < one.length && otherAt < other.length; ) {
    const here = at * width + otherAt;
    if (one[at] === other[otherAt]) found.push([at++, otherAt++]);
    else if (lengths[here + width] >= lengths[here + 1]) at += 1;
    else otherAt += 1;
  }
  return found;
}
