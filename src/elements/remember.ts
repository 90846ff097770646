/** Spares making again what was made already, of the same: for what thousands of rows take long to make. */

/** The same function, which keeps its last result for as long as it is asked for with the very same arguments. */
export function remember<A extends readonly unknown[], R>(make: (...given: A) => R): (...given: A) => R {
  let last: A | undefined;
  let result: R;
  return (...given) => {
    if (!last || given.some((value, index) => value !== last?.[index])) {
      result = make(...given);
      last = given;
    }
    return result;
  };
}
