/** Registers an element so that the same script twice, or two versions of it, do a page no harm. */
import { version } from './version.js';

const stamp = Symbol.for('g6-comparison.version');

/**
 * Registers `element` as `tag`. Where the tag is taken, the first one stays: in silence if it is of the same version,
 * else with a warning that names both.
 */
export function defineElement(element: CustomElementConstructor, tag: string, registry: CustomElementRegistry): void {
  const present = registry.get(tag) as { [stamp]?: string } | undefined;
  if (!present) {
    Object.defineProperty(element, stamp, { value: version });
    // One class can hold one tag: another tag gets a class of its own.
    registry.define(tag, registry.getName?.(element) ? class extends element {} : element);
  } else if (present[stamp] !== version) {
    const other = present[stamp] ? `version ${present[stamp]}` : 'another script';
    console.warn(
      `<${tag}> is already defined by ${other}; version ${version} leaves it as it is. Load one version only.`,
    );
  }
}
