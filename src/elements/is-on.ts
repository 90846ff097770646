/** Boolean attributes as pages write them. */

/** Whether a boolean attribute, or its property, switches something on; `audit="false"` does not. */
export const isOn = (value: unknown): boolean => value != null && value !== false && value !== 'false';
