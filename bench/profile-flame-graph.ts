import type { FrameTree } from './profile-frames.ts';

const width = 1_200;
const rowHeight = 16;
const margin = 10;
const header = 44;
/** Narrower frames cannot be seen. In pixels. */
const narrowest = 0.6;
/** Of a character, in pixels. */
const characterWidth = 6.2;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same package has the same colour in each graph. Ours are green, Node's and V8's grey, others from yellow to red. */
const colourOf = (group: string): string => {
  if (group === 'node' || group === 'v8' || group === 'all') return 'hsl(210 10% 80%)';
  let sum = 0;
  for (const character of group) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return group.startsWith('src') ? `hsl(${110 + (sum % 45)} 45% 70%)` : `hsl(${5 + (sum % 50)} 75% 72%)`;
};

const depthOf = (tree: FrameTree, scale: number): number => {
  let deepest = 0;
  for (const child of tree.children.values()) {
    if (child.totalUs * scale >= narrowest) deepest = Math.max(deepest, depthOf(child, scale));
  }
  return deepest + 1;
};

/**
 * A flame graph, callers below: as wide as the time that a call took with all that it called. Static; each frame says
 * its name and time when it is pointed at.
 */
export const flameGraph = (tree: FrameTree, title: string, requests: number): string => {
  const scale = (width - 2 * margin) / tree.totalUs;
  const height = header + depthOf(tree, scale) * rowHeight + margin;
  const frames: string[] = [];

  const draw = (place: FrameTree, x: number, depth: number): void => {
    const w = place.totalUs * scale;
    if (w < narrowest) return;
    const y = height - margin - (depth + 1) * rowHeight;
    const { label, group } = place.frame;
    const perRequest = (place.totalUs / requests).toFixed(1);
    const share = ((100 * place.totalUs) / tree.totalUs).toFixed(1);
    const characters = Math.floor((w - 4) / characterWidth);
    const [name = label] = label.split(' ', 1);
    const shown =
      name.length <= characters ? name : characters > 3 ? `${name.slice(0, characters - 1)}…` : '';
    frames.push(
      `<g><title>${escaped(label)}: ${perRequest} µs a request, ${share} %</title>`,
      `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(w - 0.4, 0.3).toFixed(1)}" height="${rowHeight - 1}" fill="${colourOf(group)}"/>`,
      shown && `<text x="${(x + 2).toFixed(1)}" y="${y + 11.5}">${escaped(shown)}</text>`,
      '</g>\n',
    );
    let left = x;
    for (const child of [...place.children.values()].toSorted((a, b) => b.totalUs - a.totalUs)) {
      draw(child, left, depth + 1);
      left += child.totalUs * scale;
    }
  };
  draw(tree, margin, 0);

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, monospace" font-size="10">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${margin}" y="20" font-size="14">${escaped(title)}</text>`,
    `<text x="${margin}" y="36">green: src, grey: Node and V8, the rest: packages. Callers are below.</text>\n`,
    ...frames,
    '</svg>\n',
  ].join('');
};
