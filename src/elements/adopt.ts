/**
 * Takes over what was rendered ahead: where the drawing is the same, the nodes that are there stay, with the focus and
 * all that readers have done to them, else they give way within the same task. What is the same is seen by comparing all
 * of it, so another version, another language and a tree that somebody has changed need no telling. Leaves the drawing
 * to Lit, which draws before what is there, and the rendering ahead to `src/render`.
 */

/** A node as Lit knows it, where it stands for the beginning of what it draws. */
type Drawn = ChildNode & { readonly _$litPart$?: object };

type Twins = Map<unknown, Node | null>;

/** Lit minifies white space in templates for the script only, and pages are minified too. */
const squeeze = (text: string | null): string | undefined => text?.replace(/\s+/g, ' ');

// What readers change by themselves, and what is written for a property.
const own = /^(open|value|checked|selected)$/;

function hasSameAttributes(fresh: Element, there: Element): boolean {
  const [wanted, present] = [fresh, there].map((element) =>
    element.getAttributeNames().filter((name) => !own.test(name)),
  ) as [string[], string[]];
  return (
    wanted.length === present.length &&
    wanted.every(
      (name) =>
        squeeze(fresh.getAttribute(name)) === squeeze(there.getAttribute(name)) ||
        // An address is the same however it is written.
        (/^(href|src)$/.test(name) && Reflect.get(fresh, name) === Reflect.get(there, name)),
    )
  );
}

/** Whether two lists of nodes are drawn alike; notes each pair of nodes. */
function isSame(fresh: Iterable<Node>, there: Iterable<Node>, twins: Twins): boolean {
  // A comment that says something parts two texts which are one to a parser; and readers have scripts.
  const nodes = [...there].filter(
    (node) => !/^(#comment|NOSCRIPT)$/.test(node.nodeName) || node.nodeValue === '' || (node as ChildNode).remove(),
  );
  const wanted = [...fresh];
  return (
    wanted.length === nodes.length &&
    wanted.every((node, index) => {
      const twin = nodes[index] as Node;
      twins.set(node, twin);
      return (
        node.nodeName === twin.nodeName &&
        (node instanceof Element
          ? hasSameAttributes(node, twin as Element) && isSame(node.childNodes, twin.childNodes, twins)
          : node.nodeType === Node.COMMENT_NODE || squeeze(node.nodeValue) === squeeze(twin.nodeValue))
      );
    })
  );
}

/**
 * Puts twins in the place of nodes in all that Lit keeps of a drawing. Its members have other names in each build of it;
 * so every node that is found counts. Data, which is plain, has none.
 */
function replace(record: object, twins: Twins, seen = new Set<unknown>()): void {
  seen.add(record);
  for (const [key, value] of Object.entries(record)) {
    const twin = twins.get(value);
    if (twin !== undefined) {
      Reflect.set(record, key, twin);
      if (twin && 'handleEvent' in record)
        twin.addEventListener(Reflect.get(record, 'name'), record as EventListenerObject);
    } else if (
      value instanceof Object &&
      typeof value !== 'function' &&
      !(value instanceof Node) &&
      value.constructor !== Object &&
      !seen.has(value)
    ) {
      replace(value, twins, seen);
    }
  }
}

/** What readers have done before there was anybody to listen. */
function replay(twins: Twins): void {
  for (const [fresh, there] of twins) {
    const isChanged = (name: string) => Reflect.get(fresh as Node, name) !== Reflect.get(there as Node, name);
    if (['open', 'value', 'checked'].some(isChanged))
      for (const type of ['input', 'change', 'toggle']) there?.dispatchEvent(new Event(type));
  }
}

/** What was rendered ahead and is not taken over yet: it begins with its own style sheet. */
export const aheadIn = (root: ShadowRoot | null | undefined): HTMLElement | null | undefined =>
  /^(style|link)$/.test(root?.firstElementChild?.localName ?? '') ? root?.querySelector('.root') : undefined;

/** For after each drawing; does nothing where nothing was rendered ahead, or nothing is drawn yet. */
export function adopt(root: ShadowRoot): void {
  const nodes: Drawn[] = [...root.childNodes];
  const index = nodes.findIndex((node) => node._$litPart$);
  // Alone, the mark that Lit begins with is of a drawing of nothing.
  if (index < 2) return;
  const [fresh, [first, ...there]] = [nodes.slice(0, index), nodes.slice(index) as [Drawn, ...Drawn[]]];
  const twins: Twins = new Map();
  const isKept = isSame(fresh, there, twins);
  if (!isKept) twins.clear();
  // Nothing comes behind the drawing any more.
  replace(first._$litPart$ as object, new Map([...twins, [first, null]]));
  for (const node of [first, ...(isKept ? fresh : there)]) node.remove();
  queueMicrotask(() => replay(twins));
}
