/** Rows of a list at first and with each “Show more”. */
export const pageSize = 30;
