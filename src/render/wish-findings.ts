/** What is wrong in what somebody asks for beside the document. Leaves finding it to the elements, whose attributes it is. */
import { offerFindings } from '../elements/offer-findings.js';
import { unknownNames } from '../elements/table-columns.js';
import type { Comparison } from '../model/comparison.js';
import type { PlainOptions } from './write-plain.js';

/** A sentence for each column that is not there, and for each seller that nothing is earned from. */
export const wishFindings = (
  comparison: Comparison,
  { columns = '', linkParams, priceMaxAge }: PlainOptions,
): readonly string[] =>
  [...unknownNames(comparison, columns, ''), ...offerFindings(comparison, { linkParams, priceMaxAge })].map(
    ({ path, message }) => `--${path.replace(/=.*/, '')}: ${message}`,
  );
