/** Whether anybody can see a box, as far as the window goes; leaves boxes that scroll within it to their own. */
export const isInSight = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;
