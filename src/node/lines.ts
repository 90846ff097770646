/** On which line of a JSON text something stands. Leaves what is wrong there to the readers. */
import { type DocumentNode, type ElementNode, type MemberNode, parse } from '@humanwhocodes/momoa';
import { pointer } from '../model/diagnostic.js';

/**
 * The line, from 1, of what a JSON Pointer points to, or of the nearest thing around it that is there. In a text that is
 * no JSON, every pointer is to where that shows.
 */
export function linesOf(text: string): (path: string) => number {
  let lines: ReadonlyMap<string, number> | number | undefined;
  return (path) => {
    lines ??= readLines(text);
    if (typeof lines === 'number') return lines;
    let place = path;
    while (place && !lines.has(place)) place = place.slice(0, place.lastIndexOf('/'));
    return lines.get(place) ?? 1;
  };
}

function readLines(text: string): ReadonlyMap<string, number> | number {
  let root: DocumentNode;
  try {
    root = parse(text);
  } catch (error) {
    const { offset } = error as { offset?: number };
    if (offset === undefined) throw error;
    return lineAt(text, brokenString(text.slice(0, offset)) ?? offset);
  }
  const broken = brokenString(text);
  return broken === undefined ? placesIn(root) : lineAt(text, broken);
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Where the first text in quotes is cut, by a line break for instance: the parser takes those, JSON does not. */
function brokenString(text: string): number | undefined {
  for (const { 0: string, 1: end, index } of text.matchAll(/"(?:[ !#-[\]-\uffff]|\\.)*("?)/g)) {
    if (!end) return index + string.length;
  }
  return undefined;
}

/** Pointers and their lines. Of members of one name the last counts, as it does for the reader. */
function placesIn(root: DocumentNode): ReadonlyMap<string, number> {
  const lines = new Map([['', root.body.loc.start.line]]);
  const level: [path: string, parts: readonly (MemberNode | ElementNode)[]][] = [['', partsOf(root.body)]];
  for (const [path, parts] of level) {
    for (const [index, part] of parts.entries()) {
      const key = part.type === 'Element' ? `${index}` : part.name.type === 'String' ? part.name.value : part.name.name;
      const place = pointer(path, key);
      lines.set(place, part.loc.start.line);
      level.push([place, partsOf(part.value)]);
    }
  }
  return lines;
}

const partsOf = (node: DocumentNode['body']): readonly (MemberNode | ElementNode)[] =>
  node.type === 'Object' ? node.members : node.type === 'Array' ? node.elements : [];
