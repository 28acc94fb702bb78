/** Name under which a test hands its rows to the table. */
export const rowsAttachment = 'canary-rows'
