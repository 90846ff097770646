/**
 * The sections of an article by its headings, and which of them say that they stand over a product. Leaves what they say
 * of it to `pick.ts`.
 */

import { headerOf } from './grid.js';
import { headlineOf, labelled } from './headline.js';
import { isAward, isPartHeading, isSureAward, roleOf } from './labels.js';
import { withoutEmojis } from './marks.js';
import { readTitle, type Title } from './names.js';
import { isOffer } from './offers.js';
import type { Block, Grid, Passage } from './passage.js';
import { rubricColumns } from './rubric.js';

export type Heading = Block & { readonly kind: 'heading' };

/** A heading with what stands below it; the first has no heading. */
export interface Section {
  readonly heading: Heading | undefined;
  readonly title: Title;
  readonly blocks: Block[];
}

/** The blocks by the headings they stand below; headings of a pick's own parts stay with it, as its blocks. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [{ heading: undefined, title: { name: '' }, blocks: [] }];
  for (const block of blocks) {
    const heading = block.kind === 'heading' ? block : asHeading(block);
    const last = sections.at(-1) as Section;
    const isLabel = last.heading && heading && isLabelHeading(heading, last.heading);
    if (!heading || (isLabel && !isClosing(heading, sections, blocks))) last.blocks.push(block);
    else sections.push({ heading, title: titleOf(heading, last), blocks: [] });
  }
  return sections;
}

/** What a heading says, in two lines too; one right above it may be its award. */
function titleOf({ lines, text, level }: Heading, above: Section): Title {
  const [first = '', second, third] = lines;
  const isPraised = second && isAward(first) === isAward(second) ? isSureAward : isAward;
  if (second && !third && isPraised(first) !== isPraised(second)) {
    const [award, name] = isPraised(first) ? [first, second] : [second, first];
    return { award: withoutEmojis(award), ...readTitle(name) };
  }
  const title = readTitle(text);
  const { heading, blocks } = above;
  const isBelowPraise = !title.award && heading && !blocks.length && heading.level >= level && isPraise(heading.text);
  return isBelowPraise ? { ...title, award: withoutEmojis(heading.text) } : title;
}

/** Whether a heading is an award and nothing else. */
export const isPraise = (text: string): boolean => text.length <= 40 && isAward(text) && !isPartHeading(text);

const pickRoles = /^(?:pros|cons|prosCons|specs|verdict|summary|overall|bestFor|link|brand)$/;

const isLabelHeading = ({ text, level }: Heading, above: Heading): boolean => {
  if (level === 1 || (level < above.level && above.level <= 6)) return false;
  const { label = text } = labelled(text);
  return pickRoles.test(roleOf(label) ?? roleOf(text) ?? '');
};

const isVerdict = (block: Block): block is Heading => block.kind === 'heading' && roleOf(block.text) === 'verdict';

/** Whether a heading stands over the verdict on all of several picks: as high as they do, and the only such one. */
const isClosing = (heading: Heading, sections: readonly Section[], blocks: readonly Block[]): boolean => {
  const isAsHigh = ({ level }: Heading) => level === heading.level;
  return (
    isVerdict(heading) &&
    sections.filter((section) => section.heading && isAsHigh(section.heading)).length > 1 &&
    blocks.filter((block) => isVerdict(block) && isAsHigh(block)).length === 1
  );
};

/** A bold line that has a rank or an award is a heading in all but its tag. */
function asHeading(block: Block): Heading | undefined {
  if (
    block.kind !== 'text' ||
    block.lead !== block.text ||
    !block.text ||
    block.text.length > 100 ||
    /[:.]$/.test(block.text)
  )
    return undefined;
  const { rank, award, name } = readTitle(block.text);
  return (rank !== undefined || award) && !roleOf(block.text) && name !== block.text
    ? { ...block, kind: 'heading', level: 7 }
    : undefined;
}

export const isProsCons = (grid: Grid): boolean => {
  const roles = headerOf(grid).map(({ text }) => roleOf(text));
  return roles.length === 2 && roles.includes('pros') && roles.includes('cons');
};

/** Whether a passage is made of links to sellers and next to nothing else. */
const isButtons = ({ text, links }: Passage): boolean =>
  links.some(isOffer) && text.length <= links.reduce((sum, link) => sum + link.text.length + 5, 0);

/** Whether something below a heading says that it stands over a product. */
export function hasEvidence({ title, blocks }: Section): boolean {
  if (title.rating) return true;
  const isPick = !!title.award || title.rank !== undefined;
  return blocks.some((block, index) => {
    if (block.kind === 'table') return (rubricColumns(block)?.score ?? -1) > 0 || isProsCons(block);
    // What has been praised and can be bought is a product.
    if (isPick && isButtons(block)) return true;
    const { label = block.text } = labelled(block.text);
    const role = roleOf(label);
    const next = blocks[index + 1];
    if (role === 'specs') return next?.kind === 'item' || (next?.kind === 'table' && next.rows[0]?.length === 2);
    if (role === 'pros' || role === 'cons') return true;
    const headline = headlineOf(block.text);
    // A list may weigh “Overall” in percent; one that scores it has a product.
    const isWeight =
      block.kind === 'item' && (!headline?.label || headline.rating.outOf === undefined || /[%％]/.test(block.text));
    return !!headline && !isWeight;
  });
}
