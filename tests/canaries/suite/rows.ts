/** Name under which a test hands its rows to the table. */
export const rowsAttachment = 'canary-rows'

/** Name under which a test says what cannot be planted on this machine, and why. */
export const notHereAnnotation = 'not here'
